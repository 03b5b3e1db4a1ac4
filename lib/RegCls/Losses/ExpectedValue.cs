using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Losses;

/// <summary>A classifier's probabilities as a prediction (Rothe et al. 2015): the expected value <c>Σ_c softmax(g(x))_c · y_c</c>.</summary>
public static class ExpectedValue
{
    /// <summary>The expected value of each sample.</summary>
    /// <param name="logits">g(x), <c>[N, C]</c>.</param>
    /// <param name="values">y_c, what each class stands for, <c>[C]</c>.</param>
    /// <returns><c>[N, 1]</c>, in units of the values.</returns>
    /// <exception cref="ArgumentException">The shapes do not belong together.</exception>
    public static Tensor Of(Tensor logits, Tensor values)
    {
        if (logits.shape.Length != 2 || values.shape.Length != 1 || logits.shape[1] != values.shape[0])
        {
            throw new ArgumentException($"Logits must be [N, C] and class values [C], got [{string.Join(", ", logits.shape)}] and [{string.Join(", ", values.shape)}].", nameof(values));
        }

        using DisposeScope scope = NewDisposeScope();
        return logits.softmax(1).matmul(values.view(-1, 1)).MoveToOuterDisposeScope();
    }
}
