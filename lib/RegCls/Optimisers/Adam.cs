using RegCls.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Optimisers;

/// <summary>
/// Adam (Kingma &amp; Ba 2015) over a list of tensors, as <c>torch.optim.Adam</c> (<b>coupled</b> weight decay) or <c>torch.optim.AdamW</c> computes it, without temporary numbers (see <see cref="Numbers"/>).
/// </summary>
/// <remarks>
/// <c>g ← g + wd · θ; m ← β₁m + (1-β₁)g; v ← β₂v + (1-β₂)g²; θ ← θ - lr · (m / (1-β₁ᵗ)) / (√(v / (1-β₂ᵗ)) + ε)</c>.
/// Because wd · θ is added to the gradient <i>before</i> Adam divides by √v, a loss that is s times larger is regularised s times
/// less: this is why every comparison here carries the control <c>λ · MSE</c>.
/// </remarks>
public sealed class Adam : IDisposable
{
    internal const double Beta1 = 0.9, Beta2 = 0.999, Epsilon = 1e-8;

    private static readonly Scalar FirstKeep = Beta1, FirstWeight = 1 - Beta1, SecondKeep = Beta2, SecondWeight = 1 - Beta2, Small = Epsilon;

    private readonly Tensor[] parameters;
    private readonly Tensor[]? gradients;
    private readonly Tensor?[] firstMoments, secondMoments;
    private readonly double weightDecay;
    private readonly bool decoupled;
    private readonly Scalar decay;
    private long step;

    /// <summary>Attaches the optimiser.</summary>
    /// <param name="parameters">Tensors that require gradients; one without gradient at a step is left as it is.</param>
    /// <param name="weightDecay">0 or positive.</param>
    /// <param name="decoupled">True for AdamW: the decay shrinks the parameters instead of joining the gradient.</param>
    /// <param name="gradients">Where the gradients stand, one tensor for each of the parameters; null for those that libtorch keeps with the parameters.</param>
    /// <exception cref="ArgumentException">The weight decay is negative or not finite.</exception>
    public Adam(IEnumerable<Tensor> parameters, double weightDecay, bool decoupled = false, IReadOnlyList<Tensor>? gradients = null)
    {
        if (!(weightDecay >= 0) || !double.IsFinite(weightDecay))
        {
            throw new ArgumentException($"The weight decay must be 0 or positive, got {weightDecay}.", nameof(weightDecay));
        }

        this.parameters = [.. parameters];
        this.gradients = gradients is null ? null : [.. gradients];
        firstMoments = new Tensor?[this.parameters.Length];
        secondMoments = new Tensor?[this.parameters.Length];
        this.weightDecay = weightDecay;
        this.decoupled = decoupled;
        decay = weightDecay;
    }

    /// <summary>Updates the parameters from their gradients and sets these to zero.</summary>
    /// <param name="learningRate">Size of this step, positive.</param>
    /// <param name="factors">What the size is multiplied with for each number, in the shape of the parameters or broadcast to it; null for 1.</param>
    public void TakeStep(double learningRate, Tensor? factors = null)
    {
        step++;
        using IDisposable guard = no_grad();
        using DisposeScope scope = NewDisposeScope();
        using Scalar secondRoot = Math.Sqrt(1 - Math.Pow(Beta2, step)), rate = -learningRate / (1 - Math.Pow(Beta1, step)), shrink = -learningRate * weightDecay;
        for (int i = 0; i < parameters.Length; i++)
        {
            Tensor parameter = parameters[i];
            if ((gradients?[i] ?? parameter.grad) is not { } gradient)
            {
                continue;
            }

            if (weightDecay > 0 && !decoupled)
            {
                gradient.add_(parameter, alpha: decay);
            }
            else if (weightDecay > 0)
            {
                _ = factors is null ? parameter.add_(parameter, alpha: shrink) : parameter.addcmul_(parameter, factors, shrink);
            }

            Tensor first = firstMoments[i] ??= zeros_like(parameter).DetachFromDisposeScope(), second = secondMoments[i] ??= zeros_like(parameter).DetachFromDisposeScope();
            first.mul_(FirstKeep).add_(gradient, alpha: FirstWeight);
            second.mul_(SecondKeep).addcmul_(gradient, gradient, SecondWeight);
            Tensor denominator = second.sqrt().div_(secondRoot).add_(Small, Numbers.One);
            _ = factors is null ? parameter.addcdiv_(first, denominator, rate) : parameter.addcmul_(first, denominator.reciprocal_().mul_(factors), rate);
            gradient.zero_();
        }
    }

    /// <summary>The number of steps and the moments, to keep or to take up again.</summary>
    internal void Pieces(string name, CheckpointState state)
    {
        step = state.Integer(name + ".step", step);
        for (int i = 0; i < parameters.Length; i++)
        {
            if (state.Has($"{name}.first.{i}", firstMoments[i] is not null))
            {
                state.Piece($"{name}.first.{i}", firstMoments[i] ??= zeros_like(parameters[i], requires_grad: false).DetachFromDisposeScope());
                state.Piece($"{name}.second.{i}", secondMoments[i] ??= zeros_like(parameters[i], requires_grad: false).DetachFromDisposeScope());

                // A step without a gradient is none, one with a gradient of zero moves on by its moments.
                if (gradients is null)
                {
                    parameters[i].grad ??= zeros_like(parameters[i], requires_grad: false).DetachFromDisposeScope();
                }
            }
        }
    }

    /// <summary>Frees the moments; parameters and gradients belong to the network.</summary>
    public void Dispose()
    {
        foreach (Tensor? moment in firstMoments.Concat(secondMoments))
        {
            moment?.Dispose();
        }

        decay.Dispose();
    }
}
