using System.Globalization;
using System.IO.Compression;
using System.Text;
using RegCls.Data;

namespace RegCls.Tests.Data.Video;

/// <summary>Files of features in every form that is read, of numbers drawn at random.</summary>
internal static class MadeUpFeatures
{
    public static float[] Numbers(int rows, string name)
    {
        RandomStream stream = RandomStream.Named("test", name);
        return [.. Enumerable.Range(0, rows * 64).Select(_ => (float)stream.NextGaussian())];
    }

    public static byte[] Text(float[] values, int width = 64) =>
        Encoding.ASCII.GetBytes(string.Concat(values.Chunk(width).Select(row => string.Join(' ', row.Select(value => value.ToString("R", CultureInfo.InvariantCulture))) + "\n")));

    public static byte[] Packed(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream stream = new(packed, CompressionLevel.Fastest))
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }

    public static byte[] Npy(float[] values, int columns, string type)
    {
        string header = $"{{'descr': '{type}', 'fortran_order': False, 'shape': ({values.Length / columns}, {columns}), }}".PadRight(117) + "\n";
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.ASCII.GetBytes(header), .. values.SelectMany(value => type == "<f8" ? BitConverter.GetBytes((double)value) : BitConverter.GetBytes(value))];
    }
}
