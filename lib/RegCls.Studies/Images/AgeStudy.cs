namespace RegCls.Studies.Images;

/// <summary>
/// The methods of Tab. 3 and 4 on faces: reg, the control, reg+cls with uniform and balanced classes, and the systems the paper compares with. The release trains without weight decay, where under Adam
/// the control equals reg; so reg, the control and reg+cls are trained with weight decay 1e-4 as well.
/// </summary>
public static class AgeStudy
{
    /// <summary>Passes over the training images in a full run.</summary>
    public const int Epochs = 8;

    /// <summary>Passes in the search for λ on UTKFace.</summary>
    public const int SearchEpochs = 3;

    /// <summary>The weight decay of the variant in which control and reg differ.</summary>
    public const double Decay = 1e-4;

    /// <summary>Share of AgeDB-DIR's label counts in a quick run on drawn faces.</summary>
    public const double QuickShare = 0.1;

    /// <summary>Passes over the training images in a quick run on drawn faces.</summary>
    public const int QuickEpochs = 8;

    /// <summary>Width and height of drawn faces in pixels.</summary>
    public const int DrawnSize = 48;

    /// <summary>The paper's passes over the training images, and their width and height in pixels.</summary>
    public const int PublishedEpochs = 90, PublishedSize = 224;

    /// <summary>Splits of <see cref="CreateSplits"/>.</summary>
    public const int Splits = 8;

    /// <summary>Width and height of its faces in pixels.</summary>
    public const int SplitSize = 32;

    /// <summary>Numbers of classes, as in Tab. 3.</summary>
    public static IReadOnlyList<int> Classes { get; } = [2, 10, 100];

    /// <summary>Values of λ that are searched, the same for every method that has one. Below 1 the factor is on the classes: <c>L1 + CE / λ</c>; the control knows <c>max(λ, 1)</c> only.</summary>
    public static IReadOnlyList<double> Lambdas { get; } = [0.1, 1, 10, 100];

    private static IReadOnlyList<(AgeMethod Method, int Classes)> Undecayed { get; } =
    [
        (AgeMethod.Reg, 0), (AgeMethod.RegCls, 2), (AgeMethod.RegCls, 10), (AgeMethod.RegCls, 100), (AgeMethod.RegClsBalanced, 2), (AgeMethod.RegClsBalanced, 10), (AgeMethod.RegClsBalanced, 100),
        (AgeMethod.Lds, 0), (AgeMethod.Bmc, 0), (AgeMethod.Fds, 0),
    ];

    private static IReadOnlyList<(AgeMethod Method, int Classes)> Decayed { get; } = [(AgeMethod.Reg, 0), (AgeMethod.ScaledReg, 0), (AgeMethod.RegCls, 100), (AgeMethod.RegClsBalanced, 100)];

    private static IReadOnlyList<(double Decay, AgeMethod Method, int Classes)> SplitArms { get; } =
    [
        (Decay, AgeMethod.Reg, 0), (Decay, AgeMethod.ScaledReg, 0), (Decay, AgeMethod.RegCls, 100), (0, AgeMethod.Reg, 0), (0, AgeMethod.RegCls, 100), (0, AgeMethod.RegClsBalanced, 100),
    ];

    private static IReadOnlyList<(AgeMethod Method, int Classes)> Others { get; } =
    [
        (AgeMethod.GaiLastLayer, 0), (AgeMethod.BmcLastLayer, 0), (AgeMethod.Kernel, 0), (AgeMethod.FocalR, 0), (AgeMethod.SquareRootInverse, 0), (AgeMethod.Inverse, 0), (AgeMethod.ExpectedClass, 100),
    ];

    private static IReadOnlyList<(AgeMethod Method, int Classes)> BalancedSamples { get; } = [(AgeMethod.RegKept, 0), (AgeMethod.RegClsKept, 100)];

    /// <summary>
    /// UTKFace with a DIR split of our own. Full: 25 methods, 3 seeds, and once the control without weight decay (76 models). Quick: the six of <see cref="CreateDrawn"/>, one seed, the
    /// epochs of the search. Smoke: reg and reg+cls, one epoch.
    /// </summary>
    public static Study<AgeRun> CreateUtk(Profile profile) => new(
        "age-utk",
        "Tab. 3 and 4 on real faces: UTKFace with a DIR split",
        profile,
        profile == Profile.Full ? Full(new AgeRun { Data = AgeData.UtkFace, Method = AgeMethod.Reg, Epochs = Epochs }) : Few(profile, new AgeRun { Data = AgeData.UtkFace, Method = AgeMethod.Reg, Epochs = SearchEpochs }, seeds: 1));

    /// <summary>
    /// Drawn faces, a stand-in. Full: as <see cref="CreateUtk"/>, with all of AgeDB-DIR's label counts. Quick: reg, the control, reg+cls and balanced with 100 classes, LDS and BMC, all with weight
    /// decay, 3 seeds, a tenth of the images. Smoke: reg and reg+cls, one seed, one epoch.
    /// </summary>
    public static Study<AgeRun> CreateDrawn(Profile profile) => new(
        "age",
        "Tab. 3 and 4 on drawn faces, a stand-in with AgeDB-DIR's label counts",
        profile,
        profile == Profile.Full ? Full(Drawn with { Share = 1, Epochs = Epochs }) : Few(profile, Drawn, seeds: 3));

