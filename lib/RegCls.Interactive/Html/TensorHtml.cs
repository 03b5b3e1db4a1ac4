using static TorchSharp.torch;

namespace RegCls.Interactive.Html;

/// <summary>A tensor as its type, its shape and its first values.</summary>
internal static class TensorHtml
{
    /// <summary>Values shown before the list is cut.</summary>
    public const int MaximumValues = 20;

    /// <summary>Renders the tensor; it is not changed, moved or disposed.</summary>
    public static string Render(Tensor tensor)
    {
        string head = $"<code>{tensor.dtype} [{string.Join(", ", tensor.shape)}]</code>";
        if (is_complex(tensor))
        {
            return $"<div class=\"regcls-tensor\">{head}</div>";
        }

        string more = tensor.numel() > MaximumValues ? ", …" : "";
        return $"<div class=\"regcls-tensor\">{head} {string.Join(", ", FirstValues(tensor).Select(CellText.Of))}{more}</div>";
    }

    private static object[] FirstValues(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        Tensor first = tensor.detach().flatten().narrow(0, 0, Math.Min(tensor.numel(), MaximumValues)).cpu();
        return is_floating_point(first)
            ? [.. first.to_type(ScalarType.Float64).data<double>().ToArray().Cast<object>()]
            : first.dtype == ScalarType.Bool
                ? [.. first.data<bool>().ToArray().Cast<object>()]
                : [.. first.to_type(ScalarType.Int64).data<long>().ToArray().Cast<object>()];
    }
}
