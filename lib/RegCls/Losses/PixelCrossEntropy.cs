using RegCls.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Losses;

/// <summary>The classification loss of Eq. 4 at each pixel. Classes are given by their index: with 100 of them, one-hot targets would take as much memory as the logits.</summary>
public static class PixelCrossEntropy
{
    /// <summary>Label of a pixel that does not enter the classification loss: its depth is not known, outside the ranges, or was not kept (Eq. 16).</summary>
    public const long Dropped = CrossEntropy.Dropped;

    private static readonly Scalar DroppedNumber = Dropped;

    /// <summary>Mean over the <b>kept</b> pixels of all images of <c>-log softmax(g(x))_class(y)</c>; 0, not NaN, if none is kept.</summary>
    /// <param name="logits"><c>[S, C, P]</c>: P pixels in each of S parts.</param>
    /// <param name="labels"><c>[S, P]</c>, 64-bit class indices in 0..C-1, or <see cref="Dropped"/>.</param>
    /// <returns>One number, <c>[]</c>, in nats.</returns>
    /// <exception cref="ArgumentException">The shapes do not belong together, or the labels are no 64-bit indices.</exception>
    public static Tensor Mean(Tensor logits, Tensor labels)
    {
        long[] shape = logits.shape;
        if (shape.Length != 3 || labels.dtype != ScalarType.Int64 || !labels.shape.AsSpan().SequenceEqual((ReadOnlySpan<long>)[shape[0], shape[2]]))
        {
            throw new ArgumentException(
                $"Logits must be [S, C, P] and labels [S, P] of 64-bit class indices, got [{string.Join(", ", shape)}] and [{string.Join(", ", labels.shape)}] of {labels.dtype}.", nameof(labels));
        }

        using DisposeScope scope = NewDisposeScope();
        Tensor sum = nn.functional.cross_entropy(logits, labels, ignore_index: Dropped, reduction: nn.Reduction.Sum);
        return (sum / labels.ne(DroppedNumber).sum().clamp_min(Numbers.One)).MoveToOuterDisposeScope();
    }
}
