using RegCls.Data.Images;
using RegCls.Data.Sets;

namespace RegCls.Data.Depth;

/// <summary>A colour picture and the depth of each of its pixels.</summary>
public sealed record DepthPicture
{
    /// <summary>Pixels a row.</summary>
    public required int Width { get; init; }

    /// <summary>Rows.</summary>
    public required int Height { get; init; }

    /// <summary>Planar RGB, <c>[3, height, width]</c>.</summary>
    public required byte[] Colour { get; init; }

    /// <summary>Distance from the camera plane in millimetres, <c>[height, width]</c>; 0 where it is not known.</summary>
    public required ushort[] Depth { get; init; }

    /// <summary>1 for pixels that a test counts, 0 for others, <c>[height, width]</c>; null where all count.</summary>
    public byte[]? Mask { get; init; }

    /// <summary>With how many bits a pixel the depth was stored; 0 where it was not.</summary>
    public int Bits { get; init; }

    /// <summary>The picture in another size. It is cut to the new shape about its centre, so that nothing is stretched; colours are averaged over the area of a new pixel, depth and mask are
    /// taken from the pixel at its centre, so that no depth is made up and an unknown one never mixes with a known one.</summary>
    /// <param name="width">Pixels a row.</param>
    /// <param name="height">Rows.</param>
    public DepthPicture Resized(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (width == Width && height == Height)
        {
            return this;
        }

        PictureWindow window = PictureWindow.Centred(Width, Height, width, height);
        return this with
        {
            Width = width,
            Height = height,
            Colour = window.Averaged(Colour, width, height),
            Depth = window.Nearest<ushort>(Depth, width, height),
            Mask = Mask is null ? null : window.Nearest<byte>(Mask, width, height),
        };
    }

    /// <summary>The part about the centre that has a size.</summary>
    /// <param name="width">Pixels a row, at most <see cref="Width"/>.</param>
    /// <param name="height">Rows, at most <see cref="Height"/>.</param>
    public DepthPicture Middle(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, Width);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, Height);
        int left = (Width - width) / 2, top = (Height - height) / 2;
        return this with { Width = width, Height = height, Colour = Cut(Colour, 3), Depth = Cut(Depth, 1), Mask = Mask is null ? null : Cut(Mask, 1) };

        T[] Cut<T>(T[] values, int planes)
        {
            T[] cut = new T[planes * width * height];
            for (int row = 0; row < planes * height; row++)
            {
                Array.Copy(values, ((row / height * Height) + top + row % height) * Width + left, cut, row * width, width);
            }

            return cut;
        }
    }

    /// <summary>Itself, if its arrays have the sizes they must have and at least one depth is known.</summary>
    /// <exception cref="ImageDecodingException">They have not, or no depth is known.</exception>
    internal DepthPicture Checked()
    {
        int area = Width * Height;
        if (Colour.Length != 3 * area || Depth.Length != area || (Mask is not null && Mask.Length != area))
        {
            throw new ArgumentException($"A {Width}×{Height} picture has {3 * area} colour bytes and {area} depths, got {Colour.Length} and {Depth.Length}{(Mask is null ? "" : $" and a mask of {Mask.Length}")}.");
        }

        if (!Depth.AsSpan().ContainsAnyExcept((ushort)0))
        {
            throw new ImageDecodingException(ProblemKind.NoDepth, "no pixel has a known depth");
        }

        return Mask is null || Mask.AsSpan().ContainsAnyExcept((byte)0) ? this : throw new ImageDecodingException(ProblemKind.NoDepth, "its mask leaves out every pixel");
    }
}
