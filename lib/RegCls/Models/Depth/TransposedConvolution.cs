using RegCls.Models.Images;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RegCls.Models.Depth;

/// <summary>A transposed 2×2 convolution of stride 2, which doubles the size: each place becomes four. Its weights lie channels last (<see cref="Convolution2d"/>).</summary>
internal sealed class TransposedConvolution : nn.Module<Tensor, Tensor>
{
    private readonly Parameter weight, bias;

    public TransposedConvolution(int inputs, int outputs)
        : base(nameof(TransposedConvolution))
    {
        weight = ChannelsLast.Weights(inputs, outputs, 2);
        bias = new Parameter(zeros(outputs));
        register_parameter("weight", weight);
        register_parameter("bias", bias);
    }

    public override Tensor forward(Tensor input) => nn.functional.conv_transpose2d(input, weight, bias, [2, 2]);
}
