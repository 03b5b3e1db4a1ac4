using RegCls.Binning;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>One side of a comparison: what is minimised and, with classes, how they are made.</summary>
/// <param name="Arm">What is minimised.</param>
/// <param name="Definition">How the classes are made; of no meaning without classification.</param>
public sealed record StudyArm(Arm Arm, ClassDefinition Definition = ClassDefinition.Uniform)
{
    /// <summary>reg: <c>MSE</c> alone.</summary>
    public static StudyArm Reg { get; } = new(Arm.Reg);

    /// <summary>scaled reg: the control <c>λ · MSE</c>.</summary>
    public static StudyArm ScaledReg { get; } = new(Arm.ScaledReg);

    /// <summary>reg+cls with uniform classes.</summary>
    public static StudyArm RegCls { get; } = new(Arm.RegCls);

    /// <summary>reg+cls with balanced classes.</summary>
    public static StudyArm RegClsBalanced { get; } = new(Arm.RegCls, ClassDefinition.Balanced);

    /// <summary>The arm of a run; runs without classes have one definition, whatever stands in theirs.</summary>
    public static StudyArm Of(RunConfiguration run) => new(run.Arm, run.Arm.HasClasses() ? run.ClassDefinition : ClassDefinition.Uniform);

    /// <summary>Name in tables and charts: <c>reg</c>, <c>scaled reg</c>, <c>reg+cls</c>, <c>reg+cls balanced</c>, <c>reg+cls keep only</c>.</summary>
    public string DisplayName => Arm.DisplayName() + Definition switch
    {
        ClassDefinition.Balanced => " balanced",
        ClassDefinition.KeepOnly => " keep only",
        _ => "",
    };

    /// <summary>Whether a run is of this arm.</summary>
    public bool Includes(RunConfiguration run) => Of(run) == this;
}
