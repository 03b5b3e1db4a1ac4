using RegCls.Models.Images;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RegCls.Models.Depth;

/// <summary>Scales maps up, then a 5×5 and a 3×3 convolution beside a 5×5 convolution of their own (Laina et al. 2016, as Hu et al. 2019 use it).</summary>
internal sealed class UpProjection : nn.Module<Tensor, Tensor>
{
    private readonly Convolution2d conv1, conv2, shortcut;
    private readonly BatchNormalisation bn1, bn2, shortcutNorm;

    public UpProjection(int inputs, int outputs)
        : base(nameof(UpProjection))
    {
        conv1 = new Convolution2d(inputs, outputs, 5);
        bn1 = new BatchNormalisation(outputs);
        conv2 = new Convolution2d(outputs, outputs, 3);
        bn2 = new BatchNormalisation(outputs);
        shortcut = new Convolution2d(inputs, outputs, 5);
        shortcutNorm = new BatchNormalisation(outputs);
        RegisterComponents();
    }

    /// <summary>Of maps that were scaled to the wanted size already.</summary>
    public override Tensor forward(Tensor scaled)
        => bn2.call(conv2.call(bn1.call(conv1.call(scaled)).relu_())).add_(shortcutNorm.call(shortcut.call(scaled)), alpha: Numbers.One).relu_();
}
