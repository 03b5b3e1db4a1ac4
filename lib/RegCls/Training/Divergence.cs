using System.Globalization;
using RegCls.Platform;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Training;

/// <summary>Says where the numbers of a training first stopped being numbers, and what to do about it: wrong kernels, a wrong input and too large a step all end in the same NaN.</summary>
internal sealed class Divergence
{
    // A step too large multiplies weights; a wrong kernel leaves those it does not touch as they were.
    private const double Grown = 100;

    private readonly nn.Module network;
    private readonly double atStart;

    /// <summary>Remembers how large the weights are before the training.</summary>
    public Divergence(nn.Module network)
    {
        this.network = network;
        atStart = Largest();
    }

    /// <summary>Whether all weights and running statistics are numbers: the last step of an epoch shows in no loss.</summary>
    public bool HasNumbers => network.parameters().Concat(network.buffers()).All(IsFinite);

    /// <summary>The exception for a training that cannot go on.</summary>
    /// <param name="training">What is trained.</param>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="found">What is not a number, such as <c>loss NaN</c>.</param>
    /// <param name="inputs">The numbers of the batch: pixels and targets.</param>
    /// <param name="forward">The network's pass over the batch.</param>
    /// <param name="learningRate">The step size.</param>
    public InvalidOperationException Explain(string training, int epoch, string found, IEnumerable<double> inputs, Action forward, double learningRate)
    {
        string where = Where(inputs, forward);
        KernelReport kernels = Kernels.CheckAgain();
        string advice = !kernels.IsRight ? $"libtorch's kernels compute wrong numbers on this machine ({kernels.Wrong[0]}): start again, and report the output of `regcls doctor`"
            : where.StartsWith(InTheInput, StringComparison.Ordinal) ? "look at the data: `regcls data check` says what is in them"
            : Largest() > Grown * atStart ? string.Create(CultureInfo.InvariantCulture, $"the weights have grown from {atStart:0.0} to {Largest():0.0e+0}: use a smaller learning rate than {learningRate}")
            : $"the weights have not grown and the kernels are right here: try a smaller learning rate than {learningRate.ToString(CultureInfo.InvariantCulture)}, and report it if that does not help";
        return new InvalidOperationException($"The training of {training} diverged in epoch {epoch}: {found}. It began in {where}; {advice}.");
    }

    private const string InTheInput = "the input";

    private string Where(IEnumerable<double> inputs, Action forward)
    {
        if (inputs.Any(value => !double.IsFinite(value)))
        {
            return $"{InTheInput}: pixels or targets of the batch are not numbers";
        }

        List<string> order = [];
        string? layer = FirstLayer(forward, order);

        // Running statistics are left out: those of all later layers follow the first wrong weight.
        (string name, TorchSharp.Modules.Parameter parameter)[] named = [.. network.named_parameters()];
        string[] wrong = [.. named.Where(pair => !IsFinite(pair.parameter)).Select(pair => pair.name)];
        if (wrong.Length == 0)
        {
            return layer is null ? "the loss: all weights and all layers' outputs are numbers" : $"the forward pass, in the layer {layer}";
        }

        // Gradients flow from the last layer to the first, so the last of the layers with wrong weights is where they came from.
        string last = wrong.MaxBy(name => order.FindLastIndex(known => name.StartsWith(known + ".", StringComparison.Ordinal)))!;
        return $"the gradients of {last}, in the step before ({wrong.Length} of {named.Length} arrays of weights are not numbers now)";
    }

    // The layer whose output is not a number first; names of all that were called, in order.
    private string? FirstLayer(Action forward, List<string> order)
    {
        string? first = null;
        List<Action> hooks = [];
        foreach ((string name, nn.Module module) in network.named_modules())
        {
            if (module is nn.Module<Tensor, Tensor> layer && name.Length > 0)
            {
                hooks.Add(layer.register_forward_hook((_, _, output) =>
                {
                    order.Add(name);
                    first ??= IsFinite(output) ? null : name;
                    return output;
                }).remove);
            }
        }

        using (no_grad())
        using (NewDisposeScope())
        {
            forward();
        }

        hooks.ForEach(remove => remove());
        return first;
    }

    private static bool IsFinite(Tensor values)
    {
        using DisposeScope scope = NewDisposeScope();
        return values.isfinite().all().item<bool>();
    }

    private double Largest()
    {
        using DisposeScope scope = NewDisposeScope();
        return network.parameters().Select(parameter => parameter.detach().nan_to_num(0, 0, 0).abs().max().item<float>()).DefaultIfEmpty(0).Max();
    }
}
