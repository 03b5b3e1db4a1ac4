namespace RegCls.Evaluation;

/// <summary>One value of one arm.</summary>
/// <param name="Function">The function: the unit of the statistics.</param>
/// <param name="Seed">The seed, or the index of the run within its function.</param>
/// <param name="Value">The value, say a test MSE.</param>
public readonly record struct ArmObservation(int Function, int Seed, double Value);
