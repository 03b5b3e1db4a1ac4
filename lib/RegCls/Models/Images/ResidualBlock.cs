using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RegCls.Models.Images;

/// <summary>Two 3×3 convolutions and a shortcut (He et al. 2016): the block of the small network.</summary>
internal sealed class ResidualBlock : nn.Module<Tensor, Tensor>
{
    private readonly Convolution2d conv1, conv2;
    private readonly BatchNormalisation bn1, bn2;
    private readonly Convolution2d? shortcut;
    private readonly BatchNormalisation? shortcutNorm;

    public ResidualBlock(int inputs, int outputs, int stride)
        : base(nameof(ResidualBlock))
    {
        conv1 = new Convolution2d(inputs, outputs, 3, stride);
        bn1 = new BatchNormalisation(outputs);
        conv2 = new Convolution2d(outputs, outputs, 3);
        bn2 = new BatchNormalisation(outputs);
        if (stride != 1 || inputs != outputs)
        {
            shortcut = new Convolution2d(inputs, outputs, 1, stride);
            shortcutNorm = new BatchNormalisation(outputs);
        }

        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        Tensor inner = bn2.call(conv2.call(bn1.call(conv1.call(input)).relu_()));
        Tensor straight = shortcut is null ? input : shortcutNorm!.call(shortcut.call(input));
        return inner.add_(straight, alpha: Numbers.One).relu_();
    }
}
