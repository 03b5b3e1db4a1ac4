using static TorchSharp.torch;

namespace RegCls.Losses;

/// <summary>The regression term of one model's objective, before λ.</summary>
public interface IRegressionCriterion : IDisposable
{
    /// <summary>What is learned beside the network, such as a noise scale; each tensor requires a gradient.</summary>
    IReadOnlyList<Tensor> Parameters { get; }

    /// <summary>The fewest samples a batch can learn from; a smaller one has the loss 0.</summary>
    int FewestSamples => 1;

    /// <summary>The loss of a batch.</summary>
    /// <param name="predictions">f(x), <c>[N, 1]</c>.</param>
    /// <param name="targets">y, <c>[N, 1]</c>.</param>
    /// <param name="weights">Weight of each sample, <c>[N, 1]</c>; null for 1.</param>
    /// <returns>One number, <c>[]</c>; 0 for an empty batch.</returns>
    /// <exception cref="ArgumentException">The shapes do not belong together.</exception>
    Tensor Mean(Tensor predictions, Tensor targets, Tensor? weights);
}
