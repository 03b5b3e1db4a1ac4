using RegCls.Binning;
using RegCls.Losses;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>One side of a comparison: what is minimised and, with classes, how they are made.</summary>
/// <param name="Arm">What is minimised.</param>
/// <param name="Definition">How the classes are made; of no meaning without classification.</param>
/// <param name="Loss">The regression loss: the squared one, or a Balanced MSE in its place.</param>
public sealed record StudyArm(Arm Arm, ClassDefinition Definition = ClassDefinition.Uniform, RegressionLoss Loss = RegressionLoss.Squared)
{
    /// <summary>reg: <c>MSE</c> alone.</summary>
    public static StudyArm Reg { get; } = new(Arm.Reg);

    /// <summary>scaled reg: the control <c>λ · MSE</c>.</summary>
    public static StudyArm ScaledReg { get; } = new(Arm.ScaledReg);

    /// <summary>reg+cls with uniform classes.</summary>
    public static StudyArm RegCls { get; } = new(Arm.RegCls);

    /// <summary>reg+cls with balanced classes.</summary>
    public static StudyArm RegClsBalanced { get; } = new(Arm.RegCls, ClassDefinition.Balanced);

    /// <summary>GAI in the place of MSE, at its own scale.</summary>
    public static StudyArm Gai { get; } = new(Arm.Reg, Loss: RegressionLoss.Gai);

    /// <summary>λ times GAI: the same factor as in scaled reg and reg+cls.</summary>
    public static StudyArm ScaledGai { get; } = new(Arm.ScaledReg, Loss: RegressionLoss.Gai);

    /// <summary>BMC in the place of MSE, at its own scale.</summary>
    public static StudyArm Bmc { get; } = new(Arm.Reg, Loss: RegressionLoss.Bmc);

    /// <summary>λ times BMC.</summary>
    public static StudyArm ScaledBmc { get; } = new(Arm.ScaledReg, Loss: RegressionLoss.Bmc);

    /// <summary>The arm of a run; runs without classes have one definition, whatever stands in theirs.</summary>
    public static StudyArm Of(RunConfiguration run) => new(run.Arm, run.Arm.HasClasses() ? run.ClassDefinition : ClassDefinition.Uniform, run.Loss);

    /// <summary>Name in tables and charts: <c>reg</c>, <c>scaled reg</c>, <c>reg+cls</c>, <c>reg+cls balanced</c>, <c>reg+cls keep only</c>; with another loss its name stands for <c>reg</c>: <c>GAI</c>, <c>scaled BMC</c>.</summary>
    public string DisplayName => Arm.DisplayName().Replace("reg", LossName, StringComparison.Ordinal) + Definition switch
    {
        ClassDefinition.Balanced => " balanced",
        ClassDefinition.KeepOnly => " keep only",
        _ => "",
    };

    private string LossName => Loss switch
    {
        RegressionLoss.Squared => "reg",
        RegressionLoss.Absolute => "L1",
        RegressionLoss.Huber => "Huber",
        _ => Loss.ToString().ToUpperInvariant(),
    };

    /// <summary>Whether a run is of this arm.</summary>
    public bool Includes(RunConfiguration run) => Of(run) == this;

    /// <summary>Whether a record is of this arm.</summary>
    public bool Has(RunRecord record) => Includes(record.Configuration);
}
