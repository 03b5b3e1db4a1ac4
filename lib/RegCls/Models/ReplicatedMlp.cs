using RegCls.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Models;

/// <summary>
/// R independent copies (replicas) of the network of Tab. 6 in one set of tensors: the replica is the leading dimension of every
/// weight (<c>[R, in, out]</c>), bias (<c>[R, 1, out]</c>) and activation (<c>[R, B, width]</c>), so that one batched product trains
/// all of them at once. Replicas share nothing: the gradient of a sum of per-replica losses is each replica's own gradient.
/// </summary>
/// <remarks>
/// All parameters are views of one flat tensor, and all gradients of another, so that the optimiser updates everything with a
/// handful of operations whatever the number of layers.
/// </remarks>
public sealed class ReplicatedMlp : IDisposable
{
    private const double SmallDeviation = 0.01;

    // Weight decay moves a parameter by the learning rate a step: never enough to matter against this.
    private const double SwitchedOff = -1e9;

    private readonly (Tensor Weight, Tensor Bias)[] hidden;
    private readonly (Tensor Weight, Tensor Bias) regression;
    private readonly (Tensor Weight, Tensor Bias)? classification;
    private readonly List<Tensor> views = [];

    /// <summary>
    /// Builds the replicas, by default with Xavier-uniform weights, <c>U(-a, a)</c> with <c>a = √(6 / (fanIn + fanOut))</c>, and zero biases.
    /// </summary>
    /// <param name="shape">Layer widths.</param>
    /// <param name="initialisation">
    /// One stream a replica. Hidden layers are drawn first, then the regression head, then the classification head, so that two
    /// networks that differ only in their classes start from the same hidden weights when given equal streams.
    /// </param>
    /// <param name="precision">Type of the parameters.</param>
    /// <param name="scheme">The distribution of weights and biases; a layer's weights are drawn before its biases.</param>
    /// <param name="ownClasses">
    /// Classes of each replica, at most those of the shape; null where all have all. The logits of the others are so low that their probability and gradient are exactly 0, so a replica
    /// is the network it would be with a head of its own size.
    /// </param>
    /// <exception cref="ArgumentException">The shape cannot be built, or there is no stream.</exception>
    public ReplicatedMlp(MlpShape shape, IReadOnlyList<RandomStream> initialisation, Precision precision, WeightInitialisation scheme = WeightInitialisation.XavierUniform, IReadOnlyList<int>? ownClasses = null)
        : this(shape, initialisation.Count, precision, requiresGradient: true)
    {
        using IDisposable _ = no_grad();
        foreach ((Tensor weight, Tensor bias) in Layers())
        {
            int fanIn = (int)weight.shape[1], fanOut = (int)weight.shape[2];
            bool isHead = classification is { } head && ReferenceEquals(head.Weight, weight);
            double[] weights = new double[Replicas * fanIn * fanOut], biases = new double[Replicas * fanOut];
            for (int replica = 0; replica < Replicas; replica++)
            {
                Draw(initialisation[replica], scheme, fanIn, fanOut, isHead ? ownClasses?[replica] ?? fanOut : fanOut, weights.AsSpan(replica * fanIn * fanOut, fanIn * fanOut), biases.AsSpan(replica * fanOut, fanOut));
            }

            using Tensor drawnWeights = tensor(weights, [Replicas, fanIn, fanOut], ScalarType.Float64), drawnBiases = tensor(biases, [Replicas, 1, fanOut], ScalarType.Float64);
            weight.copy_(drawnWeights);
            bias.copy_(drawnBiases);
        }
    }

    private ReplicatedMlp(MlpShape shape, int replicas, Precision precision, bool requiresGradient)
    {
        shape.Validate();
        if (replicas < 1)
        {
            throw new ArgumentException("A replicated network needs at least 1 replica, got none.", nameof(replicas));
        }

        Shape = shape;
        Replicas = replicas;
        Precision = precision;
        ScalarType type = precision.ToScalarType();
        long size = (long)replicas * shape.ParameterCount;
        Parameters = zeros([size], type).DetachFromDisposeScope();
        Gradients = requiresGradient ? zeros([size], type).DetachFromDisposeScope() : null;

        long offset = 0;
        int fanIn = shape.Inputs;
        hidden = new (Tensor, Tensor)[shape.Hidden.Count];
        for (int layer = 0; layer < hidden.Length; layer++)
        {
            hidden[layer] = Linear(fanIn, shape.Hidden[layer], ref offset);
            fanIn = shape.Hidden[layer];
        }

        regression = Linear(fanIn, 1, ref offset);
        classification = shape.Classes > 0 ? Linear(fanIn, shape.Classes, ref offset) : null;
    }

    /// <summary>Layer widths of each replica.</summary>
    public MlpShape Shape { get; }

    /// <summary>Number of replicas R.</summary>
    public int Replicas { get; }

    /// <summary>Type of the parameters.</summary>
    public Precision Precision { get; }

    /// <summary>All parameters of all replicas, flat <c>[R · P]</c>; layers are views of it.</summary>
    public Tensor Parameters { get; }

    /// <summary>All gradients, in the layout of <see cref="Parameters"/>; null for a network that is only evaluated.</summary>
    public Tensor? Gradients { get; }

