namespace RegCls.Studies.Depth;

/// <summary>Tab. 2 and the depth half of Tab. 4: reg, the control, reg+cls with uniform and balanced classes, the systems the paper compares with, and balanced training pixels.</summary>
public static class DepthStudy
{
    /// <summary>Passes over the recording's training frames in a full run.</summary>
    public const int Epochs = 16;

    /// <summary>Passes in the search for λ.</summary>
    public const int SearchEpochs = 8;

    /// <summary>Seeds of a full run.</summary>
    public const int Seeds = 3;

    /// <summary>Numbers of classes, as in Tab. 2.</summary>
    public static IReadOnlyList<int> Classes { get; } = [2, 10, 100];

    /// <summary>
    /// Values of λ that are searched, the same for every method that has one. Squared errors are a few hundredths of a m² and cross-entropies a few nats, so λ = 100 is about where the two terms are
    /// equal; below 1, where the release puts the factor on the classes, there would be hardly any regression.
    /// </summary>
    public static IReadOnlyList<double> Lambdas { get; } = [1, 10, 100, 1000];

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

    /// <summary>The search for λ on the recording: first split, one seed, every arm with a λ. Quick and smoke are parts of it with fewer epochs.</summary>
    public static Study<DepthRun> CreateSearch(Profile profile) => new(
        "depth-rooms-lambda",
        "The search for λ of Tab. 2's methods on a recording of real rooms",
        profile,
        [
            .. from arm in Arms.Where(arm => arm.Method.HasLambda()).Take(profile == Profile.Full ? 16 : profile == Profile.Quick ? 2 : 1)
               from lambda in Lambdas
               select new DepthRun { Data = DepthData.Recording, Method = arm.Method, Classes = arm.Classes, Lambda = lambda, Epochs = profile == Profile.Full ? SearchEpochs : 1, Seed = 100 },
        ]);
}
