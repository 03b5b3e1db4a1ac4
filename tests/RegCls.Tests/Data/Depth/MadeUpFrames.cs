using RegCls.Data.Depth;
using RegCls.Tests.Data.Images;
using SkiaSharp;

namespace RegCls.Tests.Data.Depth;

/// <summary>Small frames and the layouts that data sets of depth have on disk.</summary>
internal static class MadeUpFrames
{
    /// <summary>A depth that tells each pixel of each frame apart; every 7th is not known.</summary>
    public static ushort[] Depth(int seed, int width, int height)
        => [.. Enumerable.Range(0, width * height).Select(i => (i + seed) % 7 == 0 ? (ushort)0 : (ushort)(700 + (seed * 977 + i * 13) % 9000))];

    public static byte[] DepthPng(int seed, int width = 32, int height = 24) => GreyPng.Encode(Depth(seed, width, height), width, height);

    /// <summary>Pairs in the manner of RGB-D recordings; frame i is drawn from the seed <paramref name="first"/> + i.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> Recording(int frames, string folder = "", int width = 32, int height = 24, int first = 0)
        => Enumerable.Range(0, frames).SelectMany(i => new[]
        {
            ($"{folder}frame-{4 * i:D6}.color.png", MadeUpImages.Jpeg(first + i, width, height, SKEncodedImageFormat.Png)),
            ($"{folder}frame-{4 * i:D6}.depth.png", DepthPng(first + i, width, height)),
        });
}
