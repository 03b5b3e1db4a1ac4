using RegCls.Binning;
using RegCls.Losses;
using RegCls.Training.Depth;
using RegCls.Training.Images;

namespace RegCls.Studies.Depth;

/// <summary>The methods of Tab. 2 and the depth half of Tab. 4, as they are named in records.</summary>
public enum DepthMethod
{
    /// <summary>MSE alone.</summary>
    Reg,

    /// <summary>The control: <c>max(λ, 1) · MSE</c>.</summary>
    ScaledReg,

    /// <summary>reg+cls with C equal ranges.</summary>
    RegCls,

    /// <summary>reg+cls with balanced classes.</summary>
    RegClsBalanced,

    /// <summary>LDS.</summary>
    Lds,

    /// <summary>FDS.</summary>
    Fds,

    /// <summary>LDS and FDS.</summary>
    Kernel,

    /// <summary>Balanced MSE with a mixture prior.</summary>
    Gai,

    /// <summary>Balanced MSE with the batch as prior.</summary>
    Bmc,

    /// <summary>Tab. 4: reg on pixels that are kept with the probabilities of 100 equalised classes.</summary>
    RegBalancedSamples,

    /// <summary>Tab. 4: reg+cls on the same pixels.</summary>
    RegClsBalancedSamples,

    /// <summary>Balanced MSE with a mixture prior and σ = 1 m throughout, as released.</summary>
    GaiAsReleased,

    /// <summary>Balanced MSE with the batch as prior and σ = 1 m throughout, as released.</summary>
    BmcAsReleased,

    /// <summary>LDS on inverse weights, as released.</summary>
    LdsAsReleased,
}

/// <summary>What the names of <see cref="DepthMethod"/> stand for.</summary>
public static class DepthMethodExtensions
{
    /// <summary>Whether the method has classes.</summary>
    public static bool HasClasses(this DepthMethod method) => method is DepthMethod.RegCls or DepthMethod.RegClsBalanced or DepthMethod.RegClsBalancedSamples;

    /// <summary>Whether the method has a λ to be searched.</summary>
    public static bool HasLambda(this DepthMethod method) => method.HasClasses() || method == DepthMethod.ScaledReg;

    /// <summary>The method as the trainer takes it.</summary>
    /// <param name="method">The name.</param>
    /// <param name="classes">C; not used without classes.</param>
    /// <param name="lambda">λ; not used where there is none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The name is unknown.</exception>
    public static ImageMethod ToImageMethod(this DepthMethod method, int classes, double lambda) => method switch
    {
        DepthMethod.Reg => DepthMethods.Reg,
        DepthMethod.ScaledReg => DepthMethods.ScaledReg(lambda),
        DepthMethod.RegCls => DepthMethods.RegCls(classes, lambda),
        DepthMethod.RegClsBalanced => DepthMethods.RegCls(classes, lambda, ClassDefinition.Balanced),
        DepthMethod.Lds => DepthMethods.Lds,
        DepthMethod.Fds => DepthMethods.Fds,
        DepthMethod.Kernel => DepthMethods.Kernel,
        DepthMethod.Gai => DepthMethods.Gai,
        DepthMethod.Bmc => DepthMethods.Bmc,
        DepthMethod.RegBalancedSamples => DepthMethods.Reg with { BalancedSamples = true },
        DepthMethod.RegClsBalancedSamples => DepthMethods.RegCls(classes, lambda) with { BalancedSamples = true },
        DepthMethod.GaiAsReleased => DepthMethods.FixedNoise(RegressionLoss.Gai),
        DepthMethod.BmcAsReleased => DepthMethods.FixedNoise(RegressionLoss.Bmc),
        DepthMethod.LdsAsReleased => DepthMethods.LdsAsReleased,
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Expected a method of Tab. 2 or 4."),
    };

    /// <summary>Name in tables.</summary>
    /// <param name="method">The name.</param>
    /// <param name="classes">C; not used without classes.</param>
    public static string DisplayName(this DepthMethod method, int classes) => method switch
    {
        DepthMethod.Lds => "LDS",
        DepthMethod.Fds => "FDS",
        DepthMethod.Kernel => "LDS + FDS",
        DepthMethod.Gai => "Balanced MSE (GAI)",
        DepthMethod.Bmc => "Balanced MSE (BMC)",
        DepthMethod.LdsAsReleased => "LDS, as released",
        DepthMethod.GaiAsReleased => "Balanced MSE (GAI), as released",
        DepthMethod.BmcAsReleased => "Balanced MSE (BMC), as released",
        _ => method.ToImageMethod(classes, 1).DisplayName,
    };
}
