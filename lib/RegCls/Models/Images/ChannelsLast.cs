using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RegCls.Models.Images;

/// <summary>Pictures whose channels lie side by side in memory, place by place; the shape stays <c>[N, C, H, W]</c>. TorchSharp has no argument for it.</summary>
internal static class ChannelsLast
{
    /// <summary>Weights <c>[first, second, kernel, kernel]</c> of zeros that lie so.</summary>
    public static Parameter Weights(int first, int second, int kernel)
    {
        // A scope holds the zeros while they are turned; see Numbers.
        using DisposeScope scope = NewDisposeScope();
        Parameter weights = new(zeros(first, kernel, kernel, second).permute(0, 3, 1, 2));
        weights.DetachFromDisposeScope();
        return weights;
    }

    /// <summary>The pictures, copied unless they lie so already.</summary>
    public static Tensor Of(Tensor pictures) => pictures.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);
}
