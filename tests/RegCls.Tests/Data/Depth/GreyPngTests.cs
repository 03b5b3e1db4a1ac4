using CsCheck;
using RegCls.Data.Depth;
using RegCls.Data.Images;
using RegCls.Data.Sets;
using RegCls.Tests.Data.Images;
using SkiaSharp;

namespace RegCls.Tests.Data.Depth;

public sealed class GreyPngTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_filter_is_undone(int filter)
    {
        ushort[] values = MadeUpFrames.Depth(3, 9, 5);
        byte[] png = Filtered(values, 9, 5, filter);
        (int width, int height, int bits, ushort[] read) = GreyPng.Decode(png);
        Assert.Equal((9, 5, 16), (width, height, bits));
        Assert.Equal(values, read);

        // SkiaSharp reads the same file, with the upper 8 bits only.
        (_, _, byte[] planes) = ImageDecoder.DecodeWhole(png);
        Assert.All(Enumerable.Range(0, values.Length), i => Assert.InRange(planes[i] - values[i] / 257.0, -1, 1));
    }

    [Fact]
    public void What_is_written_is_read_back()
        => Gen.Select(Gen.Int[1, 40], Gen.Int[1, 30], Gen.Bool, Gen.Int[0, 1000]).Sample((width, height, wide, seed) =>
        {
            Random random = new(seed);
            ushort[] values = [.. Enumerable.Range(0, width * height).Select(_ => (ushort)random.Next(wide ? 65536 : 256))];
            (int w, int h, int bits, ushort[] read) = GreyPng.Decode(GreyPng.Encode(values, width, height, wide ? 16 : 8));
            Assert.Equal((width, height, wide ? 16 : 8), (w, h, bits));
            Assert.Equal(values, read);
        });

    [Fact]
    public void Eight_bits_are_what_SkiaSharp_reads()
    {
        NativeLibraries.EnsureImagesLoaded();
        ushort[] values = [.. Enumerable.Range(0, 256).Select(i => (ushort)i)];
        byte[] planes = ImageDecoder.DecodeWhole(GreyPng.Encode(values, 16, 16, 8)).Planes;
        Assert.Equal(values.Select(value => (byte)value), planes[..256]);
    }

    [Fact]
    public void A_file_cut_anywhere_is_truncated()
    {
        byte[] png = MadeUpFrames.DepthPng(1);
        for (int length = 0; length < png.Length; length++)
        {
            Assert.Equal(ProblemKind.Truncated, Assert.Throws<ImageDecodingException>(() => GreyPng.Decode(png.AsSpan(0, length))).Kind);
        }
    }

    [Fact]
    public void What_is_no_depth_is_one_sentence()
    {
        byte[] colour = MadeUpImages.Jpeg(1, format: SKEncodedImageFormat.Png);
        Assert.Contains("expected one grey channel", Assert.Throws<ImageDecodingException>(() => GreyPng.Decode(colour)).Message, StringComparison.Ordinal);
        Assert.Contains("are no PNG", Assert.Throws<ImageDecodingException>(() => GreyPng.Decode("no picture at all"u8)).Message, StringComparison.Ordinal);
        byte[] damaged = MadeUpFrames.DepthPng(1);
        damaged[60] ^= 0xFF;
        damaged[61] ^= 0xFF;
        Assert.Throws<ImageDecodingException>(() => GreyPng.Decode(damaged));
        Assert.Throws<ArgumentException>(() => GreyPng.Encode([300], 1, 1, 8));
        Assert.Throws<ArgumentException>(() => GreyPng.Encode([300], 2, 1));
    }

    // The five filters forwards, written down from the specification.
    private static byte[] Filtered(ushort[] values, int width, int height, int filter)
    {
        byte[] raw = [.. values.SelectMany(value => new[] { (byte)(value >> 8), (byte)value })];
        int row = 2 * width;
        using MemoryStream packed = new();
        using (System.IO.Compression.ZLibStream zip = new(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            for (int y = 0; y < height; y++)
            {
                zip.WriteByte((byte)filter);
                for (int i = 0; i < row; i++)
                {
                    int a = i < 2 ? 0 : raw[y * row + i - 2], b = y == 0 ? 0 : raw[(y - 1) * row + i], c = i < 2 || y == 0 ? 0 : raw[(y - 1) * row + i - 2];
                    int nearest = new[] { a, b, c }.MinBy(value => Math.Abs(a + b - c - value));
                    zip.WriteByte((byte)(raw[y * row + i] - new[] { 0, a, b, (a + b) / 2, nearest }[filter]));
                }
            }
        }

        byte[] png = GreyPng.Encode(values, width, height);
        int start = 8 + 25;
        using MemoryStream file = new();
        file.Write(png.AsSpan(0, start));
        byte[] data = packed.ToArray();
        byte[] length = BitConverter.GetBytes(System.Net.IPAddress.HostToNetworkOrder(data.Length));
        byte[] body = [.. "IDAT"u8, .. data];
        file.Write(length);
        file.Write(body);
        byte[] check = BitConverter.GetBytes(System.Net.IPAddress.HostToNetworkOrder((int)Crc32(body)));
        file.Write(check);
        file.Write(png.AsSpan(png.Length - 12));
        return file.ToArray();
    }

    private static uint Crc32(byte[] data)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in data)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
            }
        }

        return ~crc;
    }
}
