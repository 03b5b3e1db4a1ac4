namespace RegCls.Studies.Images;

/// <summary>
/// The methods of Tab. 3 on faces: reg, the control, reg+cls with uniform and balanced classes, and the systems the paper compares with. The release trains without weight decay, where under Adam the
/// control equals reg; so reg, the control and reg+cls are trained with weight decay 1e-4 as well.
/// </summary>
public static class AgeStudy
{
    /// <summary>Passes over the training images of UTKFace in a full run; the search for λ has a quarter of it.</summary>
    public const int Epochs = 12;

    /// <summary>The weight decay of the variant in which control and reg differ.</summary>
    public const double Decay = 1e-4;

    /// <summary>Numbers of classes, as in Tab. 3.</summary>
    public static IReadOnlyList<int> Classes { get; } = [2, 10, 100];

    /// <summary>Values of λ that are searched, the same for every method that has one. Below 1 the factor is on the classes: <c>L1 + CE / λ</c>; the control knows <c>max(λ, 1)</c> only.</summary>
    public static IReadOnlyList<double> Lambdas { get; } = [0.1, 1, 10];

    /// <summary>The search for λ on UTKFace: one seed, a quarter of the epochs, every method with a λ, without and with weight decay (27 models). Quick and smoke are parts of it with fewer epochs.</summary>
    public static Study<AgeRun> CreateSearch(Profile profile) => new(
        "age-utk-lambda",
        "The search for λ of Tab. 3's methods on UTKFace",
        profile,
        [
            .. from decay in new[] { 0, Decay }.Take(profile == Profile.Full ? 2 : 1)
               from method in WithLambda(decay).Take(profile == Profile.Smoke ? 1 : 8)
               from lambda in Lambdas
               select new AgeRun
               {
                   Data = AgeData.UtkFace,
                   Method = method.Method,
                   Classes = method.Classes,
                   Lambda = lambda,
                   WeightDecay = decay,
                   Epochs = profile == Profile.Full ? Epochs / 4 : 1,
               },
        ]);

    // Without decay the control is reg; with it, one number of classes is enough to tell them apart.
    private static IEnumerable<(AgeMethod Method, int Classes)> WithLambda(double decay) => decay == 0
        ?
        [
            .. from method in new[] { AgeMethod.RegCls, AgeMethod.RegClsBalanced }
               from classes in Classes
               select (method, classes),
        ]
        : [(AgeMethod.ScaledReg, 0), (AgeMethod.RegCls, 100), (AgeMethod.RegClsBalanced, 100)];
}
