namespace RegCls.Training.Depth;

/// <summary>One epoch of a depth training, when it has ended.</summary>
/// <param name="Epoch">Its number; the first is 1.</param>
/// <param name="Epochs">How many there will be.</param>
/// <param name="TrainingLoss">Mean of the minimised value over its steps.</param>
/// <param name="ValidationRmse">Balanced root mean squared error on the validation frames, in metres (<see cref="DepthErrorSums.BalancedRmse"/>): the best epoch is that where it is lowest.</param>
/// <param name="TestRmse">Root mean squared error on the test frames in metres; null where there are none. To choose by it is bad practice; Tab. 2 shows it beside the other.</param>
/// <param name="Seconds">How long it took, evaluation included.</param>
public sealed record DepthEpoch(int Epoch, int Epochs, double TrainingLoss, double ValidationRmse, double? TestRmse, double Seconds);
