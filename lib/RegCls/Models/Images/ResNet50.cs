using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RegCls.Models.Images;

/// <summary>
/// ResNet-50 (He et al. 2016) with the paper's heads: 2048 features, one linear output, and with classes a second linear layer. For images of 224 pixels. Names and shapes of the
/// backbone are those of torchvision's, so its weights fit: see <see cref="Load"/>.
/// </summary>
public sealed class ResNet50 : ImageNetwork
{
    private static readonly (int Width, int Blocks)[] Stages = [(64, 3), (128, 4), (256, 6), (512, 3)];

    private readonly Convolution2d conv1;
    private readonly BatchNormalisation bn1;
    private readonly Sequential layer1, layer2, layer3, layer4;

    /// <summary>Makes a network with fresh weights.</summary>
    /// <param name="seed">Names the random streams of the initial weights.</param>
    /// <param name="classes">C; 0 for no classification head.</param>
    /// <exception cref="ArgumentException">C is 1 or negative.</exception>
    public ResNet50(int seed, int classes = 0)
        : base(nameof(ResNet50), 2048, classes)
    {
        conv1 = new Convolution2d(3, 64, 7, 2);
        bn1 = new BatchNormalisation(64);
        int inputs = 64;
        layer1 = Stage(0, ref inputs);
        layer2 = Stage(1, ref inputs);
        layer3 = Stage(2, ref inputs);
        layer4 = Stage(3, ref inputs);
        RegisterComponents();
        Initialise(seed);
    }

    /// <inheritdoc/>
    public override int Stride => 32;

    /// <inheritdoc/>
    public override Tensor Features(Tensor images)
    {
        Tensor maps = nn.functional.max_pool2d(bn1.call(conv1.call(ChannelsLast.Of(images))).relu_(), 3, 2, 1);
        return layer4.call(layer3.call(layer2.call(layer1.call(maps)))).mean([2, 3]);
    }

    /// <summary>Takes the backbone's weights from a local file of the safetensors format, such as one of torchvision's or timm's ResNet-50; its classifier (<c>fc</c>) is ignored.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is not of that format, or holds another network's weights.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public void Load(string path) => SafetensorsFile.Open(path).CopyInto(
        this, name => !name.StartsWith("regression_", StringComparison.Ordinal) && !name.StartsWith("classes_", StringComparison.Ordinal));

    /// <summary>One of the four stages of blocks.</summary>
    /// <param name="index">0…3.</param>
    /// <param name="inputs">Channels that go in; on return those that come out.</param>
    internal static Sequential Stage(int index, ref int inputs)
    {
        (int width, int blocks) = Stages[index];
        List<nn.Module<Tensor, Tensor>> stage = [];
        for (int block = 0; block < blocks; block++)
        {
            stage.Add(new Bottleneck(inputs, width, block == 0 && index > 0 ? 2 : 1));
            inputs = Bottleneck.Expansion * width;
        }

        return nn.Sequential([.. stage]);
    }
}
