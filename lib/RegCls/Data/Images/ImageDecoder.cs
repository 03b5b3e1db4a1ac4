using RegCls.Data.Sets;
using SkiaSharp;

namespace RegCls.Data.Images;

/// <summary>Decodes JPEG, PNG and what else SkiaSharp reads.</summary>
public static class ImageDecoder
{
    /// <summary>Decodes an image and scales it to a square; a picture that is not square is stretched, as in Yang et al.</summary>
    /// <param name="encoded">The bytes of the file.</param>
    /// <param name="size">Width and height in pixels.</param>
    /// <returns>Planar RGB, <c>[3, size, size]</c>.</returns>
    /// <exception cref="ImageDecodingException">The bytes are no image, or end too early.</exception>
    public static byte[] Decode(byte[] encoded, int size)
    {
        ArgumentNullException.ThrowIfNull(encoded);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        if (encoded.Length == 0)
        {
            throw new ImageDecodingException(ProblemKind.Truncated, "the file is empty");
        }

        using SKData data = SKData.CreateCopy(encoded);
        using SKCodec codec = SKCodec.Create(data)
            ?? throw new ImageDecodingException(ProblemKind.Undecodable, $"its {encoded.Length} bytes are no image of a known format");
        using SKBitmap whole = new(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        SKCodecResult result = codec.GetPixels(whole.Info, whole.GetPixels());
        if (result != SKCodecResult.Success)
        {
            throw result is SKCodecResult.IncompleteInput or SKCodecResult.ErrorInInput
                ? new ImageDecodingException(ProblemKind.Truncated, $"its {encoded.Length} bytes end before the {codec.Info.Width}×{codec.Info.Height} image does")
                : new ImageDecodingException(ProblemKind.Undecodable, $"SkiaSharp says {result}");
        }

        if (whole.Width == size && whole.Height == size)
        {
            return Planar(whole, size);
        }

        using SKBitmap scaled = new(new SKImageInfo(size, size, SKColorType.Rgba8888, SKAlphaType.Premul));
        SKFilterQuality quality = whole.Width > size || whole.Height > size ? SKFilterQuality.Medium : SKFilterQuality.High;
        return whole.ScalePixels(scaled, quality)
            ? Planar(scaled, size)
            : throw new ImageDecodingException(ProblemKind.Undecodable, $"its {whole.Width}×{whole.Height} pixels cannot be scaled to {size}×{size}");
    }

    /// <summary>The pixels of an RGBA bitmap of a size, colour by colour.</summary>
    internal static byte[] Planar(SKBitmap bitmap, int size)
    {
        int area = size * size;
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

    /// <summary>Planar RGB as a bitmap, for charts and galleries; the caller disposes it.</summary>
    /// <param name="planes"><c>[3, size, size]</c>.</param>
    /// <param name="size">Width and height in pixels.</param>
    public static SKBitmap ToBitmap(ReadOnlySpan<byte> planes, int size)
    {
        int area = size * size;
        if (planes.Length != 3 * area)
        {
            throw new ArgumentException($"A {size}×{size} image has {3 * area} bytes, got {planes.Length}.", nameof(planes));
        }

        SKBitmap bitmap = new(new SKImageInfo(size, size, SKColorType.Rgba8888, SKAlphaType.Opaque));
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
