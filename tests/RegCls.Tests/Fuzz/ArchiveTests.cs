using System.Buffers.Binary;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using RegCls.Data.Depth;
using RegCls.Data.Images;
using RegCls.Data.Sets;
using RegCls.Data.Video;
using RegCls.Tests.Data.Depth;
using RegCls.Tests.Data.Images;

namespace RegCls.Tests.Fuzz;

/// <summary>Archives made to do harm: names that lead out of a folder, links, and sizes that nobody should believe.</summary>
public sealed class ArchiveTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string Below(string name) => Path.Combine(folder.FullPath, name);

    [Theory]
    [InlineData("../../outside.color.png", "../../outside.depth.png")]
    [InlineData("/tmp/regcls-outside.color.png", "/tmp/regcls-outside.depth.png")]
    [InlineData("C:\\outside.color.png", "C:\\outside.depth.png")]
    public void Nothing_is_written_where_an_archive_says(string colour, string depth)
    {
        (string Name, byte[] Bytes)[] frame = [.. MadeUpFrames.Recording(1)];
        Directory.CreateDirectory(Below("a/b"));
        string tar = Archive(Below("a/b/rooms.tar"), [(colour, frame[0].Bytes), (depth, frame[1].Bytes)]);
        string[] before = All();
        DataReport report = DepthDataSets.Recording.Check(tar);
        Assert.Equal(1, report.Usable);
        using (DepthCache cache = DepthCache.Open(new RgbdFolderSource(tar), 8, 6, Below("cache")))
        {
            Assert.Equal(1, cache.Count);
        }

        // The cache, and nothing else.
        Assert.StartsWith(Below("cache"), Assert.Single(All().Except(before)), StringComparison.Ordinal);
        Assert.False(File.Exists("/tmp/regcls-outside.color.png"));
    }

    [Fact]
    public void Links_in_an_archive_are_not_followed()
    {
        File.WriteAllBytes(Below("secret.jpg"), MadeUpImages.Jpeg(1));
        using (FileStream file = File.Create(Below("faces.tar")))
        using (TarWriter tar = new(file, TarEntryFormat.Ustar))
        {
            tar.WriteEntry(new UstarTarEntry(TarEntryType.SymbolicLink, "20_0_0_20170116170000001.jpg.chip.jpg") { LinkName = Below("secret.jpg") });
            tar.WriteEntry(new UstarTarEntry(TarEntryType.HardLink, "21_0_0_20170116170000002.jpg.chip.jpg") { LinkName = Below("secret.jpg") });
            (string name, byte[] bytes) = MadeUpImages.UtkFace(30).Single();
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(bytes) });
        }

        Assert.Equal(30, Assert.Single(new UtkFaceSource(Below("faces.tar")).Read(new ProblemLog())).Label);
    }

    [Fact]
    public void A_size_that_an_archive_claims_is_not_believed()
    {
        // A header that claims 8 GB, with nothing behind it.
        string tar = Archive(Below("faces.tar"), MadeUpImages.UtkFace(30));
        byte[] bytes = File.ReadAllBytes(tar);
        Encoding.ASCII.GetBytes("77777777777\0").CopyTo(bytes, 124);
        int sum = 8 * ' ' + bytes.Take(512).Where((_, i) => i is < 148 or >= 156).Sum(value => value);
        Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(6, '0') + "\0 ").CopyTo(bytes, 148);
        File.WriteAllBytes(tar, bytes);
        ProblemLog problems = new();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Empty(new UtkFaceSource(tar).Read(problems));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 << 20);
        Assert.Equal(ProblemKind.TornArchive, Assert.Single(problems.Summaries()).Kind);
    }

    [Theory]
    [InlineData('x', false)]
    [InlineData('g', true)]
    [InlineData('L', false)]
    [InlineData('K', true)]
    public void An_extended_header_that_claims_a_gigabyte_is_refused_before_it_is_read(char type, bool packed)
    {
        byte[] header = Header(type, 1L << 30);
        byte[] archive = [.. header, .. new byte[1024]];
        string tar = folder.Write("faces.tar", archive), rooms = folder.Write("rooms.tar", archive);
        if (packed)
        {
            tar = Below("faces.tar.gz");
            using FileStream file = File.Create(tar);
            using GZipStream gzip = new(file, CompressionLevel.Fastest);
            gzip.Write(archive);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        ProblemLog problems = new();
        Assert.Empty(new UtkFaceSource(tar).Read(problems));
        Assert.Contains($"a header of type {type} claims 1073741824 bytes", Assert.Single(problems.Summaries()).ToString(), StringComparison.Ordinal);
        ProblemLog other = new();
        Assert.Empty(new RgbdFolderSource(rooms).Read(other));
        Assert.Contains("claims 1073741824 bytes", Assert.Single(other.Summaries()).ToString(), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 << 20);
    }

    [Fact]
    public void Numbers_in_headers_are_not_believed()
    {
        string npy = "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999, 64), }".PadRight(117) + "\n";
        string path = folder.Write("P03_cam01_P03_tea.npy", [0x93, .. "NUMPY"u8, 1, 0, (byte)npy.Length, 0, .. Encoding.ASCII.GetBytes(npy)]);
        Assert.Contains("expected a matrix", Assert.Throws<InvalidDataException>(() => BreakfastReader.ReadFile(path)).Message, StringComparison.Ordinal);

        string mask = "{'descr': '|u1', 'fortran_order': False, 'shape': (999999999, 999999999, 999999999), }".PadRight(117) + "\n";
        string masks = folder.Write("mask.npy", [0x93, .. "NUMPY"u8, 1, 0, (byte)mask.Length, 0, .. Encoding.ASCII.GetBytes(mask)]);
        Assert.Contains("needs 999999997", Assert.Throws<InvalidDataException>(() => TestMaskFile.Open(masks)).Message, StringComparison.Ordinal);

        byte[] header = Encoding.ASCII.GetBytes("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[9223372036854775803,9223372036854775807]}}");
        string weights = folder.Write("a.safetensors", [.. BitConverter.GetBytes((long)header.Length), .. header]);
        Assert.Contains("is cut short", Assert.Throws<InvalidDataException>(() => RegCls.Models.Images.SafetensorsFile.Open(weights)).Message, StringComparison.Ordinal);

        // The size in the header of a PNG, at bytes 16 to 23, with its checksum made anew.
        byte[] png = MadeUpImages.Jpeg(1, format: SkiaSharp.SKEncodedImageFormat.Png);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), 20_000);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), 20_000);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));
        Assert.Contains("20000×20000 pixels, more than are read", Assert.Throws<ImageDecodingException>(() => ImageDecoder.DecodeWhole(png)).Message, StringComparison.Ordinal);
    }

    // A ustar header with its checksum.
    private static byte[] Header(char type, long size)
    {
        byte[] header = new byte[512];
        Encoding.ASCII.GetBytes("name").CopyTo(header, 0);
        Encoding.ASCII.GetBytes("0000644\0").CopyTo(header, 100);
        Encoding.ASCII.GetBytes(Convert.ToString(size, 8).PadLeft(11, '0') + "\0").CopyTo(header, 124);
        header[156] = (byte)type;
        Encoding.ASCII.GetBytes("ustar\0").CopyTo(header, 257);
        Encoding.ASCII.GetBytes("00").CopyTo(header, 263);
        int sum = 8 * ' ' + header.Where((_, i) => i is < 148 or >= 156).Sum(value => value);
        Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(6, '0') + "\0 ").CopyTo(header, 148);
        return header;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }

    [Fact]
    public void A_small_packed_file_does_not_become_a_large_one()
    {
        string path = Below("P03_cam01_P03_tea.txt.gz");
        using (FileStream file = File.Create(path))
        using (GZipStream gzip = new(file, CompressionLevel.Optimal))
        {
            byte[] zeros = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("0 ", 1 << 19)));
            for (int i = 0; i < 300; i++)
            {
                gzip.Write(zeros);
            }
        }

        Assert.InRange(new FileInfo(path).Length, 0, 2 << 20);
        Assert.Contains("it unpacks to more than 256 MB", Assert.Throws<InvalidDataException>(() => BreakfastReader.ReadFile(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_small_packed_archive_does_not_unpack_without_end()
    {
        // Files of zeros, each no larger than a face may be: 160 MB in less than one.
        string path = Below("faces.tar.gz");
        using (FileStream file = File.Create(path))
        using (GZipStream gzip = new(file, CompressionLevel.Optimal))
        {
            byte[] header = Header('0', 4 << 20), zeros = new byte[4 << 20];
            for (int i = 0; i < 40; i++)
            {
                gzip.Write(header);
                gzip.Write(zeros);
            }
        }

        Assert.InRange(new FileInfo(path).Length, 0, 1 << 20);
        ProblemLog problems = new();
        Assert.Empty(new UtkFaceSource(path).Read(problems));
        Assert.Contains(problems.Summaries(), problem => problem.Kind == ProblemKind.TornArchive && problem.ToString().Contains("it unpacks to more than", StringComparison.Ordinal));
    }

    private string[] All() => Directory.GetFiles(folder.FullPath, "*", SearchOption.AllDirectories);

    private static string Archive(string path, IEnumerable<(string Name, byte[] Bytes)> files)
    {
        using FileStream file = File.Create(path);
        using TarWriter tar = new(file, TarEntryFormat.Ustar);
        foreach ((string name, byte[] bytes) in files)
        {
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(bytes) });
        }

        return path;
    }
}
