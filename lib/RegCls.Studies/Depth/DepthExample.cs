namespace RegCls.Studies.Depth;

/// <summary>One frame with what each arm predicts for it.</summary>
/// <param name="Name">The frame.</param>
/// <param name="Width">Pixels a row of the picture; predictions have half of them.</param>
/// <param name="Height">Rows of the picture; predictions have half of them.</param>
/// <param name="Colour">Planar RGB, <c>[3, height, width]</c>.</param>
/// <param name="Truth">Depth at half the resolution in millimetres, 0 where not known.</param>
/// <param name="Predictions">Arm and predicted depth at half the resolution in metres.</param>
public sealed record DepthExample(string Name, int Width, int Height, byte[] Colour, ushort[] Truth, IReadOnlyList<(string Arm, float[] Depth)> Predictions);
