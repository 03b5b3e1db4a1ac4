using System.Globalization;

namespace RegCls.Studies;

/// <summary>Widths of a network's hidden layers as one value, so that configurations can be compared and named.</summary>
/// <param name="Text">The widths from the input on, joined by hyphens, such as <c>6-15</c>.</param>
public sealed record HiddenLayers(string Text)
{
    /// <summary>The two hidden layers of Tab. 6.</summary>
    public static HiddenLayers Table6 { get; } = Of(6, 15);

    /// <summary>Hidden layers of these widths.</summary>
    public static HiddenLayers Of(params IReadOnlyList<int> widths) => new(string.Join('-', widths.Select(width => width.ToString(CultureInfo.InvariantCulture))));

    /// <summary>The widths from the input on.</summary>
    /// <exception cref="FormatException">The text is not widths joined by hyphens.</exception>
    public IReadOnlyList<int> Widths => [.. Text.Split('-').Select(width => int.Parse(width, NumberStyles.None, CultureInfo.InvariantCulture))];

    /// <inheritdoc/>
    public override string ToString() => Text;
}
