namespace RegCls.Platform;

/// <summary>An operation on numbers drawn once, computed by libtorch as the trainers call it, and by loops written from its definition.</summary>
/// <param name="Name">The operation and its shape, such as <c>convolution 16 → 1, 5×5</c>.</param>
/// <param name="Results">What it gives, one name an array: the output and its gradients.</param>
/// <param name="Native">By libtorch.</param>
/// <param name="Definition">By loops, in double precision; arrays of the same lengths.</param>
public sealed record KernelCase(string Name, IReadOnlyList<string> Results, Func<IReadOnlyList<float[]>> Native, Func<IReadOnlyList<double[]>> Definition);
