using RegCls.Models.Images;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RegCls.Models.Depth;

/// <summary>
/// The paper's network (Hu et al. 2019): a ResNet-50 encoder, a decoder of four up-projections, and multi-scale fusion, where each of the encoder's four scales becomes 16 maps at half the
/// size; 128 maps in all go into the heads. For images of 304×228 pixels. Names and shapes of the encoder are those of torchvision's ResNet-50, so its weights fit: see <see cref="Load"/>.
/// </summary>
public sealed class MultiScaleDepthNetwork : DepthNetwork
{
    private const int Decoded = 64, FusedPerScale = 16;
    private static readonly string[] Encoder = ["conv1.", "bn1.", "layer1.", "layer2.", "layer3.", "layer4."];

    private readonly Convolution2d conv1;
    private readonly BatchNormalisation bn1;
    private readonly Sequential layer1, layer2, layer3, layer4;
    private readonly Convolution2d narrow, fusion;
    private readonly BatchNormalisation narrowNorm, fusionNorm;
    private readonly UpProjection up1, up2, up3, up4, fuse1, fuse2, fuse3, fuse4;

    /// <summary>Makes a network with fresh weights.</summary>
    /// <param name="seed">Names the random streams of the initial weights.</param>
    /// <param name="classes">C; 0 for no classification head.</param>
    /// <exception cref="ArgumentException">C is 1 or negative.</exception>
    public MultiScaleDepthNetwork(int seed, int classes = 0)
        : base(nameof(MultiScaleDepthNetwork), Decoded + 4 * FusedPerScale, Decoded + 4 * FusedPerScale, 256, classes)
    {
        conv1 = new Convolution2d(3, 64, 7, 2);
        bn1 = new BatchNormalisation(64);
        int inputs = 64;
        layer1 = ResNet50.Stage(0, ref inputs);
        layer2 = ResNet50.Stage(1, ref inputs);
        layer3 = ResNet50.Stage(2, ref inputs);
        layer4 = ResNet50.Stage(3, ref inputs);
        narrow = new Convolution2d(2048, 1024, 1);
        narrowNorm = new BatchNormalisation(1024);
        up1 = new UpProjection(1024, 512);
        up2 = new UpProjection(512, 256);
        up3 = new UpProjection(256, 128);
        up4 = new UpProjection(128, Decoded);
        fuse1 = new UpProjection(256, FusedPerScale);
        fuse2 = new UpProjection(512, FusedPerScale);
        fuse3 = new UpProjection(1024, FusedPerScale);
        fuse4 = new UpProjection(2048, FusedPerScale);
        fusion = new Convolution2d(4 * FusedPerScale, 4 * FusedPerScale, 5);
        fusionNorm = new BatchNormalisation(4 * FusedPerScale);
        RegisterComponents();
        Initialise(seed);
    }

    /// <inheritdoc/>
    public override int Stride => 32;

    /// <inheritdoc/>
    public override Tensor Maps(Tensor images)
    {
        long height = images.shape[2] / 2, width = images.shape[3] / 2;
        Tensor stem = nn.functional.max_pool2d(bn1.call(conv1.call(ChannelsLast.Of(images))).relu_(), 3, 2, 1);
        Tensor fourth = layer1.call(stem), eighth = layer2.call(fourth), sixteenth = layer3.call(eighth), last = layer4.call(sixteenth);
        Tensor decoded = narrowNorm.call(narrow.call(last)).relu_();
        decoded = up1.call(Scaled(decoded, sixteenth.shape[2], sixteenth.shape[3]));
        decoded = up2.call(Scaled(decoded, eighth.shape[2], eighth.shape[3]));
        decoded = up3.call(Scaled(decoded, fourth.shape[2], fourth.shape[3]));
        decoded = up4.call(Scaled(decoded, height, width));
        Tensor scales = cat(
        [
            fuse1.call(Scaled(fourth, height, width)), fuse2.call(Scaled(eighth, height, width)),
            fuse3.call(Scaled(sixteenth, height, width)), fuse4.call(Scaled(last, height, width)),
        ], 1);
        return cat([decoded, fusionNorm.call(fusion.call(scales)).relu_()], 1);
    }

    /// <summary>Takes the encoder's weights from a local file of the safetensors format, such as one of torchvision's or timm's ResNet-50; its classifier (<c>fc</c>) is ignored.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is not of that format, or holds another network's weights.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public void Load(string path) => SafetensorsFile.Open(path).CopyInto(this, name => Encoder.Any(part => name.StartsWith(part, StringComparison.Ordinal)));
}