    /// <summary>
    /// What the releases do otherwise, on UTKFace without weight decay: each variant beside the form it differs from, and reg; 3 seeds (39 models, 18 of them those of <see cref="CreateUtk"/>). Quick: one seed, the epochs of the search. Smoke:
    /// one epoch of two arms.
    /// </summary>
    public static Study<AgeRun> CreateVariants(Profile profile) => new(
        "age-utk-variants",
        "What the releases do otherwise than their papers, on UTKFace",
        profile,
        [
            .. from arm in Variants.SelectMany(pair => (AgeArm[])[pair.Variant, pair.Other]).Append(new(AgeMethod.Reg)).Distinct().Take(profile == Profile.Smoke ? 2 : 16)
               from run in Grid(new AgeRun { Data = AgeData.UtkFace, Method = arm.Method, Epochs = profile switch { Profile.Full => Epochs, Profile.Quick => SearchEpochs, _ => 1 } }, [(arm.Method, arm.Classes)], profile == Profile.Full ? 3 : 1)
               select run,
        ]);

    /// <summary>Each variant with the form it differs from.</summary>
    public static IReadOnlyList<(AgeArm Variant, AgeArm Other)> Variants { get; } =
    [
        (new(AgeMethod.LdsInverseAsReleased), new(AgeMethod.LdsInverse)),
        (new(AgeMethod.FdsAsReleased), new(AgeMethod.Fds)),
        (new(AgeMethod.RegClsBalancedAsReleased, 100), new(AgeMethod.RegClsBalanced, 100)),
        (new(AgeMethod.RegClsBalancedAsReleased, 10), new(AgeMethod.RegClsBalanced, 10)),
        (new(AgeMethod.FocalRAsInPaper), new(AgeMethod.FocalR)),
        (new(AgeMethod.LdsAsInPaper), new(AgeMethod.Lds)),
    ];

    /// <summary>
    /// IMDB-WIKI-DIR where it is on disk. Paper: the methods of <see cref="CreateUtk"/> with ResNet-50 at 224 pixels, 90 epochs, 3 seeds. Full: the same with the small network at 64 pixels and 8 epochs; quick and smoke as there.
    /// λ was not searched on it: each method has that of UTKFace.
    /// </summary>
    public static Study<AgeRun> CreateImdb(Profile profile) => OnDisk("age-imdb", "Tab. 3 and 4 on IMDB-WIKI-DIR, the paper's faces", profile, AgeData.ImdbWiki);

    /// <summary>AgeDB-DIR where it is on disk; the profiles are those of <see cref="CreateImdb"/>.</summary>
    public static Study<AgeRun> CreateAgeDb(Profile profile) => OnDisk("age-agedb", "Tab. 3 and 4 on AgeDB-DIR", profile, AgeData.AgeDb);

    /// <summary>The study of some faces.</summary>
    public static Study<AgeRun> Of(AgeData data, Profile profile) => data switch
    {
        AgeData.UtkFace => CreateUtk(profile),
        AgeData.ImdbWiki => CreateImdb(profile),
        AgeData.AgeDb => CreateAgeDb(profile),
        _ => CreateDrawn(profile),
    };

    private static Study<AgeRun> OnDisk(string name, string description, Profile profile, AgeData data)
    {
        AgeRun run = new() { Data = data, Method = AgeMethod.Reg, Epochs = profile == Profile.Quick ? SearchEpochs : Epochs };
        return new(name, description, profile, profile switch
        {
            Profile.Paper => Full(run with { Network = PictureNetworkKind.ResNet50, Size = PublishedSize, Epochs = PublishedEpochs, AsPublished = true }),
            Profile.Full => Full(run),
            _ => Few(profile, run, seeds: 1),
        });
    }

    /// <summary>
    /// Splits as units: the first methods of <see cref="CreateUtk"/> on eight splits that are drawn anew, at half the size, with the λ of that study. Full: 8 splits, 3 seeds (144 models), a seed of all splits after the other.
    /// Quick: one seed, the epochs of the search. Smoke: one epoch of two arms on two splits.
    /// </summary>
    public static Study<AgeRun> CreateSplits(Profile profile) => new(
        "age-utk-splits",
        "Reg, the control and reg+cls on eight splits of UTKFace",
        profile,
        [
            .. from seed in Enumerable.Range(0, profile == Profile.Full ? 3 : 1)
               from split in Enumerable.Range(1, profile == Profile.Smoke ? 2 : Splits)
               from arm in SplitArms.Take(profile == Profile.Smoke ? 2 : 6)
               from run in Grid(new AgeRun { Data = AgeData.UtkFace, Size = SplitSize, Split = split, Method = AgeMethod.Reg, WeightDecay = arm.Decay, Epochs = profile switch { Profile.Full => Epochs, Profile.Quick => SearchEpochs, _ => 1 } }, [(arm.Method, arm.Classes)], 1)
               select SameScale(run) with { Seed = seed },
        ]);

