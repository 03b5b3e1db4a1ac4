using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RegCls.Models.Images;

/// <summary>
/// A residual network for images of 48 to 64 pixels: a 3×3 convolution of stride 2 to w channels, three blocks of w, 2w and 4w channels at 1/4, 1/8 and 1/16 of the size, and
/// the mean over places. With w = 16 it has 77,745 parameters, and 65 more a class; a 64-pixel image takes 3.4 million multiplications.
/// </summary>
public sealed class SmallResidualNetwork : ImageNetwork
{
    private readonly Convolution2d stem;
    private readonly BatchNormalisation stemNorm;
    private readonly ResidualBlock block1, block2, block3;

    /// <summary>Makes a network with fresh weights.</summary>
    /// <param name="seed">Names the random streams of the initial weights.</param>
    /// <param name="classes">C; 0 for no classification head.</param>
    /// <param name="width">w, channels of the first block.</param>
    /// <exception cref="ArgumentException">C is 1 or negative, or the width not positive.</exception>
    public SmallResidualNetwork(int seed, int classes = 0, int width = 16)
        : base(nameof(SmallResidualNetwork), 4 * width, classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        stem = new Convolution2d(3, width, 3, 2);
        stemNorm = new BatchNormalisation(width);
        block1 = new ResidualBlock(width, width, 2);
        block2 = new ResidualBlock(width, 2 * width, 2);
        block3 = new ResidualBlock(2 * width, 4 * width, 2);
        RegisterComponents();
        Initialise(seed);
    }

    /// <inheritdoc/>
    public override int Stride => 16;

    /// <inheritdoc/>
    public override Tensor Features(Tensor images)
        => block3.call(block2.call(block1.call(stemNorm.call(stem.call(ChannelsLast.Of(images))).relu_()))).mean([2, 3]);
}
