namespace RegCls.Evaluation;

/// <summary>The values of two arms that share everything but the arm: same function, same seeds, same data.</summary>
/// <param name="Function">The function: the unit of the statistics.</param>
/// <param name="Seed">The seed, or the index of the run within its function.</param>
/// <param name="First">The value of the first arm, say the test MSE of reg+cls.</param>
/// <param name="Second">The value of the second arm, say the test MSE of reg.</param>
public readonly record struct PairedObservation(int Function, int Seed, double First, double Second);