    /// <summary>The search for λ on UTKFace: one seed, 3 epochs, every method with a λ, without and with weight decay (36 models). Quick and smoke are parts of it with fewer epochs.</summary>
    public static Study<AgeRun> CreateSearch(Profile profile) => new(
        "age-utk-lambda",
        "The search for λ of Tab. 3's methods on UTKFace",
        profile,
        [
            .. from decay in new[] { 0, Decay }.Take(profile == Profile.Full ? 2 : 1)
               from method in (decay == 0 ? Undecayed : Decayed).Where(method => method.Method.HasLambda()).Take(profile == Profile.Smoke ? 1 : 8)
               from lambda in Lambdas
               select new AgeRun
               {
                   Data = AgeData.UtkFace,
                   Method = method.Method,
                   Classes = method.Classes,
                   Lambda = lambda,
                   WeightDecay = decay,
                   Epochs = profile == Profile.Full ? SearchEpochs : 1,
               },
        ]);

    /// <summary>The search for λ of the quick run on drawn faces: its methods, its size and its epochs, a seed that is not among its own (12 models). Smoke: one epoch.</summary>
    public static Study<AgeRun> CreateDrawnSearch(Profile profile) => new(
        "age-lambda",
        "The search for λ on drawn faces, a stand-in",
        profile,
        [
            .. from method in Decayed.Where(method => method.Method.HasLambda())
               from lambda in Lambdas
               select Smaller(profile, Drawn) with { Method = method.Method, Classes = method.Classes, Lambda = lambda, WeightDecay = Decay, Seed = 1000 },
        ]);

    private static AgeRun Drawn { get; } = new() { Data = AgeData.BuiltIn, Share = QuickShare, Size = DrawnSize, Method = AgeMethod.Reg, Epochs = QuickEpochs };

    // In the order of what matters most, so that a run that is stopped early has it.
    private static IReadOnlyList<AgeRun> Full(AgeRun run) =>
    [
        .. Grid(run with { WeightDecay = Decay }, Decayed, 3), .. Grid(run, Undecayed, 3), .. SameScale(run with { WeightDecay = Decay }, 3), run with { Method = AgeMethod.ScaledReg, Lambda = 10 },
        .. Grid(run, BalancedSamples, 3), .. Grid(run, Others, 3),
    ];

    /// <summary>The λ of the control at the loss scales of reg+cls and balanced with 100 classes and weight decay: the control proper, where the one it chose itself is another.</summary>
    public static IReadOnlyList<double> SameScales(AgeData data) =>
        [.. Decayed.Where(method => method.Method.HasClasses()).Select(method => AgeLambda.For(data, Decay, method.Method, method.Classes)).Distinct().Except([AgeLambda.For(data, Decay, AgeMethod.ScaledReg, 0)])];

    private static IEnumerable<AgeRun> SameScale(AgeRun run, int seeds) =>
        from seed in Enumerable.Range(0, seeds)
        from lambda in SameScales(run.Data)
        select run with { Method = AgeMethod.ScaledReg, Lambda = lambda, Seed = seed };

    // The control at the scale of reg+cls.
    private static AgeRun SameScale(AgeRun run) => run.Method == AgeMethod.ScaledReg ? run with { Lambda = AgeLambda.For(run.Data, Decay, AgeMethod.RegCls, 100) } : run;

    private static IReadOnlyList<AgeRun> Few(Profile profile, AgeRun run, int seeds)
    {
        (AgeMethod, int)[] methods = profile == Profile.Smoke ? [(AgeMethod.Reg, 0), (AgeMethod.RegCls, 100)] : [.. Decayed, (AgeMethod.Lds, 0), (AgeMethod.Bmc, 0)];
        return [.. Grid(Smaller(profile, run) with { WeightDecay = Decay }, methods, profile == Profile.Smoke ? 1 : seeds)];
    }

    private static IEnumerable<AgeRun> Grid(AgeRun run, IReadOnlyList<(AgeMethod Method, int Classes)> methods, int seeds) =>
        from seed in Enumerable.Range(0, seeds)
        from method in methods
        select run with
        {
            Method = method.Method,
            Classes = method.Classes,
            Lambda = method.Method.HasLambda() ? AgeLambda.For(run.Data, run.WeightDecay, method.Method, method.Classes) : 1,
            Seed = seed,
        };

    // Smoke proves the path: one epoch, few and small images where they are drawn.
    private static AgeRun Smaller(Profile profile, AgeRun run) =>
        profile == Profile.Smoke ? run with { Epochs = 1, Share = run.Data == AgeData.BuiltIn ? QuickShare / 5 : 1, Size = run.Data == AgeData.BuiltIn ? DrawnSize / 2 : run.Size } : run;
}
