using static TorchSharp.torch;

namespace RegCls.Models.Images;

/// <summary>Pictures whose channels lie side by side in memory, place by place; the shape stays <c>[N, C, H, W]</c>. TorchSharp has no argument for it.</summary>
internal static class ChannelsLast
{
    /// <summary>The pictures, copied unless they lie so already.</summary>
    public static Tensor Of(Tensor pictures) => pictures.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);
}
