namespace RegCls.Training;

/// <summary>How the steps of a training are computed.</summary>
public enum TrainingEngine
{
    /// <summary>libtorch with the replica as leading tensor dimension: any shape, either precision, autograd.</summary>
    Tensors,

    /// <summary>
    /// The gradients of the Tab. 6 network written out for processor vectors, one model a core at a time: several times faster,
    /// single precision only. Full studies use it.
    /// </summary>
    Vectorised,
}
