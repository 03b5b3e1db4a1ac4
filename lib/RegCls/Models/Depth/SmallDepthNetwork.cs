using RegCls.Models.Images;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RegCls.Models.Depth;

/// <summary>
/// An encoder-decoder for images of about 80×60 pixels, the small sibling of <see cref="MultiScaleDepthNetwork"/>: a convolution of stride 2 to w channels and three residual blocks of w, 2w and 4w
/// channels down to 1/16 of the size; a decoder that scales up and adds what the encoder had at each size; and all scales brought to half the size and joined.
/// </summary>
public sealed class SmallDepthNetwork : DepthNetwork
{
    private const int FusedPerScale = 4;

    private readonly Convolution2d stem, up3, up2, up1;
    private readonly BatchNormalisation stemNorm, upNorm3, upNorm2, upNorm1;
    private readonly ResidualBlock block1, block2, block3;
    private readonly Convolution2d fuse0, fuse1, fuse2, fuse3;

    /// <summary>Makes a network with fresh weights.</summary>
    /// <param name="seed">Names the random streams of the initial weights.</param>
    /// <param name="classes">C; 0 for no classification head.</param>
    /// <param name="width">w, channels of the first block.</param>
    /// <exception cref="ArgumentException">C is 1 or negative, or the width not positive.</exception>
    public SmallDepthNetwork(int seed, int classes = 0, int width = 16)
        : base(nameof(SmallDepthNetwork), width + 4 * FusedPerScale, width, 2 * width, classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        stem = new Convolution2d(3, width, 3, 2);
        stemNorm = new BatchNormalisation(width);
        block1 = new ResidualBlock(width, width, 2);
        block2 = new ResidualBlock(width, 2 * width, 2);
        block3 = new ResidualBlock(2 * width, 4 * width, 2);
        up3 = new Convolution2d(4 * width, 2 * width, 3);
        upNorm3 = new BatchNormalisation(2 * width);
        up2 = new Convolution2d(2 * width, width, 3);
        upNorm2 = new BatchNormalisation(width);
        up1 = new Convolution2d(width, width, 3);
        upNorm1 = new BatchNormalisation(width);
        fuse0 = new Convolution2d(width, FusedPerScale, 1, hasBias: true);
        fuse1 = new Convolution2d(width, FusedPerScale, 1, hasBias: true);
        fuse2 = new Convolution2d(2 * width, FusedPerScale, 1, hasBias: true);
        fuse3 = new Convolution2d(4 * width, FusedPerScale, 1, hasBias: true);
        RegisterComponents();
        Initialise(seed);
    }

    /// <inheritdoc/>
    public override int Stride => 16;

    /// <inheritdoc/>
    public override Tensor Maps(Tensor images)
    {
        Tensor half = stemNorm.call(stem.call(ChannelsLast.Of(images))).relu_();
        Tensor fourth = block1.call(half), eighth = block2.call(fourth), sixteenth = block3.call(eighth);
        Tensor up = Up(up3, upNorm3, sixteenth, eighth);
        up = Up(up2, upNorm2, up, fourth);
        up = Up(up1, upNorm1, up, half);
        long height = half.shape[2], width = half.shape[3];
        return cat(
            [up, fuse0.call(half), Scaled(fuse1.call(fourth), height, width), Scaled(fuse2.call(eighth), height, width), Scaled(fuse3.call(sixteenth), height, width)], 1);
    }

    private static Tensor Up(Convolution2d convolution, BatchNormalisation norm, Tensor small, Tensor beside)
        => norm.call(convolution.call(Scaled(small, beside.shape[2], beside.shape[3]))).add(beside, alpha: Numbers.One).relu_();
}
