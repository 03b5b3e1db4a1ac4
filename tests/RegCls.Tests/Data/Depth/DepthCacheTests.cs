using CsCheck;
using RegCls.Data.Depth;
using RegCls.Data.Images;
using RegCls.Data.Labels;
using RegCls.Data.Sets;
using RegCls.Tests.Data.Images;

namespace RegCls.Tests.Data.Depth;

public sealed class DepthCacheTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string Below(string name) => Path.Combine(folder.FullPath, name);

    private DepthCache Open(IDepthSource source, int width = 32, int height = 24) => DepthCache.Open(source, width, height, Below("cache"));

    [Fact]
    public void Folder_and_tar_give_the_same_frames_in_the_order_of_time()
    {
        (string, byte[])[] files = [.. MadeUpFrames.Recording(6, "seq-01/"), .. MadeUpFrames.Recording(3, "seq-02/", first: 6)];
        MadeUpImages.Folder(Below("rooms/UTKFace"), files);
        using DepthCache first = Open(new RgbdFolderSource(Below("rooms"))), second = Open(new RgbdFolderSource(MadeUpImages.Tar(Below("a.tar"), files.Reverse())));
        foreach (DepthCache cache in (DepthCache[])[first, second])
        {
            Assert.Equal((9, 32, 24, false), (cache.Count, cache.Width, cache.Height, cache.HasMasks));
            Assert.Null(cache.Subsets);
            Assert.Empty(cache.Problems);
            Assert.Equal("UTKFace/seq-01/frame-000004", cache.Names[1]);
            Assert.Equal([.. Enumerable.Repeat("UTKFace/seq-01", 6), .. Enumerable.Repeat("UTKFace/seq-02", 3)], cache.Groups);
            for (int i = 0; i < 9; i++)
            {
                int seed = i;
                Assert.Equal(MadeUpFrames.Depth(seed, 32, 24), cache.Depth(i).ToArray());
                Assert.Equal(ImageDecoder.DecodeWhole(MadeUpImages.Jpeg(seed, 32, 24, SkiaSharp.SKEncodedImageFormat.Png)).Planes, cache.Colour(i).ToArray());
                Assert.True(cache.Mask(i).IsEmpty);
            }
        }
    }

    [Fact]
    public void What_is_wrong_is_counted_and_the_rest_is_read()
    {
        byte[] colour = MadeUpImages.Jpeg(1, 32, 24), depth = MadeUpFrames.DepthPng(1);
        MadeUpImages.Folder(Below("rooms"),
        [
            .. MadeUpFrames.Recording(2),
            ("a.color.jpg", colour), ("a.depth.png", depth[..(depth.Length / 2)]),
            ("b.color.jpg", colour[..(colour.Length / 2)]), ("b.depth.png", depth),
            ("c.color.jpg", colour), ("c.depth.png", MadeUpFrames.DepthPng(1, 24, 32)),
            ("d.color.jpg", colour),
            ("e.depth.png", depth),
            ("f.color.jpg", colour), ("f.depth.png", GreyPng.Encode(new ushort[32 * 24], 32, 24)),
            ("g.color.jpg", colour), ("g.depth.png", GreyPng.Encode(new ushort[32 * 24], 32, 24, 8)),
            ("pose.txt", [1]),
        ]);
        using DepthCache cache = Open(new RgbdFolderSource(Below("rooms")));
        Assert.Equal(2, cache.Count);
        Assert.Equal(
            [(ProblemKind.MissingFile, 2), (ProblemKind.Truncated, 2), (ProblemKind.Undecodable, 1), (ProblemKind.OtherFile, 1), (ProblemKind.SizeMismatch, 1), (ProblemKind.NoDepth, 1)],
            cache.Problems.Select(problem => (problem.Kind, problem.Count)));
        string[] examples = [.. cache.Problems.SelectMany(problem => problem.Examples)];
        Assert.Contains("c: the depth has 24×32 pixels, the picture 32×24; expected the same size", examples);
        Assert.Contains("a: the depth: its " + depth.Length / 2 + " bytes end before the picture does", examples);
        Assert.Contains("e.color.jpg (its other half is there)", examples);
        Assert.Contains("g: the depth has 8 bits a pixel, expected 16", examples);
        Assert.Contains("f: no pixel has a known depth", examples);
    }

    [Fact]
    public void A_torn_archive_gives_what_came_before_the_tear()
    {
        byte[] tar = File.ReadAllBytes(MadeUpImages.Tar(Below("whole.tar"), MadeUpFrames.Recording(8)));
        using DepthCache cache = Open(new RgbdFolderSource(folder.Write("torn.tar", tar[..(tar.Length / 2)])));
        Assert.InRange(cache.Count, 2, 5);
        Assert.Contains(cache.Problems, problem => problem.Kind == ProblemKind.TornArchive);
    }

    [Fact]
    public void What_is_no_recording_is_one_sentence()
    {
        Directory.CreateDirectory(Below("empty"));
        Assert.Contains("holds no file; expected pairs such as", Assert.Throws<InvalidDataException>(() => new RgbdFolderSource(Below("empty"))).Message, StringComparison.Ordinal);
        Assert.Contains("does not exist", Assert.Throws<FileNotFoundException>(() => new RgbdFolderSource(Below("nowhere"))).Message, StringComparison.Ordinal);
        Assert.Contains("neither a folder nor a .tar", Assert.Throws<InvalidDataException>(() => new RgbdFolderSource(folder.Write("a.tar.gz", [1]))).Message, StringComparison.Ordinal);
        MadeUpImages.Folder(Below("other"), [("notes.txt", [1])]);
        Assert.Contains("no usable frame", Assert.Throws<InvalidDataException>(() => Open(new RgbdFolderSource(Below("other")))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_cache_is_found_again_and_made_anew_when_torn_changed_or_of_another_size()
    {
        string rooms = MadeUpImages.Folder(Below("rooms"), MadeUpFrames.Recording(3));
        string path;
        using (DepthCache cache = Open(new RgbdFolderSource(rooms)))
        {
            path = cache.Path;
        }

        DateTime written = File.GetLastWriteTimeUtc(path);
        Open(new RgbdFolderSource(rooms)).Dispose();
        Assert.Equal(written, File.GetLastWriteTimeUtc(path));
        using (DepthCache smaller = Open(new RgbdFolderSource(rooms), 15, 11))
        {
            Assert.NotEqual(path, smaller.Path);
            Assert.Equal((3 * 15 * 11, 15 * 11), (smaller.Colour(2).Length, smaller.Depth(2).Length));
        }

        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^30]);
        using (DepthCache cache = Open(new RgbdFolderSource(rooms)))
        {
            Assert.Equal((path, 3), (cache.Path, cache.Count));
        }

        File.WriteAllBytes(Directory.GetFiles(rooms).Order().Last(), MadeUpFrames.DepthPng(77));
        using DepthCache changed = Open(new RgbdFolderSource(rooms));
        Assert.NotEqual(path, changed.Path);
        Assert.Equal(MadeUpFrames.Depth(77, 32, 24), changed.Depth(2).ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => changed.Depth(3));
        Assert.Throws<OperationCanceledException>(() => DepthCache.Open(new RgbdFolderSource(rooms), 8, 6, Below("cache"), cancellation: new CancellationToken(canceled: true)));
        Assert.DoesNotContain(Directory.GetFiles(Below("cache")), file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void Depth_is_never_mixed_and_colour_is_the_mean_over_the_area()
        => Gen.Select(Gen.Int[4, 40], Gen.Int[4, 40], Gen.Int[1, 12], Gen.Int[1, 12], Gen.Int[0, 99]).Sample((width, height, toWidth, toHeight, seed) =>
        {
            Random random = new(seed);
            byte[] colour = new byte[3 * width * height];
            random.NextBytes(colour);
            DepthPicture picture = new() { Width = width, Height = height, Colour = colour, Depth = MadeUpFrames.Depth(seed, width, height), Mask = new byte[width * height] };
            DepthPicture small = picture.Resized(toWidth, toHeight);
            Assert.All(small.Depth, depth => Assert.Contains(depth, picture.Depth));

            // Brute force: the mean over a hundred points in each direction of a new pixel.
            double scale = Math.Min((double)width / toWidth, (double)height / toHeight);
            int x = random.Next(toWidth), y = random.Next(toHeight), plane = random.Next(3);
            double sum = 0;
            for (int i = 0; i < 10000; i++)
            {
                double px = (width - scale * toWidth) / 2 + (x + (i % 100 + 0.5) / 100) * scale, py = (height - scale * toHeight) / 2 + (y + (i / 100 + 0.5) / 100) * scale;
                sum += colour[plane * width * height + (int)py * width + (int)px];
            }

            Assert.InRange(small.Colour[plane * toWidth * toHeight + y * toWidth + x] - sum / 10000, -6, 6);
        });

    [Fact]
    public void Colour_and_depth_stay_aligned_when_scaled()
    {
        ushort[] depth = [.. Enumerable.Range(0, 64 * 48).Select(i => (ushort)(i % 64 < 20 ? 1000 : 3000))];
        byte[] colour = [.. Enumerable.Range(0, 3 * 64 * 48).Select(i => (byte)(i % 64 < 20 ? 50 : 200))];
        DepthPicture small = new DepthPicture { Width = 64, Height = 48, Colour = colour, Depth = depth }.Resized(16, 12);
        Assert.All(Enumerable.Range(0, 16 * 12), i => Assert.Equal(small.Depth[i] == 1000 ? 50 : 200, small.Colour[i]));
        Assert.Equal(5 * 12, small.Depth.Count(value => value == 1000));
    }

    [Fact]
    public void The_published_counts_of_NYUD2_are_there()
    {
        LabelCounts counts = DepthDistribution.Nyud2();
        Assert.Equal((100, 0, 25848691, 1132666), (counts.Counts.Length, counts.InBin(6), counts.InBin(7), counts.InBin(99)));
        Assert.Equal([39, 15, 46], Enum.GetValues<Shot>().Select(shot => Enumerable.Range(0, 100).Count(bucket => DepthDistribution.Nyud2Shot(bucket) == shot)));
        Assert.Equal((0, 7, 99, 99), (DepthDistribution.Bucket(99), DepthDistribution.Bucket(700), DepthDistribution.Bucket(9900), DepthDistribution.Bucket(40000)));
    }
}
