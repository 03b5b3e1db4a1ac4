namespace RegCls.Studies.Images;

/// <summary>
/// The λ that each method chose on validation images in the recorded searches <c>age-utk-lambda</c> and <c>age-lambda</c>: what <see cref="ChosenAgeLambda"/> computes from their records, written down so that
/// a study can be named by it; a test holds the two together. The samples of Tab. 4 take the λ of Tab. 3, classes that are equalised otherwise that of balanced ones; drawn faces without weight decay take that of UTKFace, and so do IMDB-WIKI-DIR and AgeDB-DIR, on which nothing was searched.
/// </summary>
public static class AgeLambda
{
    private static readonly Dictionary<(AgeMethod, int), double> UtkFace = new()
    {
        [(AgeMethod.RegCls, 2)] = 0.1,
        [(AgeMethod.RegCls, 10)] = 1,
        [(AgeMethod.RegCls, 100)] = 100,
        [(AgeMethod.RegClsBalanced, 2)] = 10,
        [(AgeMethod.RegClsBalanced, 10)] = 1,
        [(AgeMethod.RegClsBalanced, 100)] = 100,
    };

    private static readonly Dictionary<AgeMethod, double> UtkFaceDecayed = new() { [AgeMethod.ScaledReg] = 100, [AgeMethod.RegCls] = 10, [AgeMethod.RegClsBalanced] = 100 };

    private static readonly Dictionary<AgeMethod, double> DrawnDecayed = new() { [AgeMethod.ScaledReg] = 100, [AgeMethod.RegCls] = 100, [AgeMethod.RegClsBalanced] = 100 };

    /// <summary>The chosen λ.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The method was not searched so.</exception>
    public static double For(AgeData data, double weightDecay, AgeMethod method, int classes)
    {
        AgeMethod searched = method switch { AgeMethod.RegClsKept => AgeMethod.RegCls, AgeMethod.RegClsBalancedAsReleased => AgeMethod.RegClsBalanced, _ => method };
        double lambda = 0;
        bool found = weightDecay == 0 ? UtkFace.TryGetValue((searched, classes), out lambda)
            : classes is 0 or 100 && (data == AgeData.BuiltIn ? DrawnDecayed : UtkFaceDecayed).TryGetValue(searched, out lambda);
        return found ? lambda : throw new ArgumentOutOfRangeException(nameof(method), method, $"No λ was searched for {method} with {classes} classes and weight decay {weightDecay}.");
    }
}
