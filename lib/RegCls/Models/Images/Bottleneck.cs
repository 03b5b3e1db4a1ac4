using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RegCls.Models.Images;

/// <summary>A 1×1, a 3×3 (which carries the stride) and a 1×1 convolution to four times the width, and a shortcut: the block of ResNet-50.</summary>
internal sealed class Bottleneck : nn.Module<Tensor, Tensor>
{
    public const int Expansion = 4;

    private readonly Convolution2d conv1, conv2, conv3;
    private readonly BatchNormalisation bn1, bn2, bn3;
    private readonly Sequential? downsample;

    public Bottleneck(int inputs, int width, int stride)
        : base(nameof(Bottleneck))
    {
        conv1 = new Convolution2d(inputs, width, 1);
        bn1 = new BatchNormalisation(width);
        conv2 = new Convolution2d(width, width, 3, stride);
        bn2 = new BatchNormalisation(width);
        conv3 = new Convolution2d(width, Expansion * width, 1);
        bn3 = new BatchNormalisation(Expansion * width);
        if (stride != 1 || inputs != Expansion * width)
        {
            downsample = nn.Sequential(new Convolution2d(inputs, Expansion * width, 1, stride), new BatchNormalisation(Expansion * width));
        }

        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        Tensor inner = bn1.call(conv1.call(input)).relu_();
        inner = bn2.call(conv2.call(inner)).relu_();
        inner = bn3.call(conv3.call(inner));
        return inner.add_(downsample is null ? input : downsample.call(input), alpha: Numbers.One).relu_();
    }
}
