namespace RegCls.Data.Sets;

/// <summary>A sample to look at.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Label">Its label in digits, such as an age, or the median of its depths in metres.</param>
/// <param name="Width">Pixels a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Colour">Planar RGB, <c>[3, height, width]</c>.</param>
/// <param name="Depth">Depth in millimetres, <c>[height, width]</c>, 0 where not known; null where there is none.</param>
public sealed record SampleView(string Name, string Label, int Width, int Height, byte[] Colour, ushort[]? Depth = null);
