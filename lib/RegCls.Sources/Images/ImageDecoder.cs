using RegCls.Data.Sets;
using SkiaSharp;

namespace RegCls.Data.Images;

/// <summary>Decodes JPEG, PNG and what else SkiaSharp reads.</summary>
public static class ImageDecoder
{
    // What a header claims is not believed beyond this: 256 MB as RGBA.
    private const long MostPixels = 1 << 26;

    /// <summary>Decodes an image and scales it to a square; a picture that is not square is stretched, as in Yang et al.</summary>
    /// <param name="encoded">The bytes of the file.</param>
    /// <param name="size">Width and height in pixels.</param>
    /// <returns>Planar RGB, <c>[3, size, size]</c>.</returns>
    /// <exception cref="ImageDecodingException">The bytes are no image, or end too early.</exception>
    public static byte[] Decode(byte[] encoded, int size)
    {
        ArgumentNullException.ThrowIfNull(encoded);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        using SKBitmap whole = Whole(encoded, out _);
        return Scaled(whole, size);
    }

    /// <summary>Decodes a sample of a data set: as <see cref="Decode"/>, but not what <see cref="PictureShape"/> refuses.</summary>
    /// <param name="encoded">The bytes of the file.</param>
    /// <param name="size">Width and height in pixels.</param>
    /// <exception cref="ImageDecodingException">The bytes are no image, end too early, or the picture is too small or too long.</exception>
    public static DecodedImage DecodeSample(byte[] encoded, int size)
    {
        ArgumentNullException.ThrowIfNull(encoded);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        using SKBitmap whole = Whole(encoded, out bool transparent);
        PictureShape.Require(whole.Width, whole.Height);
        return new DecodedImage(Scaled(whole, size), transparent);
    }

    private static byte[] Scaled(SKBitmap whole, int size)
    {
        if (whole.Width == size && whole.Height == size)
        {
            return Planar(whole);
        }

        using SKBitmap scaled = new(new SKImageInfo(size, size, SKColorType.Rgba8888, SKAlphaType.Premul));
        SKFilterQuality quality = whole.Width > size || whole.Height > size ? SKFilterQuality.Medium : SKFilterQuality.High;
        return whole.ScalePixels(scaled, quality)
            ? Planar(scaled)
            : throw new ImageDecodingException(ProblemKind.Undecodable, $"its {whole.Width}×{whole.Height} pixels cannot be scaled to {size}×{size}");
    }

    /// <summary>Decodes an image as it is.</summary>
    /// <param name="encoded">The bytes of the file.</param>
    /// <returns>Its width and height in pixels, and planar RGB, <c>[3, height, width]</c>.</returns>
    /// <exception cref="ImageDecodingException">The bytes are no image, or end too early.</exception>
    public static (int Width, int Height, byte[] Planes) DecodeWhole(byte[] encoded)
    {
        ArgumentNullException.ThrowIfNull(encoded);
        using SKBitmap whole = Whole(encoded, out _);
        return (whole.Width, whole.Height, Planar(whole));
    }

    /// <summary>What the header of an image says of its size; null where it is no image.</summary>
    internal static (int Width, int Height)? SizeOf(byte[] encoded)
    {
        NativeLibraries.EnsureImagesLoaded();
        using SKData data = SKData.CreateCopy(encoded);
        using SKCodec? codec = encoded.Length == 0 ? null : SKCodec.Create(data);
        return codec is null ? null : (codec.Info.Width, codec.Info.Height);
    }

    // Colours of pixels that are not opaque stay as they are stored, as the released loaders read them; multiplied with their opacity they would be darker than what anyone sees.
    private static SKBitmap Whole(byte[] encoded, out bool transparent)
    {
        if (encoded.Length == 0)
        {
            throw new ImageDecodingException(ProblemKind.Truncated, "the file is empty");
        }

        using SKData data = SKData.CreateCopy(encoded);
        using SKCodec codec = SKCodec.Create(data)
            ?? throw new ImageDecodingException(ProblemKind.Undecodable, $"its {encoded.Length} bytes are no image of a known format");
        if ((long)codec.Info.Width * codec.Info.Height > MostPixels)
        {
            throw new ImageDecodingException(ProblemKind.Undecodable, $"it says that it has {codec.Info.Width}×{codec.Info.Height} pixels, more than are read");
        }

        bool opaque = codec.Info.AlphaType == SKAlphaType.Opaque;
        SKBitmap whole = new(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, opaque ? SKAlphaType.Premul : SKAlphaType.Unpremul));
        SKCodecResult result = codec.GetPixels(whole.Info, whole.GetPixels());
        if (result == SKCodecResult.Success)
        {
            transparent = !opaque && MakeOpaque(whole);
            return whole;
        }

        whole.Dispose();
        throw result is SKCodecResult.IncompleteInput or SKCodecResult.ErrorInInput
            ? new ImageDecodingException(ProblemKind.Truncated, $"its {encoded.Length} bytes end before the {codec.Info.Width}×{codec.Info.Height} image does")
            : new ImageDecodingException(ProblemKind.Undecodable, $"SkiaSharp says {result}");
    }

    // Whether a pixel was not.
    private static bool MakeOpaque(SKBitmap bitmap)
    {
        Span<byte> pixels = Writable(bitmap);
        bool changed = false;
        for (int i = 3; i < pixels.Length; i += 4)
        {
            changed |= pixels[i] != byte.MaxValue;
            pixels[i] = byte.MaxValue;
        }

        return changed;
    }

    /// <summary>The pixels of an RGBA bitmap, colour by colour.</summary>
    internal static byte[] Planar(SKBitmap bitmap)
    {
        int area = bitmap.Width * bitmap.Height;
        byte[] planes = new byte[3 * area];
        ReadOnlySpan<byte> pixels = bitmap.GetPixelSpan();
        for (int i = 0; i < area; i++)
        {
            planes[i] = pixels[4 * i];
            planes[area + i] = pixels[4 * i + 1];
            planes[2 * area + i] = pixels[4 * i + 2];
        }

        return planes;
    }

    /// <summary>Planar RGB as a square bitmap, for charts and galleries; the caller disposes it.</summary>
    /// <param name="planes"><c>[3, size, size]</c>.</param>
    /// <param name="size">Width and height in pixels.</param>
    public static SKBitmap ToBitmap(ReadOnlySpan<byte> planes, int size) => ToBitmap(planes, size, size);

    /// <summary>Planar RGB as a bitmap, for charts and galleries; the caller disposes it.</summary>
    /// <param name="planes"><c>[3, height, width]</c>.</param>
    /// <param name="width">Pixels a row.</param>
    /// <param name="height">Rows.</param>
    public static SKBitmap ToBitmap(ReadOnlySpan<byte> planes, int width, int height)
    {
        int area = width * height;
        if (planes.Length != 3 * area)
        {
            throw new ArgumentException($"A {width}×{height} image has {3 * area} bytes, got {planes.Length}.", nameof(planes));
        }

        SKBitmap bitmap = new(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        Span<byte> pixels = Writable(bitmap);
        for (int i = 0; i < area; i++)
        {
            pixels[4 * i] = planes[i];
            pixels[4 * i + 1] = planes[area + i];
            pixels[4 * i + 2] = planes[2 * area + i];
            pixels[4 * i + 3] = 255;
        }

        return bitmap;
    }

    internal static unsafe Span<byte> Writable(SKBitmap bitmap) => new((void*)bitmap.GetPixels(), bitmap.ByteCount);
}
