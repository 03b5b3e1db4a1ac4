using RegCls.Data;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RegCls.Models.Images;

/// <summary>A network on pictures with a regression head and, in training with classes only, a classification head.</summary>
public abstract class PictureNetwork : nn.Module<Tensor, Tensor>
{
    /// <summary>Names the network.</summary>
    /// <param name="name">Name of the module.</param>
    /// <param name="featureCount">F.</param>
    /// <param name="classes">C; 0 for no classification head.</param>
    /// <exception cref="ArgumentException">C is 1 or negative.</exception>
    protected PictureNetwork(string name, int featureCount, int classes)
        : base(name)
    {
        if (classes is < 0 or 1)
        {
            throw new ArgumentException($"The number of classes is 0 (no classification head) or at least 2, got {classes}.", nameof(classes));
        }

        (FeatureCount, Classes) = (featureCount, classes);
    }

    /// <summary>Width, or channels, of the features F before the last layer of the regression head: those that FDS calibrates.</summary>
    public int FeatureCount { get; }

    /// <summary>Number of classes C; 0 without classification head.</summary>
    public int Classes { get; }

    /// <summary>Number of trained numbers.</summary>
    public long ParameterCount => parameters().Sum(parameter => parameter.numel());

    /// <summary>How many pixels, along each axis, one place of the smallest maps stands for.</summary>
    public abstract int Stride { get; }

    /// <summary>Sets the bias of the regression head, as to the mean training target, so that training does not start with an error as large as that.</summary>
    public abstract void StartAt(double prediction);

    /// <summary>Throws unless the network has as many classes as a method makes.</summary>
    /// <exception cref="ArgumentException">It has others.</exception>
    internal void RequireClasses(int classes)
    {
        if (Classes != classes)
        {
            throw new ArgumentException($"The network has {Classes} classes, but the method makes {classes}; build it with the number it is given.");
        }
    }

    /// <summary>Draws initial weights. Every tensor has a stream of its own, so a classification head changes nothing in the rest.</summary>
    /// <param name="domain">Names the streams, with <paramref name="seed"/> and the name of the tensor.</param>
    /// <param name="seed">Names the streams.</param>
    /// <param name="rule">How the numbers of a tensor of that name and shape are drawn; null for one that stays as it is.</param>
    protected void Draw(string domain, int seed, Func<string, long[], Func<RandomStream, double>?> rule)
    {
        using IDisposable guard = no_grad();
        foreach ((string name, Parameter parameter) in named_parameters())
        {
            long[] shape = parameter.shape;
            if (rule(name, shape) is not { } next)
            {
                continue;
            }

            RandomStream stream = RandomStream.Named(domain, seed, name);
            float[] values = new float[parameter.numel()];
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = (float)next(stream);
            }

            using Tensor drawn = tensor(values, shape);
            parameter.copy_(drawn);
        }
    }
}
