namespace RegCls.Training.Images;

/// <summary>One epoch of an image training, when it has ended.</summary>
/// <param name="Epoch">Its number; the first is 1.</param>
/// <param name="Epochs">How many there will be.</param>
/// <param name="TrainingLoss">Mean of the minimised value over its steps.</param>
/// <param name="ValidationMse">Mean squared error on the validation images, in squared units of the label.</param>
/// <param name="Seconds">How long it took, validation included.</param>
public sealed record ImageEpoch(int Epoch, int Epochs, double TrainingLoss, double ValidationMse, double Seconds);
