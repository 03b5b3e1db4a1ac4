using RegCls.Data.Images;
using RegCls.Data.Labels;
using RegCls.Data.Sets;

namespace RegCls.Tests.Data.Images;

public sealed class ImageSourceTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string Below(string name) => Path.Combine(folder.FullPath, name);

    private ImageCache Open(IImageSource source, int size = 32) => ImageCache.Open(source, size, Below("cache"));

    [Fact]
    public void Folder_tar_and_compressed_tar_give_the_same_images_and_the_same_split()
    {
        (string Name, byte[] Bytes)[] files = [.. MadeUpImages.UtkFace([.. Enumerable.Range(0, 40).Select(i => 20 + i % 4)])];
        MadeUpImages.Folder(Below("faces/part1"), files);
        (string, byte[])[] backwards = [.. files.Reverse()];
        using ImageCache first = Open(new UtkFaceSource(Below("faces"))), second = Open(new UtkFaceSource(MadeUpImages.Tar(Below("a.tar"), backwards))),
            third = Open(new UtkFaceSource(MadeUpImages.Tar(Below("a.tar.gz"), backwards, compressed: true)));
        foreach (ImageCache other in (ImageCache[])[second, third])
        {
            Assert.Equal(40, other.Count);
            Assert.Empty(other.Problems);
            Assert.NotEqual(first.Path, other.Path);
            Assert.Equal(Content(first), Content(other));
        }

        Assert.Equal([24, 8, 8], first.Split(new DirSplit { LargestShare = 0.2 }, 1).GroupBy(subset => subset).OrderBy(group => group.Key).Select(group => group.Count()));

        static IEnumerable<string> Content(ImageCache cache)
        {
            Subset[] split = cache.Split(new DirSplit { LargestShare = 0.2 }, 1);
            return Enumerable.Range(0, cache.Count).Select(i => $"{cache.Names[i]} {cache.Labels[i]} {split[i]} {Convert.ToHexString(cache.Pixels(i))}").Order(StringComparer.Ordinal);
        }
    }

    [Fact]
    public void What_is_wrong_is_counted_and_the_rest_is_read()
    {
        byte[] whole = MadeUpImages.Jpeg(1, 200, 200);
        (string, byte[])[] files =
        [
            .. MadeUpImages.UtkFace(30, 31, 32),
            ("25_0_1_20170116.jpg.chip.jpg", whole[..(whole.Length / 2)]),
            ("26_0_1_20170116.jpg.chip.jpg", []),
            ("27_0_1_20170116.jpg.chip.jpg", "no picture"u8.ToArray()),
            ("61_1_20170109142408075.jpg.chip.jpg", whole),
            ("186_0_1_20170116.jpg.chip.jpg", whole),
            ("unknown_0_1_20170116.jpg", whole),
            ("README.txt", "text"u8.ToArray()),
        ];
        foreach (UtkFaceSource source in (UtkFaceSource[])[new(MadeUpImages.Folder(Below("faces"), files)), new(MadeUpImages.Tar(Below("faces.tar"), files))])
        {
            using ImageCache cache = Open(source);
            Assert.Equal([30, 31, 32, 61], cache.Labels.ToArray().Order());
            Assert.Equal(
                [(ProblemKind.UnparsableName, 1), (ProblemKind.IncompleteName, 1), (ProblemKind.ImpossibleLabel, 1), (ProblemKind.Truncated, 2), (ProblemKind.Undecodable, 1), (ProblemKind.OtherFile, 1)],
                cache.Problems.Select(problem => (problem.Kind, problem.Count)));
            Assert.Contains("186_0_1_20170116.jpg.chip.jpg (age 186, expected at most 120)", cache.Problems[2].Examples);
            Assert.Contains(cache.Problems[3].Examples, example => example.Contains("end before the 200×200 image does", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("41_0_3_20170119171541497.jpg.chip.jpg", 41, true)]
    [InlineData("1_0_3_20170119171541497.jpg", 1, true)]
    [InlineData("61_1_20170109150557335.jpg.chip.jpg", 61, false)]
    [InlineData("55_0_0_20170116232725357jpg.chip.jpg", 55, false)]
    [InlineData("24_0_1_20170116220224657 .jpg.chip.jpg", 24, false)]
    [InlineData("_0_1_20170116220224657.jpg", null, false)]
    [InlineData("2400_0_1_20170116220224657.jpg", null, false)]
    [InlineData("24-0-1.jpg", null, false)]
    public void The_names_of_the_published_set_give_their_ages(string name, int? age, bool complete)
        => Assert.Equal((age, age is not null && complete), (UtkFaceName.Parse(name)?.Age, UtkFaceName.Parse(name)?.IsComplete ?? false));

    [Theory]
    [InlineData(0.55)]
    [InlineData(0.999)]
    public void A_jpeg_cut_anywhere_before_its_end_is_truncated(double share)
    {
        byte[] whole = MadeUpImages.Jpeg(3, 120, 90);
        Assert.Equal(3 * 32 * 32, ImageDecoder.Decode(whole, 32).Length);
        Assert.Equal(ProblemKind.Truncated, Assert.Throws<ImageDecodingException>(() => ImageDecoder.Decode(whole[..(int)(whole.Length * share)], 32)).Kind);
    }

    [Fact]
    public void A_torn_archive_gives_what_came_before_the_tear()
    {
        byte[] tar = File.ReadAllBytes(MadeUpImages.Tar(Below("whole.tar"), MadeUpImages.UtkFace(20, 21, 22, 23)));
        string torn = folder.Write("torn.tar", tar[..(tar.Length / 2)]);
        using ImageCache cache = Open(new UtkFaceSource(torn));
        Assert.InRange(cache.Count, 1, 3);
        Assert.Equal(ProblemKind.TornArchive, Assert.Single(cache.Problems).Kind);
        Assert.Contains("no usable image", Assert.Throws<InvalidDataException>(() => Open(new UtkFaceSource(folder.Write("text.tar", new byte[700])))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_of_the_imbalanced_sets_is_read_with_its_split()
    {
        MadeUpImages.Folder(Below("AgeDB"), [("0_A_35_f.jpg", MadeUpImages.Jpeg(0)), ("1_B_50_m.jpg", MadeUpImages.Jpeg(1, 50, 70)), ("2_C_9_m.jpg", MadeUpImages.Jpeg(2))]);
        string table = Below("agedb.csv");
        File.WriteAllText(table, "age,path,split\n35,AgeDB/0_A_35_f.jpg,train\n50,AgeDB/1_B_50_m.jpg,val\n9,AgeDB/2_C_9_m.jpg,test\n40,AgeDB/none.jpg,train\nold,AgeDB/0_A_35_f.jpg,train\n-3,AgeDB/0_A_35_f.jpg,train\n35,AgeDB/0_A_35_f.jpg,train\n35,AgeDB/0_A_35_f.jpg,holdout\n");
        using ImageCache cache = Open(AgeDataSets.AgeDb.Open(folder.FullPath));
        Assert.Equal([35d, 50, 9], cache.Labels.ToArray());
        Assert.Equal([Subset.Train, Subset.Validation, Subset.Test], cache.Split());
        Assert.Equal(
            [(ProblemKind.MissingFile, 1), (ProblemKind.ImpossibleLabel, 1), (ProblemKind.UnreadableRow, 2), (ProblemKind.Duplicate, 1)], cache.Problems.Select(problem => (problem.Kind, problem.Count)));
        Assert.Equal("line 6: age is 'old', expected a number", cache.Problems[2].Examples[0]);
    }

    [Fact]
    public void A_table_of_ones_own_needs_no_split_and_no_age()
    {
        MadeUpImages.Folder(Below("pictures"), [("a.png", MadeUpImages.Jpeg(0, format: SkiaSharp.SKEncodedImageFormat.Png)), ("b.png", MadeUpImages.Jpeg(1, format: SkiaSharp.SKEncodedImageFormat.Png))]);
        string table = Below("own.csv");
        File.WriteAllText(table, "file,ripeness\na.png,0.25\nb.png,-0.5\n");
        LabelledCsvOptions options = new() { LabelColumn = "ripeness", PathColumn = "file", SplitColumn = null, Root = Below("pictures"), Minimum = -1, Maximum = 1 };
        using ImageCache cache = Open(new LabelledCsvSource(table, options));
        Assert.Equal([0.25, -0.5], cache.Labels.ToArray());
        Assert.Null(cache.Subsets);
    }

    [Fact]
    public void What_is_no_data_set_is_one_sentence()
    {
        Directory.CreateDirectory(Below("empty"));
        Assert.Contains("holds no file; expected files such as", Assert.Throws<InvalidDataException>(() => AgeDataSets.UtkFace.Open(Below("empty"))).Message, StringComparison.Ordinal);
        Assert.Contains("holds no CSV file; expected agedb.csv", Assert.Throws<InvalidDataException>(() => AgeDataSets.AgeDb.Open(Below("empty"))).Message, StringComparison.Ordinal);
        string wrong = folder.Write("wrong.csv", [.. "name,years\na,1\n"u8]), bare = folder.Write("bare.csv", [.. "age,path,split\n"u8]), nothing = folder.Write("nothing.csv", []);
        Assert.EndsWith("wrong.csv, line 1: has the columns name, years; expected age, path, split.", Assert.Throws<InvalidDataException>(() => AgeDataSets.AgeDb.Open(wrong)).Message, StringComparison.Ordinal);
        Assert.EndsWith("has no row for samples; expected the columns age, path, split.", Assert.Throws<InvalidDataException>(() => AgeDataSets.AgeDb.Open(bare)).Message, StringComparison.Ordinal);
        Assert.EndsWith("line 1: is empty; expected age, path, split.", Assert.Throws<InvalidDataException>(() => AgeDataSets.AgeDb.Open(nothing)).Message, StringComparison.Ordinal);
        Assert.Contains("does not exist", Assert.Throws<FileNotFoundException>(() => AgeDataSets.UtkFace.Open(Below("nowhere"))).Message, StringComparison.Ordinal);
        Assert.Contains("neither a folder nor a .tar", Assert.Throws<InvalidDataException>(() => AgeDataSets.UtkFace.Open(wrong)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_cache_is_written_once_found_again_and_made_anew_when_torn_or_when_a_file_changed()
    {
        string faces = MadeUpImages.Folder(Below("faces"), MadeUpImages.UtkFace(20, 21, 22));
        string path;
        using (ImageCache cache = Open(new UtkFaceSource(faces)))
        {
            path = cache.Path;
        }

        DateTime written = File.GetLastWriteTimeUtc(path);
        Open(new UtkFaceSource(faces)).Dispose();
        Assert.Equal(written, File.GetLastWriteTimeUtc(path));
        using (ImageCache larger = Open(new UtkFaceSource(faces), 40))
        {
            Assert.NotEqual(path, larger.Path);
            Assert.Equal(3 * 40 * 40, larger.Pixels(2).Length);
        }

        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^40]);
        using (ImageCache cache = Open(new UtkFaceSource(faces)))
        {
            Assert.Equal((path, 3), (cache.Path, cache.Count));
        }

        File.WriteAllBytes(Directory.GetFiles(faces)[0], MadeUpImages.Jpeg(77, 48, 48));
        using ImageCache changed = Open(new UtkFaceSource(faces));
        Assert.NotEqual(path, changed.Path);
        Assert.DoesNotContain(Directory.GetFiles(Below("cache")), file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void A_cancelled_or_failed_decoding_leaves_no_file()
    {
        UtkFaceSource source = new(MadeUpImages.Folder(Below("faces"), MadeUpImages.UtkFace(20, 21, 22)));
        Assert.Throws<OperationCanceledException>(() => ImageCache.Open(source, 32, Below("cache"), cancellation: new CancellationToken(canceled: true)));
        Assert.Empty(Directory.GetFiles(Below("cache")));
    }

    [Fact]
    public void Pixels_are_those_of_the_picture_colour_by_colour()
    {
        byte[] planes = ImageDecoder.Decode(MadeUpImages.Jpeg(5, 8, 8, SkiaSharp.SKEncodedImageFormat.Png), 8);
        Assert.All(Enumerable.Range(0, 64), i => Assert.Equal((200, i % 8 * 7), (planes[i], planes[128 + i])));
        using SkiaSharp.SKBitmap back = ImageDecoder.ToBitmap(planes, 8);
        Assert.Equal(planes, ImageDecoder.Decode(back.Encode(SkiaSharp.SKEncodedImageFormat.Png, 100).ToArray(), 8));
    }

    [Fact]
    public void A_report_tells_sizes_labels_splits_and_problems()
    {
        MadeUpImages.Folder(Below("faces"), [.. MadeUpImages.UtkFace([.. Enumerable.Range(0, 30).Select(i => 20 + i % 3)]), ("nonsense.jpg", MadeUpImages.Jpeg(0))]);
        DataReport report = AgeDataSets.UtkFace.Check(Below("faces"));
        Assert.Equal((30, 1), (report.Usable, report.Skipped));
        Assert.Equal([("train", 12), ("validation", 9), ("test", 9)], report.Parts.Select(part => (part.Name, part.Count)));
        Assert.Equal(30, report.Histogram.Sum(range => range.Count));
        Assert.Contains(report.Facts, fact => fact.Value.StartsWith("20 to 22, median 21", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_written_as_a_table_with_pictures_is_read_again()
    {
        UtkFaceSource source = new(MadeUpImages.Folder(Path.Combine(folder.FullPath, "faces"), MadeUpImages.UtkFace(20, 40, 60)));
        string table = LabelledCsvWriter.Write(source, 16, Path.Combine(folder.FullPath, "table"));
        Assert.Equal("age,path,split", File.ReadLines(table).First());
        using ImageCache original = ImageCache.Open(source, 16, Path.Combine(folder.FullPath, "cache"));
        using ImageCache read = ImageCache.Open(new LabelledCsvSource(table, new LabelledCsvOptions { SplitColumn = null }), 16, Path.Combine(folder.FullPath, "cache"));
        Assert.Equal(original.Labels.ToArray(), read.Labels.ToArray());
        Assert.All(Enumerable.Range(0, 3), i => Assert.Equal(original.Pixels(i).ToArray(), read.Pixels(i).ToArray()));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(table)!, "*.tmp"));
    }
}
