using System.Formats.Tar;
using System.IO.Compression;
using SkiaSharp;

namespace RegCls.Tests.Data.Images;

/// <summary>Small pictures and the layouts that data sets of faces have on disk.</summary>
internal static class MadeUpImages
{
    public static byte[] Jpeg(int seed, int width = 32, int height = 32, SKEncodedImageFormat format = SKEncodedImageFormat.Jpeg)
    {
        NativeLibraries.EnsureImagesLoaded();
        using SKBitmap bitmap = new(width, height);
        Random random = new(seed);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                bitmap.SetPixel(x, y, new SKColor((byte)(seed * 40), (byte)random.Next(256), (byte)(x * 7)));
            }
        }

        using SKData data = bitmap.Encode(format, 90);
        return data.ToArray();
    }

    /// <summary>One usable image of each age, in the manner of UTKFace.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> UtkFace(params int[] ages)
        => ages.Select((age, i) => ($"{age}_{i % 2}_{i % 5}_2017011617{i:D7}.jpg.chip.jpg", Jpeg(i)));

    public static string Tar(string path, IEnumerable<(string Name, byte[] Bytes)> files, bool compressed = false)
    {
        using FileStream file = File.Create(path);
        using Stream stream = compressed ? new GZipStream(file, CompressionLevel.Fastest) : file;
        using TarWriter tar = new(stream, TarEntryFormat.Ustar);
        tar.WriteEntry(new UstarTarEntry(TarEntryType.Directory, "UTKFace/"));
        foreach ((string name, byte[] bytes) in files)
        {
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, $"UTKFace/{name}") { DataStream = new MemoryStream(bytes) });
        }

        return path;
    }

    public static string Folder(string path, IEnumerable<(string Name, byte[] Bytes)> files)
    {
        foreach ((string name, byte[] bytes) in files)
        {
            string file = Path.Combine(path, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }

        return path;
    }
}
