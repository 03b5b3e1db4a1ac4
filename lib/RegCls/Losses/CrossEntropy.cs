using RegCls.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Losses;

/// <summary>The classification loss of Eq. 4: softmax cross-entropy, one value a replica.</summary>
public static class CrossEntropy
{
    /// <summary>Label of a sample that does not enter the classification loss (Eq. 16).</summary>
    public const long Dropped = -1;

    /// <summary>
    /// Mean over the <b>kept</b> samples of <c>-log softmax(g(x))_class(y)</c>. A replica with no kept sample gives 0, not NaN.
    /// </summary>
    /// <param name="logits"><c>[R, B, C]</c>.</param>
    /// <param name="labels"><c>[R, B]</c>, 64-bit class indices in 0..C-1, or <see cref="Dropped"/>.</param>
    /// <returns><c>[R]</c>, in nats.</returns>
    /// <exception cref="ArgumentException">The shapes do not belong together.</exception>
    public static Tensor PerReplica(Tensor logits, Tensor labels)
    {
        long[] shape = logits.shape;
        if (shape.Length != 3 || !labels.shape.AsSpan().SequenceEqual(shape.AsSpan(0, 2)))
        {
            throw new ArgumentException(
                $"Logits must be [R, B, C] and labels [R, B], got [{string.Join(", ", shape)}] and [{string.Join(", ", labels.shape)}].",
                nameof(labels));
        }

        using DisposeScope scope = NewDisposeScope();
        Tensor perSample = nn.functional.cross_entropy(
            logits.view(-1, shape[2]), labels.view(-1), ignore_index: Dropped, reduction: nn.Reduction.None);

        using Scalar dropped = Dropped;
        Tensor kept = labels.ne(dropped).sum(1).clamp_min(Numbers.One);
        return (perSample.view(shape[0], shape[1]).sum(1) / kept).MoveToOuterDisposeScope();
    }
}
