namespace RegCls.Studies.Depth;

/// <summary>Tab. 2 and the depth half of Tab. 4: reg, the control, reg+cls with uniform and balanced classes, the systems the paper compares with, and balanced training pixels.</summary>
public static class DepthStudy
{
    /// <summary>Passes over the recording's training frames in a full run.</summary>
    public const int Epochs = 16;

    /// <summary>Passes over the recording in the search for λ; half of <see cref="Epochs"/>.</summary>
    public const int SearchEpochs = 8;

    /// <summary>Passes over the built-in rooms, in every run but smoke.</summary>
    public const int BuiltInEpochs = 10;

    /// <summary>The paper's passes over the training pictures, and their width.</summary>
    public const int PublishedEpochs = 5, PublishedWidth = 304;

    /// <summary>Splits of the recording, each with a seed of its own: every stretch of it is tested once.</summary>
    public const int Splits = 8;

    /// <summary>Numbers of classes, as in Tab. 2.</summary>
    public static IReadOnlyList<int> Classes { get; } = [2, 10, 100];

    /// <summary>
    /// Values of λ that are searched, the same for every method that has one. On the recording squared errors are a few hundredths of a m² and cross-entropies a few nats, so λ = 100 is about where the
    /// two terms are equal; the built-in rooms are deeper and have errors of about 1 m². Below 1 the factor is on the classes: <c>MSE + CE / λ</c>; the control knows <c>max(λ, 1)</c> only.
    /// </summary>
    public static IReadOnlyList<double> Lambdas(DepthData data) => data == DepthData.Recording ? [0.1, 1, 10, 100, 1000] : [0.1, 1, 10, 100];

    /// <summary>All arms.</summary>
    public static IReadOnlyList<(DepthMethod Method, int Classes)> Arms { get; } =
    [
        (DepthMethod.Reg, 0),
        (DepthMethod.ScaledReg, 0),
        .. Classes.Select(classes => (DepthMethod.RegCls, classes)),
        .. Classes.Select(classes => (DepthMethod.RegClsBalanced, classes)),
        (DepthMethod.Lds, 0),
        (DepthMethod.Fds, 0),
        (DepthMethod.Gai, 0),
        (DepthMethod.Bmc, 0),
        (DepthMethod.RegBalancedSamples, 0),
        (DepthMethod.RegClsBalancedSamples, 100),
    ];

    /// <summary>The built-in rooms. Quick: reg, the control, reg+cls and balanced with 10 classes, 2 seeds (8 models). Full: all arms, 3 seeds (42 models), the quick ones among them. Smoke: one epoch of two arms.</summary>
    public static Study<DepthRun> Create(Profile profile) => new(
        "depth",
        "Tab. 2 on rooms rendered by code, a stand-in",
        profile,
        [
            .. from seed in Enumerable.Range(0, profile == Profile.Full ? 3 : profile == Profile.Quick ? 2 : 1)
               from arm in Arms.Where(arm => profile == Profile.Full || QuickArms.Contains(arm)).Take(profile == Profile.Smoke ? 2 : 16)
               select Run(DepthData.BuiltIn, arm, profile == Profile.Smoke ? 1 : BuiltInEpochs, 0, seed),
        ]);

    /// <summary>The recording of real rooms. Full: all arms on eight splits, a seed each (112 models). Quick: the first split of four arms with half the epochs. Smoke: one epoch of two arms.</summary>
    public static Study<DepthRun> CreateRooms(Profile profile) => new(
        "depth-rooms",
        "Tab. 2 and the depth half of Tab. 4 on a recording of real rooms",
        profile,
        [
            .. from split in Enumerable.Range(0, profile == Profile.Full ? Splits : 1)
               from arm in Arms.Where(arm => profile == Profile.Full || QuickArms.Contains(arm)).Take(profile == Profile.Smoke ? 2 : 16)
               select Run(DepthData.Recording, arm, profile == Profile.Full ? Epochs : profile == Profile.Quick ? SearchEpochs : 1, split, split),
        ]);

    /// <summary>What the releases do otherwise, on the recording: Balanced MSE with σ = 1 m throughout and LDS as released, on the splits of <see cref="CreateRooms"/> (24 models). Quick: the first split with half the epochs. Smoke: one epoch.</summary>
    public static Study<DepthRun> CreateRoomsVariants(Profile profile) => new(
        "depth-rooms-variants",
        "What the releases do otherwise than here, on a recording of real rooms",
        profile,
        [
            .. from split in Enumerable.Range(0, profile == Profile.Full ? Splits : 1)
               from variant in Variants
               select Run(DepthData.Recording, (variant.Variant, 0), profile == Profile.Full ? Epochs : profile == Profile.Quick ? SearchEpochs : 1, split, split),
        ]);

