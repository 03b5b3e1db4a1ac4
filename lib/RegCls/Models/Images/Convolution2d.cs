using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RegCls.Models.Images;

/// <summary>
/// A convolution whose weights lie channels last in memory, as <see cref="ChannelsLast"/> makes the pictures: the layout in which oneDNN computes without reordering. In the usual layout it
/// reorders into blocks of 16 or 8 channels, and on processors whose cache sizes it cannot read it then computes wrong gradients of the input (see environment.md); channels last is right there, and faster everywhere.
/// </summary>
internal sealed class Convolution2d : nn.Module<Tensor, Tensor>
{
    private readonly Parameter weight;
    private readonly Parameter? bias;

    /// <param name="inputs">Channels that come in, at least 2: a single one lies the same way in both layouts, so that libtorch takes it for the usual one.</param>
    /// <param name="outputs">Channels that go out.</param>
    /// <param name="kernel">Width and height of the kernel, odd; the edge is padded so that a stride of 1 keeps the size.</param>
    /// <param name="stride">Of how many places one is computed, along each axis.</param>
    /// <param name="hasBias">Whether a number is added to each channel.</param>
    public Convolution2d(int inputs, int outputs, int kernel, int stride = 1, bool hasBias = false)
        : base(nameof(Convolution2d))
    {
        if (inputs < 2)
        {
            throw new ArgumentOutOfRangeException(nameof(inputs), inputs, "A convolution needs at least 2 channels to lie channels last.");
        }

        (Kernel, Stride) = (kernel, stride);
        weight = ChannelsLast.Weights(outputs, inputs, kernel);
        register_parameter("weight", weight);
        if (hasBias)
        {
            bias = new Parameter(zeros(outputs));
            register_parameter("bias", bias);
        }
    }

    public int Kernel { get; }

    public int Stride { get; }

    /// <summary>Sets the bias of all channels.</summary>
    public void SetBias(double value)
    {
        using IDisposable guard = no_grad();
        using Tensor number = tensor((float)value);
        bias!.copy_(number);
    }

    public override Tensor forward(Tensor input)
    {
        if (Kernel == 1)
        {
            // Places that the stride leaves out are left out first; unlike a slice's, the gradient of pooling over one place lies channels last too.
            return Product(Stride == 1 ? input : nn.functional.avg_pool2d(input, 1, Stride));
        }

        return nn.functional.conv2d(input, weight, bias, [Stride, Stride], [Kernel / 2, Kernel / 2]);
    }

    /// <summary>A 1×1 convolution of places whose channels are rows: <c>[S, C, P]</c> from <c>[S, inputs, P]</c>.</summary>
    public Tensor OfColumns(Tensor columns) => weight.flatten(1).unsqueeze(0).expand(columns.shape[0], -1, -1).bmm(columns).add_(bias!.unsqueeze(1), alpha: Numbers.One);

    // With channels last a 1×1 convolution is one product of matrices, a row a place. Called a convolution with a stride, it ends the process on the processors named above: oneDNN divides by zero.
    private Tensor Product(Tensor input)
    {
        Tensor places = input.permute(0, 2, 3, 1);
        Tensor rows = nn.functional.linear(places.reshape(-1, input.shape[1]), weight.flatten(1), bias);
        return rows.view(places.shape[0], places.shape[1], places.shape[2], -1).permute(0, 3, 1, 2);
    }
}
