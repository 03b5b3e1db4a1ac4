using RegCls.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Training;

/// <summary>
/// Adam (Kingma &amp; Ba 2015) with <b>coupled</b> weight decay, as <c>torch.optim.Adam</c> computes it, over all replicas of a
/// <see cref="ReplicatedMlp"/> at once.
/// </summary>
/// <remarks>
/// <c>g ← g + wd · θ; m ← β₁m + (1-β₁)g; v ← β₂v + (1-β₂)g²; θ ← θ - lr · (m / (1-β₁ᵗ)) / (√(v / (1-β₂ᵗ)) + ε)</c>.
/// Because wd · θ is added to the gradient <i>before</i> Adam divides by √v, a loss that is s times larger is regularised s times
/// less: this is why every comparison here carries the control <c>λ · MSE</c>.
/// </remarks>
public sealed class ReplicatedAdam : IReplicatedOptimiser
{
    internal const double Beta1 = 0.9, Beta2 = 0.999, Epsilon = 1e-8;

    private readonly Tensor parameters;
    private readonly Tensor gradients;
    private readonly Tensor firstMoment;
    private readonly Tensor secondMoment;
    private readonly Tensor denominator;
    private readonly Func<IReadOnlyList<double>, Tensor> spread;
    private double learningRate;
    private Tensor? learningRates;
    private readonly double weightDecay;
    private readonly bool decoupled;

    // Every number that goes to libtorch is held by a field or a using; see Numbers.
    private readonly Scalar decay;
    private readonly Scalar firstKeep = Beta1;
    private readonly Scalar firstWeight = 1 - Beta1;
    private readonly Scalar secondKeep = Beta2;
    private readonly Scalar secondWeight = 1 - Beta2;
    private readonly Scalar epsilon = Epsilon;
    private long step;

    /// <summary>Attaches the optimiser to a network.</summary>
    /// <param name="network">A network that was built for training.</param>
    /// <param name="learningRate">Step size, positive.</param>
    /// <param name="weightDecay">Coefficient of the L2 term, 0 or positive; 1e-3 in the 1D study.</param>
    /// <param name="decoupled">True for AdamW: the decay shrinks the parameters instead of joining the gradient.</param>
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
        if (!(weightDecay >= 0) || !double.IsFinite(weightDecay))
        {
            throw new ArgumentException($"The weight decay must be 0 or positive, got {weightDecay}.", nameof(weightDecay));
        }

        this.parameters = parameters;
        this.spread = spread;
        this.gradients = gradients;
        firstMoment = zeros_like(parameters).DetachFromDisposeScope();
        secondMoment = zeros_like(parameters).DetachFromDisposeScope();
        denominator = zeros_like(parameters).DetachFromDisposeScope();
        this.weightDecay = weightDecay;
        this.decoupled = decoupled;
        decay = weightDecay;
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

    /// <summary>Updates the parameters from the gradients of the last backward pass and sets the gradients to zero.</summary>
    public void TakeStep()
    {
        step++;
        using IDisposable _ = no_grad();
        using DisposeScope scope = NewDisposeScope();
        if (weightDecay > 0 && !decoupled)
        {
            gradients.add_(parameters, alpha: decay);
        }
        else if (weightDecay > 0)
        {
            Shrink();
        }

        firstMoment.mul_(firstKeep).add_(gradients, alpha: firstWeight);
        secondMoment.mul_(secondKeep).addcmul_(gradients, gradients, secondWeight);

        using Scalar secondRoot = Math.Sqrt(1 - Math.Pow(Beta2, step));
        using Scalar rate = -(learningRates is null ? learningRate : 1) / (1 - Math.Pow(Beta1, step));
        denominator.copy_(secondMoment).sqrt_().div_(secondRoot).add_(epsilon, Numbers.One);
        if (learningRates is null)
        {
            parameters.addcdiv_(firstMoment, denominator, rate);
        }
        else
        {
            parameters.addcmul_(firstMoment, denominator.reciprocal_().mul_(learningRates), rate);
        }

        gradients.zero_();
    }

    // θ ← θ · (1 - lr · wd)
    private void Shrink()
    {
        using Scalar factor = -weightDecay * (learningRates is null ? learningRate : 1);
        if (learningRates is null)
        {
            parameters.add_(parameters, alpha: factor);
        }
        else
        {
            parameters.addcmul_(parameters, learningRates, factor);
        }
    }

    /// <summary>Frees the moments and numbers; parameters and gradients belong to the network.</summary>
    public void Dispose()
    {
        firstMoment.Dispose();
        secondMoment.Dispose();
        denominator.Dispose();
        learningRates?.Dispose();
        foreach (Scalar number in new[] { decay, firstKeep, firstWeight, secondKeep, secondWeight, epsilon })
        {
            number.Dispose();
        }
    }
}
