namespace RegCls.Studies.Depth;

/// <summary>
/// The λ of each arm, written down so that a study can be named by it: what the recorded searches <c>depth-lambda</c> and <c>depth-rooms-lambda</c> chose on validation (<see cref="ChosenDepthLambda"/>). On the built-in
/// rooms they decide little: five of eight choices were others in version 0.1, whose kernels rounded otherwise.
/// No search was run on NYUD2-DIR and NYUv2, which we do not have: there each arm has the λ of the built-in rooms, whose depths and errors are as large.
/// </summary>
public static class DepthLambda
{
    private static readonly Dictionary<(DepthData, DepthMethod, int), double> Chosen = new()
    {
        [(DepthData.BuiltIn, DepthMethod.ScaledReg, 0)] = 10,
        [(DepthData.BuiltIn, DepthMethod.RegCls, 2)] = 10,
        [(DepthData.BuiltIn, DepthMethod.RegCls, 10)] = 100,
        [(DepthData.BuiltIn, DepthMethod.RegCls, 100)] = 100,
        [(DepthData.BuiltIn, DepthMethod.RegClsBalanced, 2)] = 0.1,
        [(DepthData.BuiltIn, DepthMethod.RegClsBalanced, 10)] = 100,
        [(DepthData.BuiltIn, DepthMethod.RegClsBalanced, 100)] = 1,
        [(DepthData.BuiltIn, DepthMethod.RegClsBalancedSamples, 100)] = 10,
        [(DepthData.Recording, DepthMethod.ScaledReg, 0)] = 1000,
        [(DepthData.Recording, DepthMethod.RegCls, 2)] = 0.1,
        [(DepthData.Recording, DepthMethod.RegCls, 10)] = 0.1,
        [(DepthData.Recording, DepthMethod.RegCls, 100)] = 1,
        [(DepthData.Recording, DepthMethod.RegClsBalanced, 2)] = 0.1,
        [(DepthData.Recording, DepthMethod.RegClsBalanced, 10)] = 0.1,
        [(DepthData.Recording, DepthMethod.RegClsBalanced, 100)] = 1000,
        [(DepthData.Recording, DepthMethod.RegClsBalancedSamples, 100)] = 1,
    };

    /// <summary>The λ of an arm.</summary>
    /// <param name="data">The frames.</param>
    /// <param name="method">The method.</param>
    /// <param name="classes">C; 0 without classes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The arm has no λ.</exception>
    public static double For(DepthData data, DepthMethod method, int classes) => Chosen.TryGetValue((data is DepthData.Nyud2 or DepthData.NyuLabelled ? DepthData.BuiltIn : data, method, classes), out double lambda)
        ? lambda
        : throw new ArgumentOutOfRangeException(nameof(method), method, $"There is no λ for {method} with {classes} classes on {data}.");
}
