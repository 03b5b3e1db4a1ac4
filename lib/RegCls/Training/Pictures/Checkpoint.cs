namespace RegCls.Training.Pictures;

/// <summary>Where a training on pictures keeps its state, so that it can be stopped or killed at any moment and goes on to the same numbers, bit by bit.</summary>
/// <param name="Path">The file, in the safetensors format. Whoever keeps the trained model deletes it.</param>
/// <param name="Every">How often it is written within an epoch; it is written at the end of each epoch and when the training is cancelled as well.</param>
public sealed record Checkpoint(string Path, TimeSpan Every);
