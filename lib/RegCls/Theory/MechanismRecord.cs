using RegCls.Studies;

namespace RegCls.Theory;

/// <summary>A model and what <see cref="MechanismMeasure"/> says about it.</summary>
/// <param name="Configuration">The model; its epochs are where the training was stopped.</param>
/// <param name="Measure">The quantities of Eq. 6 to 11.</param>
public sealed record MechanismRecord(RunConfiguration Configuration, MechanismMeasure Measure);