    /// <summary>Each variant with the arm of <see cref="CreateRooms"/> that it differs from.</summary>
    public static IReadOnlyList<(DepthMethod Variant, DepthMethod Other)> Variants { get; } =
        [(DepthMethod.GaiAsReleased, DepthMethod.Gai), (DepthMethod.BmcAsReleased, DepthMethod.Bmc), (DepthMethod.LdsAsReleased, DepthMethod.Lds)];

    /// <summary>NYUD2-DIR. Paper: all pictures at 304×228, the network of Hu et al., 5 epochs, all arms, 3 seeds (42 models). Scaled down, full: all arms, 3 seeds (42 models), 10 epochs. Quick: four arms, 2 seeds, 2 epochs. Smoke: one epoch of two arms.</summary>
    public static Study<DepthRun> CreateNyud2(Profile profile)
    {
        Study<DepthRun> study = Labelled("depth-nyud2", "Tab. 2 and the depth half of Tab. 4 on NYUD2-DIR", profile == Profile.Paper ? Profile.Full : profile, DepthData.Nyud2);
        return profile != Profile.Paper ? study : study with
        {
            Profile = profile,
            Configurations = [.. study.Configurations.Select(run => run with { Network = PictureNetworkKind.ResNet50, Width = PublishedWidth, Epochs = PublishedEpochs, AsPublished = true })],
        };
    }

    /// <summary>NYUv2's labelled part. The profiles are those of <see cref="CreateNyud2"/>.</summary>
    public static Study<DepthRun> CreateNyuLabelled(Profile profile) => Labelled("depth-nyuv2", "Tab. 2 and the depth half of Tab. 4 on NYUv2's labelled pictures", profile, DepthData.NyuLabelled);

    /// <summary>The study of some frames.</summary>
    public static Study<DepthRun> Of(DepthData data, Profile profile) => data switch
    {
        DepthData.Recording => CreateRooms(profile),
        DepthData.Nyud2 => CreateNyud2(profile),
        DepthData.NyuLabelled => CreateNyuLabelled(profile),
        _ => Create(profile),
    };

    /// <summary>The search for λ on the built-in rooms: one seed, every arm with a λ, 4 epochs (32 models). Quick and smoke are parts of it with fewer epochs.</summary>
    public static Study<DepthRun> CreateSearch(Profile profile) => Search("depth-lambda", "The search for λ of Tab. 2's methods on rooms rendered by code", profile, DepthData.BuiltIn, 4);

    /// <summary>The search for λ on the recording: first split, one seed, every arm with a λ, 8 epochs (40 models). Quick and smoke are parts of it with fewer epochs.</summary>
    public static Study<DepthRun> CreateRoomsSearch(Profile profile) => Search("depth-rooms-lambda", "The search for λ of Tab. 2's methods on a recording of real rooms", profile, DepthData.Recording, SearchEpochs);

    private static Study<DepthRun> Labelled(string name, string description, Profile profile, DepthData data) => new(
        name,
        description,
        profile,
        [
            .. from seed in Enumerable.Range(0, profile == Profile.Full ? 3 : profile == Profile.Quick ? 2 : 1)
               from arm in Arms.Where(arm => profile == Profile.Full || QuickArms.Contains(arm)).Take(profile == Profile.Smoke ? 2 : 16)
               select Run(data, arm, profile == Profile.Full ? BuiltInEpochs : profile == Profile.Quick ? 2 : 1, 0, seed),
        ]);

    private static (DepthMethod Method, int Classes)[] QuickArms { get; } = [(DepthMethod.Reg, 0), (DepthMethod.ScaledReg, 0), (DepthMethod.RegCls, 10), (DepthMethod.RegClsBalanced, 10)];

    private static DepthRun Run(DepthData data, (DepthMethod Method, int Classes) arm, int epochs, int fold, int seed) => new()
    {
        Data = data,
        Fold = fold,
        Method = arm.Method,
        Classes = arm.Classes,
        Lambda = arm.Method.HasLambda() ? DepthLambda.For(data, arm.Method, arm.Classes) : 1,
        Epochs = epochs,
        Seed = seed,
    };

    // A seed that no test has.
    private static Study<DepthRun> Search(string name, string description, Profile profile, DepthData data, int epochs) => new(
        name,
        description,
        profile,
        [
            .. from arm in Arms.Where(arm => arm.Method.HasLambda()).Take(profile == Profile.Full ? 16 : profile == Profile.Quick ? 2 : 1)
               from lambda in Lambdas(data)
               select new DepthRun { Data = data, Method = arm.Method, Classes = arm.Classes, Lambda = lambda, Epochs = profile == Profile.Full ? epochs : 1, Seed = 100 },
        ]);
}
