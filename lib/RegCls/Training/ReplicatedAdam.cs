using RegCls.Models;
using RegCls.Optimisers;
using static TorchSharp.torch;

namespace RegCls.Training;

/// <summary><see cref="Adam"/> over all replicas of a <see cref="ReplicatedMlp"/> at once, each with its own step size.</summary>
public sealed class ReplicatedAdam : IReplicatedOptimiser
{
    internal const double Beta1 = Adam.Beta1, Beta2 = Adam.Beta2, Epsilon = Adam.Epsilon;

    private readonly Adam adam;
    private readonly Func<IReadOnlyList<double>, Tensor> spread;
    private double learningRate;
    private Tensor? learningRates;

    /// <summary>Attaches the optimiser to a network.</summary>
    /// <param name="network">A network that was built for training.</param>
    /// <param name="learningRate">Step size, positive.</param>
    /// <param name="weightDecay">Coefficient of the L2 term, 0 or positive; 1e-3 in the 1D study.</param>
    /// <param name="decoupled">True for AdamW.</param>
    /// <exception cref="ArgumentException">The network has no gradients, or a number is out of range.</exception>
    public ReplicatedAdam(ReplicatedMlp network, double learningRate, double weightDecay, bool decoupled = false)
        : this(network, [.. Enumerable.Repeat(learningRate, network.Replicas)], weightDecay, decoupled)
    {
    }

    /// <summary>Attaches the optimiser to a network whose replicas have step sizes of their own.</summary>
    /// <param name="network">A network that was built for training.</param>
    /// <param name="rates">Step size of each replica, positive.</param>
    /// <param name="weightDecay">Coefficient of the L2 term, 0 or positive.</param>
    /// <param name="decoupled">True for AdamW.</param>
    /// <exception cref="ArgumentException">The network has no gradients, or a number is out of range.</exception>
    public ReplicatedAdam(ReplicatedMlp network, IReadOnlyList<double> rates, double weightDecay, bool decoupled = false)
        : this(
            network.Parameters,
            network.Gradients ?? throw new ArgumentException("This network was copied for evaluation and cannot be trained.", nameof(network)),
            network.Spread,
            rates,
            weightDecay,
            decoupled)
    {
    }

    /// <summary>Attaches the optimiser to one number a replica, without weight decay: the noise scales of a Balanced MSE.</summary>
    internal ReplicatedAdam(Tensor parameters, Tensor gradients, IReadOnlyList<double> rates)
        : this(parameters, gradients, own => tensor(own.ToArray(), [parameters.shape[0]], parameters.dtype).DetachFromDisposeScope(), rates, weightDecay: 0, decoupled: false)
    {
    }

    private ReplicatedAdam(Tensor parameters, Tensor gradients, Func<IReadOnlyList<double>, Tensor> spread, IReadOnlyList<double> rates, double weightDecay, bool decoupled)
    {
        adam = new Adam([parameters], weightDecay, decoupled, [gradients]);
        this.spread = spread;
        SetLearningRates(rates);
    }

    /// <inheritdoc/>
    public void SetLearningRates(IReadOnlyList<double> rates)
    {
        foreach (double rate in rates)
        {
            if (!(rate > 0) || !double.IsFinite(rate))
            {
                throw new ArgumentException($"The learning rate must be a positive number, got {rate}.", nameof(rates));
            }
        }

        learningRates?.Dispose();
        learningRate = rates[0];
        learningRates = rates.Any(rate => rate != learningRate) ? spread(rates) : null;
    }

    /// <inheritdoc/>
    public void TakeStep() => adam.TakeStep(learningRates is null ? learningRate : 1, learningRates);

    /// <summary>Frees the moments and numbers; parameters and gradients belong to the network.</summary>
    public void Dispose()
    {
        adam.Dispose();
        learningRates?.Dispose();
    }
}
