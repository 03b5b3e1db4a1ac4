using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace RegCls.Cli.Site;

/// <summary>The Plotly figure that a chart's HTML draws.</summary>
/// <param name="Figure">Its <c>data</c> and <c>layout</c>.</param>
internal sealed record ChartFigure(JsonElement Figure)
{
    private const string Start = "figure = ";

    /// <summary>Reads the first figure of an output.</summary>
    /// <param name="html">The output's HTML, as RegCls.Interactive writes it.</param>
    /// <returns>The figure, or null if there is none.</returns>
    public static ChartFigure? Read(string html)
    {
        var chart = html.IndexOf("class=\"regcls-chart\"", StringComparison.Ordinal);
        var start = chart < 0 ? -1 : html.IndexOf(Start, chart, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(html[(start + Start.Length)..]));
            return JsonElement.TryParseValue(ref reader, out var figure) ? new ChartFigure(figure.Value) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A member of an object, or null where there is none.</summary>
    /// <param name="element">The object.</param>
    /// <param name="name">The member's name.</param>
    /// <returns>The member.</returns>
    public static JsonElement? Member(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(name, out var member) ? member : null;

    /// <summary>The numbers of an array, written in full or as Plotly's base64 of a typed array.</summary>
    /// <param name="element">The array.</param>
    /// <returns>The numbers; NaN for what is no number.</returns>
    public static double[] Numbers(JsonElement? element)
    {
        if (element is { ValueKind: JsonValueKind.Array } array)
        {
            return [.. array.EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Number ? value.GetDouble() : double.NaN)];
        }

        if (Member(element, "bdata")?.GetString() is not { } data || Member(element, "dtype")?.GetString() is not { } type)
        {
            return [];
        }

        var bytes = Convert.FromBase64String(data);
        return type switch
        {
            "f8" => Decode(8, BinaryPrimitives.ReadDoubleLittleEndian),
            "f4" => Decode(4, span => BinaryPrimitives.ReadSingleLittleEndian(span)),
            "i4" => Decode(4, span => BinaryPrimitives.ReadInt32LittleEndian(span)),
            "u4" => Decode(4, span => BinaryPrimitives.ReadUInt32LittleEndian(span)),
            "i2" => Decode(2, span => BinaryPrimitives.ReadInt16LittleEndian(span)),
            "u2" => Decode(2, span => BinaryPrimitives.ReadUInt16LittleEndian(span)),
            "i1" => Decode(1, span => (sbyte)span[0]),
            "u1" => Decode(1, span => span[0]),
            _ => [],
        };

        double[] Decode(int size, Reader read)
        {
            var numbers = new double[bytes.Length / size];
            for (var i = 0; i < numbers.Length; i++)
            {
                numbers[i] = read(bytes.AsSpan(i * size, size));
            }

            return numbers;
        }
    }

    private delegate double Reader(ReadOnlySpan<byte> bytes);
}
