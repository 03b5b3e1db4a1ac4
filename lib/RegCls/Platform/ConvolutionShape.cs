namespace RegCls.Platform;

/// <summary>The shape of a convolution that is checked.</summary>
/// <param name="Images">N.</param>
/// <param name="Inputs">Channels that come in.</param>
/// <param name="Outputs">Channels that go out.</param>
/// <param name="Height">Height of the input.</param>
/// <param name="Width">Width of the input.</param>
/// <param name="Kernel">Width and height of the kernel.</param>
/// <param name="Stride">Of how many places one is computed.</param>
internal readonly record struct ConvolutionShape(int Images, int Inputs, int Outputs, int Height, int Width, int Kernel, int Stride)
{
    public int OutputHeight => (Height - 1) / Stride + 1;

    public int OutputWidth => (Width - 1) / Stride + 1;
}
