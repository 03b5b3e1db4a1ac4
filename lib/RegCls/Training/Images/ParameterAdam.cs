using RegCls.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Training.Images;

/// <summary>Adam over a list of tensors, as <c>torch.optim.Adam</c> (coupled weight decay) or <c>torch.optim.AdamW</c> computes it, without temporary numbers (see <see cref="Numbers"/>).</summary>
public sealed class ParameterAdam : IDisposable
{
    private static readonly Scalar FirstKeep = 0.9, FirstWeight = 1 - 0.9, SecondKeep = 0.999, SecondWeight = 1 - 0.999, Epsilon = 1e-8;

    private readonly Tensor[] parameters;
    private readonly Tensor?[] firstMoments, secondMoments;
    private readonly double weightDecay;
    private readonly bool decoupled;
    private readonly Scalar decay;
    private long step;

    /// <summary>Attaches the optimiser.</summary>
    /// <param name="parameters">Tensors that require gradients; one without gradient at a step is left as it is.</param>
    /// <param name="weightDecay">0 or positive.</param>
    /// <param name="decoupled">True for AdamW.</param>
    /// <exception cref="ArgumentException">The weight decay is negative or not finite.</exception>
    public ParameterAdam(IEnumerable<Tensor> parameters, double weightDecay, bool decoupled = false)
    {
        if (!(weightDecay >= 0) || !double.IsFinite(weightDecay))
        {
            throw new ArgumentException($"The weight decay must be 0 or positive, got {weightDecay}.", nameof(weightDecay));
        }

        this.parameters = [.. parameters];
        firstMoments = new Tensor?[this.parameters.Length];
        secondMoments = new Tensor?[this.parameters.Length];
        this.weightDecay = weightDecay;
        this.decoupled = decoupled;
        decay = weightDecay;
    }

    /// <summary>Updates the parameters from their gradients and sets these to zero.</summary>
    /// <param name="learningRate">Size of this step, positive.</param>
    public void TakeStep(double learningRate)
    {
        step++;
        using IDisposable guard = no_grad();
        using DisposeScope scope = NewDisposeScope();
        using Scalar secondRoot = Math.Sqrt(1 - Math.Pow(0.999, step)), rate = -learningRate / (1 - Math.Pow(0.9, step)), shrink = -learningRate * weightDecay;
        for (int i = 0; i < parameters.Length; i++)
        {
            Tensor parameter = parameters[i];
            if (parameter.grad is not { } gradient)
            {
                continue;
            }

            if (weightDecay > 0)
            {
                (decoupled ? parameter : gradient).add_(parameter, alpha: decoupled ? shrink : decay);
            }

            Tensor first = firstMoments[i] ??= zeros_like(parameter).DetachFromDisposeScope(), second = secondMoments[i] ??= zeros_like(parameter).DetachFromDisposeScope();
            first.mul_(FirstKeep).add_(gradient, alpha: FirstWeight);
            second.mul_(SecondKeep).addcmul_(gradient, gradient, SecondWeight);
            parameter.addcdiv_(first, second.sqrt().div_(secondRoot).add_(Epsilon, Numbers.One), rate);
            gradient.zero_();
        }
    }

    /// <summary>Frees the moments; the parameters belong to the network.</summary>
    public void Dispose()
    {
        foreach (Tensor? moment in firstMoments.Concat(secondMoments))
        {
            moment?.Dispose();
        }

        decay.Dispose();
    }
}
