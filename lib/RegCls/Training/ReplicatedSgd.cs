using RegCls.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Training;

/// <summary>Stochastic gradient descent with momentum and coupled weight decay, as <c>torch.optim.SGD</c> computes it, over all replicas of a network at once.</summary>
/// <remarks>
/// <c>g ← g + wd · θ; b ← 0.9 b + g; θ ← θ - lr · b</c>. Unlike Adam it does not divide by the size of the gradient, so a loss that is s times larger takes steps
/// that are s times larger.
/// </remarks>
public sealed class ReplicatedSgd : IReplicatedOptimiser
{
    internal const double Momentum = 0.9;

    private readonly Tensor parameters;
    private readonly Tensor gradients;
    private readonly Tensor velocity;
    private readonly ReplicatedMlp network;
    private Tensor learningRates;
    private readonly double weightDecay;

    // Every number that goes to libtorch is held by a field; see Numbers.
    private readonly Scalar decay;
    private readonly Scalar momentum = Momentum;

    /// <summary>Attaches the optimiser to a network.</summary>
    /// <param name="network">A network that was built for training.</param>
    /// <param name="rates">Step size of each replica, positive.</param>
    /// <param name="weightDecay">Coefficient of the coupled L2 term, 0 or positive.</param>
    /// <exception cref="ArgumentException">The network has no gradients, or a number is out of range.</exception>
    public ReplicatedSgd(ReplicatedMlp network, IReadOnlyList<double> rates, double weightDecay)
    {
        RejectOutOfRange(rates);
        if (!(weightDecay >= 0) || !double.IsFinite(weightDecay))
        {
            throw new ArgumentException($"The weight decay must be 0 or positive, got {weightDecay}.", nameof(weightDecay));
        }

        parameters = network.Parameters;
        gradients = network.Gradients ?? throw new ArgumentException("This network was copied for evaluation and cannot be trained.", nameof(network));
        velocity = zeros_like(parameters).DetachFromDisposeScope();
        this.network = network;
        learningRates = network.Spread(rates);
        this.weightDecay = weightDecay;
        decay = weightDecay;
    }

    /// <inheritdoc/>
    public void TakeStep()
    {
        using IDisposable _ = no_grad();
        using DisposeScope scope = NewDisposeScope();
        if (weightDecay > 0)
        {
            gradients.add_(parameters, alpha: decay);
        }

        velocity.mul_(momentum).add_(gradients, alpha: Numbers.One);
        parameters.addcmul_(velocity, learningRates, Numbers.MinusOne);
        gradients.zero_();
    }

    /// <inheritdoc/>
    public void SetLearningRates(IReadOnlyList<double> rates)
    {
        RejectOutOfRange(rates);
        learningRates.Dispose();
        learningRates = network.Spread(rates);
    }

    private static void RejectOutOfRange(IReadOnlyList<double> rates)
    {
        foreach (double rate in rates)
        {
            if (!(rate > 0) || !double.IsFinite(rate))
            {
                throw new ArgumentException($"The learning rate must be a positive number, got {rate}.", nameof(rates));
            }
        }
    }

    /// <summary>Frees the velocity and numbers; parameters and gradients belong to the network.</summary>
    public void Dispose()
    {
        velocity.Dispose();
        learningRates.Dispose();
        decay.Dispose();
        momentum.Dispose();
    }
}
