using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RegCls.Models.Images;

/// <summary>
/// A network from images to one number: features, a linear regression head, and, in training with classes only, a second linear layer from the same features to C logits (Sec. 3.2).
/// </summary>
public abstract class ImageNetwork : PictureNetwork
{
    private readonly Parameter regressionWeight, regressionBias;
    private readonly Parameter? classWeight, classBias;

    /// <summary>Makes the heads; a derived class makes its layers, then calls <see cref="Initialise"/>.</summary>
    /// <param name="name">Name of the module.</param>
    /// <param name="featureCount">F.</param>
    /// <param name="classes">C; 0 for no classification head.</param>
    /// <exception cref="ArgumentException">C is 1 or negative.</exception>
    protected ImageNetwork(string name, int featureCount, int classes)
        : base(name, featureCount, classes)
    {
        regressionWeight = Made(1, featureCount);
        regressionBias = Made(1);
        register_parameter("regression_weight", regressionWeight);
        register_parameter("regression_bias", regressionBias);
        if (classes > 0)
        {
            classWeight = Made(classes, featureCount);
            classBias = Made(classes);
            register_parameter("classes_weight", classWeight);
            register_parameter("classes_bias", classBias);
        }
    }

    /// <summary>Weight and bias of the regression head.</summary>
    public IReadOnlyList<Tensor> RegressionParameters => [regressionWeight, regressionBias];

    /// <summary>Features of images.</summary>
    /// <param name="images"><c>[N, 3, height, width]</c>, normalised to mean 0.5 and standard deviation 0.5, so from -1 to 1.</param>
    /// <returns><c>[N, F]</c>.</returns>
    public abstract Tensor Features(Tensor images);

    /// <summary>f(x), <c>[N, 1]</c>, from features <c>[N, F]</c>.</summary>
    public Tensor Regression(Tensor features) => nn.functional.linear(features, regressionWeight, regressionBias);

    /// <summary>g(x), <c>[N, C]</c>, from features <c>[N, F]</c>.</summary>
    /// <exception cref="InvalidOperationException">The network has no classification head.</exception>
    public Tensor Logits(Tensor features) => classWeight is null
        ? throw new InvalidOperationException("This network has no classification head; make it with classes.")
        : nn.functional.linear(features, classWeight, classBias);

    /// <summary>f(x), <c>[N, 1]</c>, for images <c>[N, 3, height, width]</c>.</summary>
    public override Tensor forward(Tensor images) => Regression(Features(images));

    /// <inheritdoc/>
    public override void StartAt(double prediction)
    {
        using IDisposable guard = no_grad();
        using Tensor value = tensor(new[] { (float)prediction });
        regressionBias.copy_(value);
    }

    /// <summary>Draws the initial weights: convolutions from <c>N(0, 2 / (outputs · kernel area))</c> (He et al. 2015), linear layers from <c>U(-1/√F, 1/√F)</c>, biases zero.</summary>
    /// <param name="seed">Names the streams.</param>
    protected void Initialise(int seed) => Draw("image network", seed, (_, shape) =>
    {
        if (shape.Length < 2)
        {
            return null;
        }

        double deviation = shape.Length == 4 ? Math.Sqrt(2.0 / (shape[0] * shape[2] * shape[3])) : 1 / Math.Sqrt(shape[1]);
        return stream => deviation * (shape.Length == 4 ? stream.NextGaussian() : stream.NextUniform(-1, 1));
    });

    private static Parameter Made(params long[] shape) => new(zeros(shape));
}
