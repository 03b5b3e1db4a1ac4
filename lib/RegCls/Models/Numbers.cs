using TorchSharp;

namespace RegCls.Models;

/// <summary>
/// Numbers handed to libtorch that live as long as the process. TorchSharp makes a <see cref="Scalar"/> for every number, also for the factor 1
/// in <c>a + b</c>, and such a temporary is garbage as soon as its handle is read: its finalizer may free it while the native call
/// still uses it. In a training step, millions of calls long, that happens. So hot paths write <c>a.add(b, alpha: Numbers.One)</c>.
/// </summary>
/// <remarks>The same holds for tensors: in <c>(a * b).mean()</c> the product may be freed while its mean is taken. A dispose scope holds what is made in it, so whatever computes with tensors opens one.</remarks>
internal static class Numbers
{
    public static readonly Scalar One = 1;
    public static readonly Scalar MinusOne = -1;
}
