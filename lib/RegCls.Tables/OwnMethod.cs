using RegCls.Binning;
using RegCls.Training;

namespace RegCls.Tables;

/// <summary>What is compared: three baselines that are no networks, and the arms.</summary>
public enum OwnMethod
{
    /// <summary>The mean of the training targets.</summary>
    Mean,

    /// <summary>A straight line (plane) with a penalty chosen on validation: ridge regression.</summary>
    Line,

    /// <summary>Gradient-boosted trees, their number chosen on validation.</summary>
    Trees,

    /// <summary>The network with the squared error alone (Eq. 3).</summary>
    Reg,

    /// <summary>The network with λ times the squared error: the control.</summary>
    ScaledReg,

    /// <summary>The network with λ times the squared error plus the cross-entropy of classes of equal width (Eq. 4).</summary>
    RegCls,

    /// <summary>The same with balanced classes (Eq. 12, 13, 16).</summary>
    RegClsBalanced,
}

/// <summary>Names and properties of <see cref="OwnMethod"/>.</summary>
public static class OwnMethods
{
    /// <summary>The four arms.</summary>
    public static IReadOnlyList<OwnMethod> Arms { get; } = [OwnMethod.Reg, OwnMethod.ScaledReg, OwnMethod.RegCls, OwnMethod.RegClsBalanced];

    /// <summary>The three baselines.</summary>
    public static IReadOnlyList<OwnMethod> Baselines { get; } = [OwnMethod.Mean, OwnMethod.Line, OwnMethod.Trees];

    /// <summary>The name in tables and records.</summary>
    public static string Name(this OwnMethod method) => method switch
    {
        OwnMethod.Mean => "the mean",
        OwnMethod.Line => "straight line (ridge)",
        OwnMethod.Trees => "boosted trees",
        OwnMethod.RegClsBalanced => "reg+cls balanced",
        _ => method.Arm().DisplayName(),
    };

    /// <summary>Whether it is a network.</summary>
    public static bool IsArm(this OwnMethod method) => method >= OwnMethod.Reg;

    /// <summary>What the network minimises.</summary>
    internal static Arm Arm(this OwnMethod method) => method switch
    {
        OwnMethod.Reg => Training.Arm.Reg,
        OwnMethod.ScaledReg => Training.Arm.ScaledReg,
        OwnMethod.RegCls or OwnMethod.RegClsBalanced => Training.Arm.RegCls,
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "A baseline is no arm."),
    };

    /// <summary>How its classes are made.</summary>
    internal static ClassDefinition Definition(this OwnMethod method) => method == OwnMethod.RegClsBalanced ? ClassDefinition.Balanced : ClassDefinition.Uniform;
}
