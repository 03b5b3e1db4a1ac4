using RegCls.Binning;
using RegCls.Training;

namespace RegCls.Studies.Video;

/// <summary>The models of Tab. 5 and the control it lacks.</summary>
public enum VideoArm
{
    /// <summary>The "random baseline": CTE's network as it is before training. It predicts nearly 0 for every frame.</summary>
    Untrained,

    /// <summary>CTE (Kukleva et al., 2019): sigmoid MLP with its initialisation, summed MSE.</summary>
    Cte,

    /// <summary>reg: ReLU MLP, summed MSE.</summary>
    Reg,

    /// <summary>scaled reg: the control, λ times the summed MSE with the same weight decay.</summary>
    ScaledReg,

    /// <summary>reg+cls: λ times the summed MSE, plus cross-entropy.</summary>
    RegCls,

    /// <summary>reg+cls with balanced classes.</summary>
    RegClsBalanced,
}

/// <summary>Names and properties of <see cref="VideoArm"/>.</summary>
public static class VideoArmExtensions
{
    /// <summary>Name in records, tables and charts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member of <see cref="VideoArm"/>.</exception>
    public static string DisplayName(this VideoArm arm) => arm switch
    {
        VideoArm.Untrained => "untrained",
        VideoArm.Cte => "CTE",
        VideoArm.Reg => "reg",
        VideoArm.ScaledReg => "scaled reg",
        VideoArm.RegCls => "reg+cls",
        VideoArm.RegClsBalanced => "reg+cls balanced",
        _ => throw new ArgumentOutOfRangeException(nameof(arm), arm, "Expected a member of VideoArm."),
    };

    /// <summary>True where the network has a classification head.</summary>
    public static bool HasClasses(this VideoArm arm) => arm is VideoArm.RegCls or VideoArm.RegClsBalanced;

    /// <summary>True where the objective has a λ.</summary>
    public static bool HasLambda(this VideoArm arm) => arm is VideoArm.ScaledReg or VideoArm.RegCls or VideoArm.RegClsBalanced;

    /// <summary>True where the network has sigmoids and CTE's initialisation.</summary>
    public static bool IsCte(this VideoArm arm) => arm is VideoArm.Untrained or VideoArm.Cte;

    /// <summary>What is minimised.</summary>
    internal static Arm Objective(this VideoArm arm) => arm switch
    {
        VideoArm.RegCls or VideoArm.RegClsBalanced => Arm.RegCls,
        VideoArm.ScaledReg => Arm.ScaledReg,
        _ => Arm.Reg,
    };

    /// <summary>How classes are made.</summary>
    internal static ClassDefinition Definition(this VideoArm arm) => arm == VideoArm.RegClsBalanced ? ClassDefinition.Balanced : ClassDefinition.Uniform;
}
