using System.Text;
using PureHDF;
using RegCls.Data.Depth;
using RegCls.Data.Labels;
using RegCls.Data.Sets;
using RegCls.Studies;
using RegCls.Studies.Depth;
using RegCls.Tests.Data.Images;

namespace RegCls.Tests.Data.Depth;

public sealed class NyuReaderTests : IDisposable
{
    private const int Width = 64, Height = 48;
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string Below(string name) => Path.Combine(folder.FullPath, name);

    private DepthCache Open(IDepthSource source, int width = 60, int height = 45) => DepthCache.Open(source, width, height, Below("cache"));

    // Ten folders of two pictures to train on, three test pictures, as the release has them; returns the folder above data/.
    private string Release(bool withMask = true)
    {
        List<(string, byte[])> files = [];
        StringBuilder train = new(), test = new();
        for (int i = 0; i < 20; i++)
        {
            string stem = $"nyu2_train/room_{i / 2:0000}_out/{i % 2 + 1}";
            files.Add(($"data/{stem}.jpg", MadeUpImages.Jpeg(i, Width, Height)));
            files.Add(($"data/{stem}.png", GreyPng.Encode([.. Enumerable.Range(0, Width * Height).Select(k => (ushort)((k + i) % 256))], Width, Height, 8)));
            train.AppendLine($"data/{stem}.jpg,data/{stem}.png");
        }

        for (int i = 0; i < 3; i++)
        {
            files.Add(($"data/nyu2_test/{i:00000}_colors.png", MadeUpImages.Jpeg(i, Width, Height, SkiaSharp.SKEncodedImageFormat.Png)));
            files.Add(($"data/nyu2_test/{i:00000}_depth.png", MadeUpFrames.DepthPng(i, Width, Height)));
            test.AppendLine($"data/nyu2_test/{i:00000}_colors.png,data/nyu2_test/{i:00000}_depth.png");
        }

        files.Add(("data/nyu2_train.csv", Encoding.UTF8.GetBytes(train.ToString())));
        files.Add(("data/nyu2_test.csv", Encoding.UTF8.GetBytes(test.ToString())));
        if (withMask)
        {
            files.Add(("data/test_balanced_mask.npy", Mask(3)));
        }

        return MadeUpImages.Folder(Below("nyud2"), files);
    }

    [Fact]
    public void A_model_trains_on_every_twentieth_picture_of_the_release_and_is_tested_on_all()
    {
        using DepthCache thinned = Open(new ThinnedSource(new Nyud2Source(Release()), 3)), whole = Open(new Nyud2Source(Below("nyud2")));
        foreach (Subset part in Enum.GetValues<Subset>())
        {
            Assert.Equal(Names(whole).Where((_, i) => part == Subset.Test || i % 3 == 0), Names(thinned));

            IEnumerable<string> Names(DepthCache cache) => cache.Names.Where((_, i) => cache.Subsets![i] == part);
        }

        Assert.True(thinned.HasMasks);
        Assert.EndsWith("one of 3 training frames", thinned.Description, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ThinnedSource(new Nyud2Source(Below("nyud2")), 0));

        Study<DepthRun> study = DepthStudy.CreateNyud2(Profile.Smoke);
        Assert.Equal(2, DepthRunner.Run(study, options: new StudyRunOptions { DataPath = Below("nyud2") }).Count(record => record.OnValidation.Rmse[0] > 0));
    }

    // The mask covers the middle 304/320 × 228/240 of a picture; picture i counts the pixels of row i + 1.
    private static byte[] Mask(int pictures, int height = 23, int width = 30)
    {
        string header = $"{{'descr': '|u1', 'fortran_order': False, 'shape': ({pictures}, {height}, {width}), }}";
        header = header.PadRight(117) + "\n";
        return
        [
            0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.ASCII.GetBytes(header),
            .. Enumerable.Range(0, pictures * height * width).Select(k => k / width % height == k / (width * height) + 1 ? (byte)1 : (byte)0),
        ];
    }

    [Fact]
    public void The_distributed_layout_is_read_with_both_kinds_of_depth_its_split_and_its_mask()
    {
        using DepthCache cache = Open(new Nyud2Source(Release()));
        Assert.Equal(23, cache.Count);
        Assert.Empty(cache.Problems);
        Assert.Equal([16, 4, 3], Enum.GetValues<Subset>().Select(part => cache.Subsets!.Count(subset => subset == part)));
        Assert.All(Enumerable.Range(0, 20).GroupBy(i => cache.Groups[i]), room => Assert.Single(room.Select(i => cache.Subsets![i]).Distinct()));

        // Training: 8 bits, 255 is 10 m; the middle 61×46 of 64×48 pixels, of which the middle 60×45 are left.
        DepthPicture middle = new Nyud2Source(Below("nyud2")).Read(new ProblemLog()).First().Decode(0, 0);
        Assert.Equal((61, 46), (middle.Width, middle.Height));
        Assert.Equal(Enumerable.Range(0, 61 * 46).Select(k => (ushort)Math.Round(((k / 61 + 1) * Width + k % 61 + 1) % 256 * 10000 / 255.0)), middle.Depth);

        // Test: 16 bits, millimetres.
        Assert.All(cache.Depth(20).ToArray(), depth => Assert.Contains(depth, MadeUpFrames.Depth(0, Width, Height)));
        Assert.True(cache.HasMasks);
        Assert.All(Enumerable.Range(0, 20), i => Assert.Equal(60 * 45, cache.Mask(i).ToArray().Sum(value => value)));
        for (int i = 0; i < 3; i++)
        {
            byte[] mask = cache.Mask(20 + i).ToArray();
            Assert.Equal(2 * 60, mask.Sum(value => value));
            Assert.Equal(1, mask[(2 * i + 2) * 60]);
        }
    }

