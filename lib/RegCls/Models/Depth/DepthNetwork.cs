using RegCls.Models.Images;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RegCls.Models.Depth;

/// <summary>
/// A network from images to a depth at each place of half the images' resolution: maps with M channels, on them a regression head of three 5×5 convolutions, and, in training with classes only, a
/// classification head: a transposed convolution 2×2 of stride 2, ReLU, and a 1×1 convolution to C logits at each pixel, so at twice the resolution of the regression.
/// </summary>
public abstract class DepthNetwork : PictureNetwork
{
    private readonly Convolution2d regression1, regression2, regression3;
    private readonly BatchNormalisation norm1, norm2;
    private readonly TransposedConvolution? classes1;
    private readonly Convolution2d? classes2;

    /// <summary>Makes the heads; a derived class makes its layers, then calls <see cref="Initialise"/>.</summary>
    /// <param name="name">Name of the module.</param>
    /// <param name="mapCount">M.</param>
    /// <param name="featureCount">F, channels within the regression head.</param>
    /// <param name="classWidth">Channels within the classification head; 256 in the paper.</param>
    /// <param name="classes">C; 0 for no classification head.</param>
    /// <exception cref="ArgumentException">C is 1 or negative.</exception>
    protected DepthNetwork(string name, int mapCount, int featureCount, int classWidth, int classes)
        : base(name, featureCount, classes)
    {
        regression1 = new Convolution2d(mapCount, featureCount, 5);
        norm1 = new BatchNormalisation(featureCount);
        regression2 = new Convolution2d(featureCount, featureCount, 5);
        norm2 = new BatchNormalisation(featureCount);
        regression3 = new Convolution2d(featureCount, 1, 5, hasBias: true);
        register_module(nameof(regression1), regression1);
        register_module(nameof(norm1), norm1);
        register_module(nameof(regression2), regression2);
        register_module(nameof(norm2), norm2);
        register_module(nameof(regression3), regression3);
        if (classes > 0)
        {
            classes1 = new TransposedConvolution(mapCount, classWidth);
            classes2 = new Convolution2d(classWidth, classes, 1, hasBias: true);
            register_module(nameof(classes1), classes1);
            register_module(nameof(classes2), classes2);
        }
    }

    /// <summary>What both heads see.</summary>
    /// <param name="images"><c>[N, 3, H, W]</c>, normalised to mean 0.5 and standard deviation 0.5, so from -1 to 1; H and W are even.</param>
    /// <returns><c>[N, M, H / 2, W / 2]</c>.</returns>
    public abstract Tensor Maps(Tensor images);

    /// <summary>Features before the last layer of the regression head, those that FDS calibrates: <c>[N, F, H / 2, W / 2]</c> from maps.</summary>
    public Tensor Features(Tensor maps) => norm2.call(regression2.call(norm1.call(regression1.call(maps)).relu_())).relu_();

    /// <summary>f(x) in metres, <c>[N, 1, H / 2, W / 2]</c>, from features.</summary>
    public Tensor Regression(Tensor features) => regression3.call(features);

    /// <summary>
    /// g(x), <c>[4, C, N · H/2 · W/2]</c>, from maps: the four quarters of the pixels (<see cref="Quarters"/>), classes before pixels, so that softmax runs along memory over many pixels at once and not over a few classes.
    /// </summary>
    /// <exception cref="InvalidOperationException">The network has no classification head.</exception>
    public Tensor Logits(Tensor maps) => classes1 is null
        ? throw new InvalidOperationException("This network has no classification head; make it with classes.")
        : classes2!.OfColumns(classes1.call(maps).relu_());

    /// <summary>A number a pixel, <c>[N, H, W]</c>, in the order of <see cref="Logits"/>: <c>[4, N · H/2 · W/2]</c>, where quarter 2i + j holds the pixels (2y + i, 2x + j).</summary>
    public static Tensor Quarters(Tensor pixels) => TransposedConvolution.Quarters(pixels);

    /// <summary>f(x) in metres, <c>[N, 1, H / 2, W / 2]</c>, for images <c>[N, 3, H, W]</c>.</summary>
    public override Tensor forward(Tensor images) => Regression(Features(Maps(images)));

    /// <inheritdoc/>
    public override void StartAt(double prediction) => regression3.SetBias(prediction);

    /// <summary>
    /// Draws the initial weights from <c>N(0, 2 / n)</c> (He et al. 2015) with n inputs a place, those of the last layer of each head from <c>N(0, 1 / n)</c>; biases are zero.
    /// </summary>
    /// <param name="seed">Names the streams.</param>
    protected void Initialise(int seed) => Draw("depth network", seed, (name, shape) =>
    {
        if (shape.Length < 4)
        {
            return name.EndsWith("bias", StringComparison.Ordinal) ? _ => 0 : null;
        }

        // A transposed convolution has its inputs first, and with stride 2 each of its places sees them once.
        long inputs = name.StartsWith("classes1", StringComparison.Ordinal) ? shape[0] : shape[1] * shape[2] * shape[3];
        bool last = name.StartsWith("regression3", StringComparison.Ordinal) || name.StartsWith("classes2", StringComparison.Ordinal);
        double deviation = Math.Sqrt((last ? 1.0 : 2.0) / inputs);
        return stream => deviation * stream.NextGaussian();
    });

    /// <summary>Maps scaled to another size, bilinear, corners onto corners.</summary>
    internal static Tensor Scaled(Tensor maps, long height, long width) => maps.shape[2] == height && maps.shape[3] == width
        ? maps
        : nn.functional.interpolate(maps, [height, width], mode: InterpolationMode.Bilinear, align_corners: true);
}
