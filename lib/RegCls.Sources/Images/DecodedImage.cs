namespace RegCls.Data.Images;

/// <summary>A decoded picture.</summary>
/// <param name="Planes">Planar RGB, <c>[3, size, size]</c>.</param>
/// <param name="Transparent">Whether a pixel of the file is not opaque; its colour is used as it is stored.</param>
public sealed record DecodedImage(byte[] Planes, bool Transparent = false);
