using RegCls.Models.Images;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RegCls.Models.Depth;

/// <summary>
/// A transposed 2×2 convolution of stride 2, which doubles the size: each place becomes four pixels. None of the four sees another place, so all of it is one product of matrices, and the pixels are left in
/// four quarters, <c>[4, C, N · h · w]</c>: quarter 2i + j holds the pixels (2y + i, 2x + j) of the places (y, x). What follows looks at single pixels and need not have them in order.
/// </summary>
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

    /// <summary>Quarters <c>[4, C, N · h · w]</c> from maps <c>[N, M, h, w]</c>.</summary>
    public override Tensor forward(Tensor input)
    {
        long inputs = weight.shape[0], outputs = weight.shape[1];
        Tensor places = input.permute(0, 2, 3, 1).reshape(-1, inputs).t();
        return weight.permute(2, 3, 1, 0).reshape(4 * outputs, inputs).mm(places).view(4, outputs, -1).add(bias.unsqueeze(1), alpha: Numbers.One);
    }

    /// <summary>Quarters <c>[4, N · h · w]</c> of a number a pixel, <c>[N, 2h, 2w]</c>.</summary>
    public static Tensor Quarters(Tensor pixels)
    {
        long[] shape = pixels.shape;
        return pixels.view(shape[0], shape[1] / 2, 2, shape[2] / 2, 2).permute(2, 4, 0, 1, 3).reshape(4, -1);
    }

    /// <summary>Pixels <c>[N, C, 2h, 2w]</c> of quarters <c>[4, C, N · h · w]</c>.</summary>
    public static Tensor Pixels(Tensor quarters, long n, long height, long width)
        => quarters.view(2, 2, -1, n, height / 2, width / 2).permute(3, 2, 4, 0, 5, 1).reshape(n, -1, height, width);
}