    [Fact]
    public void Without_a_mask_all_pixels_count_and_wrong_masks_are_one_sentence()
    {
        string release = Release(withMask: false), mask = Path.Combine(release, "data", "test_balanced_mask.npy");
        using (DepthCache cache = Open(new Nyud2Source(release)))
        {
            Assert.False(cache.HasMasks);
            Assert.True(cache.Mask(21).IsEmpty);
        }

        File.WriteAllBytes(mask, Mask(3)[..^100]);
        Assert.EndsWith("needs 2198: copy it again.", Assert.Throws<InvalidDataException>(() => new Nyud2Source(release)).Message, StringComparison.Ordinal);
        File.WriteAllBytes(mask, Mask(4));
        Assert.Contains("has masks for 4 pictures", Assert.Throws<InvalidDataException>(() => new Nyud2Source(release)).Message, StringComparison.Ordinal);
        File.WriteAllBytes(mask, [1, 2, 3]);
        Assert.Contains("not a NumPy array", Assert.Throws<InvalidDataException>(() => new Nyud2Source(release)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_in_the_distributed_layout_is_counted_and_the_rest_is_read()
    {
        string data = Path.Combine(Release(), "data"), room = Path.Combine(data, "nyu2_train", "room_0000_out");
        byte[] depth = File.ReadAllBytes(Path.Combine(room, "1.png"));
        File.WriteAllBytes(Path.Combine(room, "1.png"), depth[..(depth.Length / 2)]);
        File.WriteAllBytes(Path.Combine(room, "2.png"), GreyPng.Encode(new ushort[32 * 24], 32, 24, 8));
        File.Delete(Path.Combine(data, "nyu2_train", "room_0001_out", "1.jpg"));
        File.AppendAllText(Path.Combine(data, "nyu2_train.csv"), "only one\n");
        DataReport report = DepthDataSets.Nyud2.Check(data);
        Assert.Equal((20, 4), (report.Usable, report.Skipped));
        Assert.Equal(
            [(ProblemKind.MissingFile, 1), (ProblemKind.UnreadableRow, 1), (ProblemKind.Truncated, 1), (ProblemKind.SizeMismatch, 1)],
            report.Problems.Select(problem => (problem.Kind, problem.Count)));
        Assert.Contains("nyu2_train.csv, line 21: 'only one', expected a picture and its depth", report.Problems[1].Examples);
        Assert.Contains(report.Facts, fact => fact.Name == "known pixels" && fact.Value.Contains('%', StringComparison.Ordinal));
        Assert.Contains(report.Facts, fact => fact.Name == "balanced test mask");
        Assert.Equal(20, report.Parts.Sum(split => split.Count));
        Assert.Contains(report.Histogram, range => range.Range == "[0.7, 0.8) m");

        File.Delete(Path.Combine(data, "nyu2_test.csv"));
        Assert.Contains("nyu2_test.csv is missing; expected", Assert.Throws<InvalidDataException>(() => new Nyud2Source(data)).Message, StringComparison.Ordinal);
        Assert.Contains("is no folder", Assert.Throws<DirectoryNotFoundException>(() => new Nyud2Source(Below("nowhere"))).Message, StringComparison.Ordinal);
    }

    // Six pictures of three scenes as MATLAB writes them: the last index runs along a column.
    private string Labelled(string name = "nyu_depth_v2_labeled.mat", int userBlock = 0)
    {
        byte[,,,] images = new byte[6, 3, Width, Height];
        float[,,] depths = new float[6, Width, Height];
        for (int n = 0; n < 6; n++)
        {
            for (int x = 0; x < Width; x++)
            {
                for (int y = 0; y < Height; y++)
                {
                    (images[n, 0, x, y], images[n, 1, x, y], images[n, 2, x, y]) = ((byte)x, (byte)y, (byte)(40 * n));
                    depths[n, x, y] = x == 0 ? 0 : 1 + n + x * 0.01f + y * 0.001f;
                }
            }
        }

        H5Dataset[] names = [.. Enumerable.Range(0, 3).Select(i => new H5Dataset($"kitchen_{i}".Select(letter => (ushort)letter).ToArray()))];
        H5Group references = new() { ["a"] = names[0], ["b"] = names[1], ["c"] = names[2] };
        H5File file = new()
        {
            ["#refs#"] = references,
            ["images"] = new H5Dataset(images, chunks: [1, 3, Width, Height]),
            ["depths"] = new H5Dataset(depths),
            ["scenes"] = new H5Dataset(Enumerable.Range(0, 6).Select(i => new H5ObjectReference(names[i / 2])).ToArray()),
        };
        string path = Below(name);
        file.Write(path);
        if (userBlock > 0)
        {
            byte[] bytes = File.ReadAllBytes(path);
            BitConverter.TryWriteBytes(bytes.AsSpan(12), (long)userBlock);
            BitConverter.TryWriteBytes(bytes.AsSpan(28), (long)bytes.Length + userBlock);
            File.WriteAllBytes(path, [.. new byte[userBlock], .. bytes]);
        }

        return path;
    }

    [Theory]
    [InlineData(0)]
    [InlineData(512)]
    public void The_labelled_file_is_read_picture_by_picture(int userBlock)
    {
        using DepthCache cache = Open(new NyuLabelledSource(Labelled(userBlock: userBlock)), Width, Height);
        Assert.Empty(cache.Problems);
        Assert.Equal(6, cache.Count);
        Assert.Equal("kitchen_0/0001", cache.Names[0]);
        Assert.Equal(["kitchen_0", "kitchen_0", "kitchen_1", "kitchen_1", "kitchen_2", "kitchen_2"], cache.Groups);
        Assert.Equal([2, 2, 2], Enum.GetValues<Subset>().Select(part => cache.Subsets!.Count(subset => subset == part)));
        for (int n = 0; n < 6; n++)
        {
            for (int i = 0; i < Width * Height; i += 37)
            {
                (int x, int y) = (i % Width, i / Width);
                Assert.Equal((x, y, 40 * n), (cache.Colour(n)[i], cache.Colour(n)[Width * Height + i], cache.Colour(n)[2 * Width * Height + i]));
                Assert.Equal(x == 0 ? 0 : 1000 * (n + 1) + 10 * x + y, cache.Depth(n)[i]);
            }
        }
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public void A_labelled_file_cut_short_is_one_sentence(double share)
    {
        byte[] bytes = File.ReadAllBytes(Labelled());
        string cut = folder.Write("cut.mat", bytes[..(int)(share * bytes.Length)]);
        Assert.Equal($"{cut} is cut short: it has {(int)(share * bytes.Length)} of {bytes.Length} bytes; copy or download it again.", Assert.Throws<InvalidDataException>(() => new NyuLabelledSource(cut)).Message);
    }

    [Fact]
    public void A_file_that_is_another_one_is_one_sentence()
    {
        new H5File { ["labels"] = new H5Dataset(new[] { 1, 2 }) }.Write(Below("labels.mat"));
        Assert.Contains("holds labels; expected nyu_depth_v2_labeled.mat", Assert.Throws<InvalidDataException>(() => new NyuLabelledSource(Below("labels.mat"))).Message, StringComparison.Ordinal);
        new H5File { ["images"] = new H5Dataset(new byte[2, 3, 4, 5]), ["depths"] = new H5Dataset(new float[2, 5, 4]) }.Write(Below("other.mat"));
        Assert.Contains("images [2, 3, 4, 5] and depths [2, 5, 4] do not belong together", Assert.Throws<InvalidDataException>(() => new NyuLabelledSource(Below("other.mat"))).Message, StringComparison.Ordinal);
        Assert.Contains("is no HDF5 file", Assert.Throws<InvalidDataException>(() => new NyuLabelledSource(folder.Write("text.mat", new byte[5000]))).Message, StringComparison.Ordinal);
        Assert.Contains("does not exist; expected", Assert.Throws<FileNotFoundException>(() => new NyuLabelledSource(Below("nowhere.mat"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recording_is_reported_with_its_stretches_of_time()
    {
        MadeUpImages.Folder(Below("rooms"), MadeUpFrames.Recording(90));
        DataReport report = DepthDataSets.Recording.Check(Below("rooms"));
        Assert.Equal(90, report.Usable);
        Assert.Equal(90, report.Parts.Sum(split => split.Count));
        Assert.Contains("left out", report.Parts.Select(split => split.Name));
    }

    [Fact]
    public void All_frames_of_a_group_are_in_one_part_whatever_their_order()
    {
        string[] groups = [.. Enumerable.Range(0, 40).Select(i => $"room {i % 20}")];
        IReadOnlyDictionary<string, Subset> parts = new GroupSplit { TestShare = 0.25 }.Split(groups, 3), backwards = new GroupSplit { TestShare = 0.25 }.Split(groups.Reverse(), 3);
        Assert.Equal([11, 4, 5], Enum.GetValues<Subset>().Select(part => parts.Values.Count(value => value == part)));
        Assert.Equal(parts.OrderBy(entry => entry.Key), backwards.OrderBy(entry => entry.Key));
        Assert.Throws<ArgumentException>(() => new GroupSplit { ValidationShare = 0.6, TestShare = 0.4 }.Split(groups, 0));
    }
}
