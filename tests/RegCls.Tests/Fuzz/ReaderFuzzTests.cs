using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using PureHDF;
using RegCls.Claims;
using RegCls.Data;
using RegCls.Data.Depth;
using RegCls.Data.Images;
using RegCls.Data.Sets;
using RegCls.Data.Video;
using RegCls.Models.Images;
using RegCls.Studies;
using RegCls.Studies.Depth;
using RegCls.Tests.Data.Depth;
using RegCls.Tests.Data.Images;
using RegCls.Tests.Training;

namespace RegCls.Tests.Fuzz;

/// <summary>
/// Whatever is in a file, a reader returns a value or says in one sentence what is wrong: no crash, no hang, no memory without bound. REGCLS_FUZZ_SECONDS searches longer, and
/// the seed of a failure is in its message. Alone in the process while it runs, for it counts allocated bytes.
/// </summary>
[Collection(nameof(GarbageCollectionTests))]
public class ReaderFuzzTests
{
    private const long Memory = 256L << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static TheoryData<string> Names => [.. Targets.Keys];

    // What a folder holds, and how it is read. The one file that is damaged is chosen anew each time.
    private static Dictionary<string, (Func<IEnumerable<(string Name, byte[] Bytes)>> Files, Action<string> Read)> Targets { get; } = new()
    {
        ["IMDB-WIKI-DIR"] = (() => Table("imdb_wiki.csv"), folder => AgeDataSets.ImdbWiki.Check(folder)),
        ["AgeDB-DIR"] = (() => Table("agedb.csv"), folder => AgeDataSets.AgeDb.Check(folder)),
        ["UTKFace"] = (() => MadeUpImages.UtkFace(3, 30, 60), folder => AgeDataSets.UtkFace.Check(folder)),
        ["UTKFace.tar.gz"] = (() => [("faces.tar.gz", Tar(MadeUpImages.UtkFace(3, 30, 60), compressed: true))], folder => AgeDataSets.UtkFace.Check(Path.Combine(folder, "faces.tar.gz"))),
        ["UTKFace.tar"] = (() => [("faces.tar", Tar(MadeUpImages.UtkFace(3, 30, 60), compressed: false))], folder => AgeDataSets.UtkFace.Check(Path.Combine(folder, "faces.tar"))),
        ["NYUD2-DIR"] = (Nyud2, folder => DepthDataSets.Nyud2.Check(folder)),
        ["NYUv2.mat"] = (() => [("nyu_depth_v2_labeled.mat", Mat())], folder => DepthDataSets.NyuLabelled.Check(folder)),
        ["RGB-D folder"] = (() => MadeUpFrames.Recording(2), folder => DepthDataSets.Recording.Check(folder)),
        ["RGB-D tar"] = (() => [("rooms.tar", Tar(MadeUpFrames.Recording(2), compressed: false))], folder => DepthDataSets.Recording.Check(Path.Combine(folder, "rooms.tar"))),
        ["Breakfast text"] = (() => [("P03_cam01_P03_tea.txt", Features())], folder => BreakfastReader.ReadFile(Path.Combine(folder, "P03_cam01_P03_tea.txt"))),
        ["Breakfast npy"] = (() => [("P03_cam01_P03_tea.npy", Npy())], folder => BreakfastReader.ReadFile(Path.Combine(folder, "P03_cam01_P03_tea.npy"))),
        ["Breakfast gzip"] = (() => [("P03_cam01_P03_tea.txt.gz", Packed(Features()))], folder => BreakfastReader.ReadFile(Path.Combine(folder, "P03_cam01_P03_tea.txt.gz"))),
        ["MSR-Action3D"] = (() => [("a01_s01_e01_skeleton3D.txt", Skeleton())], folder => SkeletonReader.ReadFile(Path.Combine(folder, "a01_s01_e01_skeleton3D.txt"))),
        ["lengths"] = (() => [("lengths.csv", Head("labels/breakfast_lengths.csv"))], folder => BreakfastLengths.Read(Path.Combine(folder, "lengths.csv"))),
        ["1D records"] = (() => [("records.csv", Head("recorded/fig3.csv"))], folder => new RecordFile<RunRecord>(Path.Combine(folder, "records.csv")).Read()),
        ["depth records"] = (() => [("records.csv", Head("recorded/depth-rooms.csv"))], folder => new RecordFile<DepthRecord>(Path.Combine(folder, "records.csv")).Read()),
        ["published table"] = (() => [("tab1.csv", Head("published/tab1.csv"))], folder => PublishedTab1.Load(Path.Combine(folder, "tab1.csv"))),
        ["claims"] = (() => [("claims.csv", Head("claims.csv"))], folder => ClaimFile.Read(Path.Combine(folder, "claims.csv"))),
        ["safetensors"] = (() => [("weights.safetensors", Safetensors())], folder => SafetensorsFile.Open(Path.Combine(folder, "weights.safetensors"))),
        ["image cache"] = (ImageCacheFile, ReadImageCache),
        ["depth cache"] = (DepthCacheFile, ReadDepthCache),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_damaged_file_is_read_or_refused_in_one_sentence(string name)
    {
        (Func<IEnumerable<(string Name, byte[] Bytes)>> files, Action<string> read) = Targets[name];
        (string Name, byte[] Bytes)[] whole = [.. files()];
        using TemporaryFolder folder = new();
        string work = Path.Combine(folder.FullPath, "work");
        Environment.SetEnvironmentVariable(CacheFiles.FolderVariable, Path.Combine(folder.FullPath, "cache"));
        try
        {
            MadeUpImages.Folder(work, whole);
            read(work);

            foreach (int seed in FuzzSeeds.Take(200))
            {
                Random random = new(seed);
                int damaged = random.Next(whole.Length);
                string path = Path.Combine(work, whole[damaged].Name);
                File.WriteAllBytes(path, Mutation.Of(whole[damaged].Bytes, random));
                Try(read, work, $"{name}, seed {seed}");
                File.WriteAllBytes(path, whole[damaged].Bytes);
            }
        }
        finally
        {
            Environment.SetEnvironmentVariable(CacheFiles.FolderVariable, null);
        }
    }

    private static void Try(Action<string> read, string folder, string which)
    {
        long before = GC.GetTotalAllocatedBytes();
        Task task = Task.Run(() =>
        {
            try
            {
                read(folder);
            }
            catch (Exception exception) when (exception is InvalidDataException or IOException)
            {
                Assert.False(string.IsNullOrWhiteSpace(exception.Message), which);
                Assert.True(exception.Message.Length < 2000, $"{which}: a sentence of {exception.Message.Length} letters: {exception.Message[..Math.Min(300, exception.Message.Length)]}");
                Assert.True(exception.Message.Contains(folder, StringComparison.Ordinal), $"{which}: the sentence names no file: {exception.Message}");
            }
            catch (Exception exception)
            {
                Assert.Fail($"{which}: {exception}");
            }
        });
        Assert.True(task.Wait(Patience), $"{which}: still reading after {Patience.TotalSeconds} s");
        Assert.True(GC.GetTotalAllocatedBytes() - before < Memory, $"{which}: allocated {(GC.GetTotalAllocatedBytes() - before) >> 20} MB for a file of a few KB");
    }

    private static IEnumerable<(string, byte[])> Table(string name)
    {
        yield return (name, Encoding.UTF8.GetBytes("age,path,split\n30,a.jpg,train\n31,b.jpg,val\n60,c.jpg,test\n"));
        foreach ((string file, int seed) in new[] { ("a.jpg", 1), ("b.jpg", 2), ("c.jpg", 3) })
        {
            yield return (file, MadeUpImages.Jpeg(seed));
        }
    }

    private static IEnumerable<(string, byte[])> Nyud2()
    {
        yield return ("nyu2_train.csv", "data/nyu2_train/a/1.jpg,data/nyu2_train/a/1.png\ndata/nyu2_train/b/1.jpg,data/nyu2_train/b/1.png\n"u8.ToArray());
        yield return ("nyu2_test.csv", "data/nyu2_test/0_colors.png,data/nyu2_test/0_depth.png\n"u8.ToArray());
        string header = "{'descr': '|u1', 'fortran_order': False, 'shape': (1, 23, 30), }".PadRight(117) + "\n";
        yield return ("test_balanced_mask.npy", [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.ASCII.GetBytes(header), .. Enumerable.Repeat((byte)1, 23 * 30)]);
        foreach (string scene in new[] { "a", "b" })
        {
            yield return ($"nyu2_train/{scene}/1.jpg", MadeUpImages.Jpeg(scene[0], 32, 24));
            yield return ($"nyu2_train/{scene}/1.png", GreyPng.Encode([.. Enumerable.Range(0, 32 * 24).Select(i => (ushort)(i % 256))], 32, 24, 8));
        }

        yield return ("nyu2_test/0_colors.png", MadeUpImages.Jpeg(2, 32, 24, SkiaSharp.SKEncodedImageFormat.Png));
        yield return ("nyu2_test/0_depth.png", MadeUpFrames.DepthPng(1));
    }

    private static byte[] Mat()
    {
        string path = Path.GetTempFileName();
        try
        {
            H5Dataset[] names = [.. Enumerable.Range(0, 2).Select(i => new H5Dataset($"kitchen_{i}".Select(letter => (ushort)letter).ToArray()))];
            new H5File
            {
                ["#refs#"] = new H5Group { ["a"] = names[0], ["b"] = names[1] },
                ["images"] = new H5Dataset(new byte[2, 3, 16, 12], chunks: [1, 3, 16, 12]),
                ["depths"] = new H5Dataset(Metres()),
                ["scenes"] = new H5Dataset(names.Select(name => new H5ObjectReference(name)).ToArray()),
            }.Write(path);
            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static float[,,] Metres()
    {
        float[,,] metres = new float[2, 16, 12];
        foreach (int i in Enumerable.Range(0, metres.Length))
        {
            metres[i / 192, i / 12 % 16, i % 12] = 1 + i % 7;
        }

        return metres;
    }

    private static byte[] Tar(IEnumerable<(string Name, byte[] Bytes)> files, bool compressed)
    {
        using MemoryStream whole = new();
        using (TarWriter tar = new(whole, TarEntryFormat.Ustar, leaveOpen: true))
        {
            foreach ((string name, byte[] bytes) in files)
            {
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(bytes) });
            }
        }

        return compressed ? Packed(whole.ToArray()) : whole.ToArray();
    }

    private static byte[] Packed(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private static byte[] Features() => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 5).Select(row => string.Join(' ', Enumerable.Range(0, 64).Select(column => ((row - column) / 7.0).ToString("F4", CultureInfo.InvariantCulture))) + "\n")));

    private static byte[] Npy()
    {
        string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (5, 64), }".PadRight(117) + "\n";
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.ASCII.GetBytes(header), .. new byte[4 * 5 * 64]];
    }

    private static byte[] Skeleton() => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 60).Select(row => $"0.{row} 1.5 -2.25 1\n")));

    private static byte[] Head(string file) => Encoding.UTF8.GetBytes(string.Concat(File.ReadLines(DataFiles.Find(file)).Take(8).Select(line => line + "\n")));

    private static byte[] Safetensors()
    {
        byte[] header = "{\"a\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]},\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[24,28]}}"u8.ToArray();
        return [.. BitConverter.GetBytes((long)header.Length), .. header, .. new byte[28]];
    }

    private static IEnumerable<(string, byte[])> ImageCacheFile()
    {
        using TemporaryFolder folder = new();
        MadeUpImages.Folder(Path.Combine(folder.FullPath, "faces"), MadeUpImages.UtkFace(3, 30, 60));
        using (ImageCache.Open(new UtkFaceSource(Path.Combine(folder.FullPath, "faces")), 8, folder.FullPath))
        {
        }

        return [("cache.images", File.ReadAllBytes(Directory.GetFiles(folder.FullPath, "*.images")[0]))];
    }

    // As the depth cache, below.
    private static void ReadImageCache(string folder)
    {
        string faces = Path.Combine(folder, "..", "faces");
        if (!Directory.Exists(faces))
        {
            MadeUpImages.Folder(faces, MadeUpImages.UtkFace(3, 30, 60));
        }

        string made;
        using (ImageCache cache = ImageCache.Open(new UtkFaceSource(faces), 8, folder))
        {
            made = cache.Path;
        }

        File.Copy(Path.Combine(folder, "cache.images"), made, overwrite: true);
        using ImageCache again = ImageCache.Open(new UtkFaceSource(faces), 8, folder);
        Assert.Equal(3, again.Count);
        _ = again.Pixels(2)[^1];
    }

    private static IEnumerable<(string, byte[])> DepthCacheFile()
    {
        using TemporaryFolder folder = new();
        MadeUpImages.Folder(Path.Combine(folder.FullPath, "rooms"), MadeUpFrames.Recording(2));
        using (DepthCache.Open(new RgbdFolderSource(Path.Combine(folder.FullPath, "rooms")), 8, 6, folder.FullPath))
        {
        }

        return [("cache.depth", File.ReadAllBytes(Directory.GetFiles(folder.FullPath, "*.depth")[0]))];
    }

    // A cache that is damaged is made anew from its source.
    private static void ReadDepthCache(string folder)
    {
        string rooms = Path.Combine(folder, "..", "rooms");
        if (!Directory.Exists(rooms))
        {
            MadeUpImages.Folder(rooms, MadeUpFrames.Recording(2));
        }

        string made;
        using (DepthCache cache = DepthCache.Open(new RgbdFolderSource(rooms), 8, 6, folder))
        {
            made = cache.Path;
        }

        File.Copy(Path.Combine(folder, "cache.depth"), made, overwrite: true);
        using DepthCache again = DepthCache.Open(new RgbdFolderSource(rooms), 8, 6, folder);
        Assert.Equal(2, again.Count);
        _ = again.Depth(1)[^1];
    }
}
