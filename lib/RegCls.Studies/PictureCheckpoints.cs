using RegCls.Training.Pictures;

namespace RegCls.Studies;

/// <summary>Where models that take long keep the state of their training while it runs.</summary>
/// <param name="Folder">A folder, made where it is missing; a model's file is named by its key and its data, and deleted when the model is recorded.</param>
/// <param name="Every">How often a state is written, beside the end of each epoch and a run that is stopped.</param>
public sealed record PictureCheckpoints(string Folder, TimeSpan Every)
{
    /// <summary>The state of a model.</summary>
    internal Checkpoint Of(IRunConfiguration run, string dataHash) => new(Path.Combine(Folder, $"{run.Hash}{(dataHash.Length == 0 ? "" : "-")}{dataHash}.safetensors"), Every);
}