    /// <summary>Predictions and, where there is a classification head, logits.</summary>
    /// <param name="inputs"><c>[R, B, inputs]</c>.</param>
    /// <param name="withLogits">False leaves the classification head out, as at test time.</param>
    /// <returns>Prediction f(x) <c>[R, B, 1]</c>, and logits g(x) <c>[R, B, C]</c> or null.</returns>
    public (Tensor Prediction, Tensor? Logits) Forward(Tensor inputs, bool withLogits = true)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor features = Features(inputs);
        Tensor? logits = withLogits && classification is { } head ? Apply(features, head).MoveToOuterDisposeScope() : null;
        return (Apply(features, regression).MoveToOuterDisposeScope(), logits);
    }

    /// <summary>The last hidden layer after its activation, <c>[R, B, width]</c>, for inputs <c>[R, B, inputs]</c>.</summary>
    public Tensor Features(Tensor inputs)
    {
        Guard(inputs);
        using DisposeScope scope = NewDisposeScope();
        Tensor features = inputs;
        foreach ((Tensor, Tensor) layer in hidden)
        {
            features = Shape.Activation == Activation.Sigmoid ? Apply(features, layer).sigmoid_() : Apply(features, layer).relu_();
        }

        return features.MoveToOuterDisposeScope();
    }

    /// <summary>A copy of one replica as a network of its own (R = 1), for evaluation; the caller disposes it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such replica.</exception>
    public ReplicatedMlp Replica(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Replicas);
        ReplicatedMlp copy = new(Shape, 1, Precision, requiresGradient: false);
        using IDisposable _ = no_grad();
        using DisposeScope scope = NewDisposeScope();
        foreach (((Tensor source, Tensor sourceBias), (Tensor target, Tensor targetBias)) in Layers().Zip(copy.Layers()))
        {
            target.copy_(source.narrow(0, index, 1));
            targetBias.copy_(sourceBias.narrow(0, index, 1));
        }

        return copy;
    }

    /// <summary>Weight <c>[R, in, out]</c> and bias <c>[R, 1, out]</c> of each layer: hidden layers, regression head, classification head.</summary>
    public IEnumerable<(Tensor Weight, Tensor Bias)> Layers()
    {
        IEnumerable<(Tensor, Tensor)> layers = hidden.Append(regression);
        return classification is { } head ? layers.Append(head) : layers;
    }

    /// <summary>A number of each replica at every place of <see cref="Parameters"/> that belongs to it, flat <c>[R · P]</c>; the caller disposes it.</summary>
    /// <param name="values">R numbers.</param>
    /// <exception cref="ArgumentException">There is not one number a replica.</exception>
    internal Tensor Spread(IReadOnlyList<double> values)
    {
        if (values.Count != Replicas)
        {
            throw new ArgumentException($"There are {values.Count} numbers for {Replicas} replicas; expected one a replica.", nameof(values));
        }

        using DisposeScope scope = NewDisposeScope();
        Tensor column = tensor(values.ToArray(), [Replicas, 1, 1], Parameters.dtype);
        return cat([.. Layers().SelectMany(layer => new[] { layer.Weight, layer.Bias }).Select(part => column.expand(part.shape).reshape(-1))]).MoveToOuterDisposeScope().DetachFromDisposeScope();
    }

    /// <summary>Frees the parameters and gradients.</summary>
    public void Dispose()
    {
        views.ForEach(view => view.Dispose());
        Parameters.Dispose();
        Gradients?.Dispose();
    }

    // bmm + add: torch.baddbmm of this TorchSharp version takes its arguments in an unexpected order. A width-1 input is an outer
    // product, which broadcasting computes faster than a matrix product with an inner dimension of 1.
    private static Tensor Apply(Tensor inputs, (Tensor Weight, Tensor Bias) layer) =>
        (inputs.shape[2] == 1 ? inputs * layer.Weight : inputs.bmm(layer.Weight)).add_(layer.Bias, alpha: Numbers.One);

    // Of fanOut columns the first used ones are drawn, row by row; the others are switched off.
    private static void Draw(RandomStream stream, WeightInitialisation scheme, int fanIn, int fanOut, int used, Span<double> weights, Span<double> biases)
    {
        double bound = scheme == WeightInitialisation.FanIn ? 1 / Math.Sqrt(fanIn) : Math.Sqrt(6.0 / (fanIn + used));
        for (int row = 0; row < fanIn; row++)
        {
            foreach (ref double value in weights.Slice(row * fanOut, used))
            {
                value = scheme == WeightInitialisation.SmallNormal ? SmallDeviation * stream.NextGaussian() : stream.NextUniform(-bound, bound);
            }
        }

        if (scheme == WeightInitialisation.FanIn)
        {
            foreach (ref double value in biases[..used])
            {
                value = stream.NextUniform(-bound, bound);
            }
        }

        biases[used..].Fill(SwitchedOff);
    }

    private (Tensor Weight, Tensor Bias) Linear(int fanIn, int fanOut, ref long offset) =>
        (View([Replicas, fanIn, fanOut], ref offset), View([Replicas, 1, fanOut], ref offset));

    private Tensor View(long[] shape, ref long offset)
    {
        long length = shape.Aggregate(1L, (product, dimension) => product * dimension);

        // Each step held by a using: no scope need be around this, and a tensor that nothing holds may be finalized while libtorch reads it.
        using Tensor part = Parameters.narrow(0, offset, length);
        Tensor view = part.view(shape).DetachFromDisposeScope();
        if (Gradients is not null)
        {
            view.requires_grad_(true);
            using Tensor gradientPart = Gradients.narrow(0, offset, length), gradient = gradientPart.view(shape);
            view.grad = gradient;
        }

        views.Add(view);
        offset += length;
        return view;
    }

    private void Guard(Tensor inputs)
    {
        long[] shape = inputs.shape;
        if (shape.Length != 3 || shape[0] != Replicas || shape[2] != Shape.Inputs)
        {
            throw new ArgumentException(
                $"Inputs must be [R, B, inputs] = [{Replicas}, B, {Shape.Inputs}], got [{string.Join(", ", shape)}].", nameof(inputs));
        }
    }
}
