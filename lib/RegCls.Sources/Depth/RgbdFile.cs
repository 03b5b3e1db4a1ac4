using RegCls.Data.Images;
using RegCls.Data.Sets;

namespace RegCls.Data.Depth;

/// <summary>Puts the two files of a frame together.</summary>
internal static class RgbdFile
{
    /// <summary>A depth of this value says that nothing was measured, as 0 does; some recorders write it.</summary>
    public const ushort Unknown = ushort.MaxValue;

    /// <summary>Decodes a frame.</summary>
    /// <param name="colour">The bytes of the picture.</param>
    /// <param name="depth">The bytes of the grey PNG.</param>
    /// <param name="millimetres">Turns a stored value into millimetres, given the bits a pixel; 0 for none.</param>
    /// <exception cref="ImageDecodingException">One cannot be decoded, or they differ in size.</exception>
    public static DepthPicture Decode(byte[] colour, byte[] depth, Func<ushort, int, ushort> millimetres)
    {
        (int width, int height, byte[] planes) = ImageDecoder.DecodeWhole(colour);
        PictureShape.Require(width, height);
        (int Width, int Height, int Bits, ushort[] Values) grey = Depth(depth);
        if ((grey.Width, grey.Height) != (width, height))
        {
            throw new ImageDecodingException(ProblemKind.SizeMismatch, $"the depth has {grey.Width}×{grey.Height} pixels, the picture {width}×{height}; expected the same size");
        }

        for (int i = 0; i < grey.Values.Length; i++)
        {
            grey.Values[i] = millimetres(grey.Values[i], grey.Bits);
        }

        return new DepthPicture { Width = width, Height = height, Colour = planes, Depth = grey.Values, Bits = grey.Bits };
    }

    /// <summary>A stored value in millimetres; 0 where nothing was measured, or it is farther than 65.5 m.</summary>
    /// <param name="value">The value.</param>
    /// <param name="perMetre">How many stored units are a metre.</param>
    public static ushort Millimetres(ushort value, double perMetre)
    {
        double millimetres = value == Unknown ? 0 : Math.Round(value * 1000 / perMetre);
        return millimetres < Unknown ? (ushort)millimetres : (ushort)0;
    }

    private static (int, int, int, ushort[]) Depth(byte[] bytes)
    {
        try
        {
            return GreyPng.Decode(bytes);
        }
        catch (ImageDecodingException exception)
        {
            throw new ImageDecodingException(exception.Kind, $"the depth: {exception.Message}");
        }
    }
}
