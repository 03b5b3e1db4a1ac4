namespace RegCls.Training;

/// <summary>What is minimised: the paper's two objectives and the control it lacks.</summary>
public enum Arm
{
    /// <summary><c>MSE</c> alone (Eq. 3): the paper's baseline.</summary>
    Reg,

    /// <summary>
    /// <c>λ · MSE</c> without classes: the control. Same loss scale and same weight decay as <see cref="RegCls"/>, so whatever
    /// separates the two is due to the classes.
    /// </summary>
    ScaledReg,

    /// <summary><c>λ · MSE + CE</c> (Eq. 4).</summary>
    RegCls,
}

/// <summary>Names and properties of <see cref="Arm"/>.</summary>
public static class ArmExtensions
{
    /// <summary>Name in records, tables and charts: <c>reg</c>, <c>scaled reg</c>, <c>reg+cls</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member of <see cref="Arm"/>.</exception>
    public static string DisplayName(this Arm arm) => arm switch
    {
        Arm.Reg => "reg",
        Arm.ScaledReg => "scaled reg",
        Arm.RegCls => "reg+cls",
        _ => throw new ArgumentOutOfRangeException(nameof(arm), arm, "Expected Reg, ScaledReg or RegCls."),
    };

    /// <summary>The factor of the regression term: 1 for <see cref="Arm.Reg"/>, λ otherwise.</summary>
    public static double RegressionFactor(this Arm arm, double lambda) => arm == Arm.Reg ? 1 : lambda;

    /// <summary>True where the network has a classification head.</summary>
    public static bool HasClasses(this Arm arm) => arm == Arm.RegCls;
}
