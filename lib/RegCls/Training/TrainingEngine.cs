namespace RegCls.Training;

/// <summary>How the steps of a training are computed.</summary>
public enum TrainingEngine
{
    /// <summary>libtorch with the replica as leading tensor dimension: any shape, either precision, autograd.</summary>
    Tensors,

    /// <summary>
    /// The gradients written out for processor vectors, one model a core at a time: several times faster, ReLU and single precision only. The networks of Tab. 6 (one input, layers of
    /// at most 16 and 15 units) have code of their own; any other number of inputs and hidden layers is trained too. Full studies use it.
    /// </summary>
    Vectorised,
}
