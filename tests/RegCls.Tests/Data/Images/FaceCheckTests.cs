using RegCls.Data.Images;
using RegCls.Data.Labels;
using RegCls.Data.Sets;
using RegCls.Tests.Data.Sets;
using SkiaSharp;

namespace RegCls.Tests.Data.Images;

/// <summary>Sets of faces as people really have them: unpacked twice, copied, with a broken table, with pictures that show nothing.</summary>
public sealed class FaceCheckTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string Below(string name) => Path.Combine(folder.FullPath, name);

    private static byte[] Uniform(int width, int height, SKColor colour, SKEncodedImageFormat format = SKEncodedImageFormat.Png)
    {
        NativeLibraries.EnsureImagesLoaded();
        using SKBitmap bitmap = new(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        bitmap.Erase(colour);
        using SKData data = bitmap.Encode(format, 95);
        return data.ToArray();
    }

    private static DataReport Accounted(DataReport report, int found, int used)
    {
        Assert.True(report.Accounting.AddsUp, report.Accounting.ToString());
        Assert.Equal((found, used, found - used), (report.Accounting.Found, report.Usable, report.Skipped + report.Accounting.NoSamples));
        return report;
    }

    [Fact]
    public void A_face_that_is_there_aligned_and_as_it_was_found_is_used_once_in_its_aligned_version()
    {
        (string Name, byte[] Bytes)[] aligned = [.. MadeUpImages.UtkFace([.. Enumerable.Range(0, 60).Select(i => 20 + i % 4)])];
        (string, byte[])[] found = [.. aligned.Select((file, i) => (file.Name.Replace(".chip.jpg", "", StringComparison.Ordinal), MadeUpImages.Jpeg(200 + i, 48, 40)))];
        MadeUpImages.Folder(Below("UTKFace"), aligned.Select(file => ($"UTKFace/{file.Name}", file.Bytes)));
        MadeUpImages.Folder(Below("UTKFace"), found.Select(file => ($"part1/{file.Item1}", file.Item2)));
        string tar = MadeUpImages.Tar(Below("both.tar"), [.. found, .. aligned]);
        foreach (string path in (string[])[Below("UTKFace"), tar])
        {
            DataReport report = Accounted(AgeDataSets.UtkFace.Check(path), found: 120, used: 60);
            ProblemSummary twice = Assert.Single(report.Problems);
            Assert.Equal((ProblemKind.Duplicate, 60), (twice.Kind, twice.Count));
            Assert.Contains(".chip.jpg, which is used", twice.Examples[0], StringComparison.Ordinal);
            using ImageCache cache = ImageCache.Open(new UtkFaceSource(path), 32, Below("cache"));
            Assert.Equal(60, cache.Count);
            Assert.All(cache.Names, name => Assert.EndsWith(".chip.jpg", name, StringComparison.Ordinal));
            Assert.Equal(
                aligned.OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => Convert.ToHexString(ImageDecoder.Decode(file.Bytes, 32))),
                Enumerable.Range(0, 60).OrderBy(i => cache.Names[i], StringComparer.Ordinal).Select(i => Convert.ToHexString(cache.Pixels(i))));
        }
    }

    [Fact]
    public void Copies_of_a_file_are_duplicates_by_their_names_or_by_what_is_on_them()
    {
        (string Name, byte[] Bytes)[] faces = [.. MadeUpImages.UtkFace([.. Enumerable.Range(0, 40).Select(i => 20 + i % 4)])];
        MadeUpImages.Folder(Below("faces"),
        [
            .. faces,
            .. faces.Take(5).Select(file => (file.Name.Replace(".chip.jpg", ".chip (1).jpg", StringComparison.Ordinal), file.Bytes)),
            .. faces.Take(5).Select(file => (file.Name.Replace(".chip.jpg", ".chip - Copy.jpg", StringComparison.Ordinal), file.Bytes)),
            .. faces.Take(3).Select((file, i) => ($"9{i}_0_0_20180101.jpg.chip.jpg", file.Bytes)),
        ]);
        DataReport report = Accounted(AgeDataSets.UtkFace.Check(Below("faces")), found: 53, used: 40);
        Assert.Equal(13, Assert.Single(report.Problems).Count);
        using ImageCache cache = ImageCache.Open(new UtkFaceSource(Below("faces")), 32, Below("cache"));
        Assert.Equal(40, Enumerable.Range(0, 40).Select(i => Convert.ToHexString(cache.Pixels(i))).Distinct().Count());
    }

    [Fact]
    public void A_picture_in_two_parts_is_used_in_test_and_its_rows_are_counted()
    {
        MadeUpTables.Write(Below("set"), 40);
        List<string> rows = MadeUpTables.Rows(40);
        string[] twice = [.. Enumerable.Range(0, 40).Where(i => i % 4 == 0).Select(i => MadeUpTables.Row(i, "./" + MadeUpTables.Folder + "/" + MadeUpTables.Picture(i), "test"))];
        File.Copy(Path.Combine(Below("set"), MadeUpTables.Folder, MadeUpTables.Picture(1)), Path.Combine(Below("set"), MadeUpTables.Folder, "copy.jpg"));
        MadeUpTables.Write(Below("set"), [.. twice, .. rows, MadeUpTables.Row(3, MadeUpTables.Folder + "/copy.jpg", "val")]);
        DataReport report = Accounted(AgeDataSets.AgeDb.Check(Below("set")), found: 51, used: 40);
        Assert.Equal(11, Assert.Single(report.Problems).Count);
        Assert.Equal([("train", 9), ("validation", 11), ("test", 20)], report.Parts.Select(part => (part.Name, part.Count)));
        using ImageCache cache = ImageCache.Open(AgeDataSets.AgeDb.Open(Below("set")), 32, Below("cache"));
        Assert.Equal(40, Enumerable.Range(0, 40).Select(i => Convert.ToHexString(cache.Pixels(i))).Distinct().Count());
        Assert.Equal(20, cache.Split().Count(part => part == Subset.Test));
    }

    [Fact]
    public void A_quote_that_is_not_closed_costs_its_own_line_and_is_named_with_it()
    {
        MadeUpTables.Write(Below("set"), 40);
        List<string> rows = MadeUpTables.Rows(40);
        rows[10] = rows[10].Replace(",AgeDB", ",\"AgeDB", StringComparison.Ordinal);
        rows.Insert(20, "");
        MadeUpTables.Write(Below("set"), rows);
        DataReport report = Accounted(AgeDataSets.AgeDb.Check(Below("set")), found: 41, used: 39);
        Assert.Equal([(ProblemKind.UnreadableRow, 1), (ProblemKind.EmptyLine, 1)], report.Problems.Select(problem => (problem.Kind, problem.Count)));
        Assert.StartsWith("line 12: a quote is opened and not closed", report.Problems[0].Examples[0], StringComparison.Ordinal);
        Assert.Equal("line 22", report.Problems[1].Examples[0]);
    }

    [Fact]
    public void Pictures_that_show_nothing_are_left_out_and_half_transparent_ones_keep_their_colours()
    {
        MadeUpTables.Write(Below("set"), 40);
        string pictures = Path.Combine(Below("set"), MadeUpTables.Folder);
        File.WriteAllBytes(Path.Combine(pictures, MadeUpTables.Picture(1)), Uniform(1, 1, SKColors.Red, SKEncodedImageFormat.Jpeg));
        File.WriteAllBytes(Path.Combine(pictures, MadeUpTables.Picture(2)), Uniform(400, 20, SKColors.Red, SKEncodedImageFormat.Jpeg));
        File.WriteAllBytes(Path.Combine(pictures, MadeUpTables.Picture(3)), Uniform(40, 40, new SKColor(200, 100, 50, 128)));
        File.WriteAllBytes(Path.Combine(pictures, MadeUpTables.Picture(4)), Uniform(32, 32, new SKColor(20, 220, 70, 90)));
        DataReport report = Accounted(AgeDataSets.AgeDb.Check(Below("set")), found: 40, used: 38);
        Assert.Equal([(ProblemKind.Shape, 2), (ProblemKind.Transparent, 2)], report.Problems.Select(problem => (problem.Kind, problem.Count)));
        Assert.Contains("its 1×1 pixels show nothing", report.Problems[0].Examples[0], StringComparison.Ordinal);
        Assert.Empty(report.Refusals);
        using ImageCache cache = ImageCache.Open(AgeDataSets.AgeDb.Open(Below("set")), 32, Below("cache"));
        foreach ((int row, byte[] colour) in new[] { (3, new byte[] { 200, 100, 50 }), (4, [20, 220, 70]) })
        {
            int at = cache.Names.ToList().IndexOf($"{MadeUpTables.Folder}/{MadeUpTables.Picture(row)}");
            Assert.All(Enumerable.Range(0, 3 * 32 * 32), i => Assert.InRange(cache.Pixels(at)[i], colour[i / 1024] - 1, colour[i / 1024] + 1));
        }
    }

    [Fact]
    public void Paths_that_the_disk_spells_in_another_way_are_used_and_that_is_said()
    {
        MadeUpTables.Write(Below("set"), 40);
        MadeUpTables.Write(Below("set"), Enumerable.Range(0, 40).Select(i => MadeUpTables.Row(i, i % 2 == 0 ? $"agedb\\{MadeUpTables.Picture(i).ToUpperInvariant()}" : $"other/{MadeUpTables.Picture(i)}")));
        DataReport report = Accounted(AgeDataSets.AgeDb.Check(Below("set")), found: 40, used: 40);
        Assert.Equal((ProblemKind.Respelled, 40), (Assert.Single(report.Problems).Kind, report.Problems[0].Count));
        Assert.Equal(ProblemEffect.Used, report.Problems[0].Kind.Effect());
    }

    [Theory]
    [InlineData("val")]
    [InlineData("test")]
    [InlineData("train")]
    public void An_empty_part_is_refused_by_the_check_and_by_the_training(string part)
    {
        MadeUpTables.Write(Below("set"), 40);
        MadeUpTables.Write(Below("set"), MadeUpTables.Rows(40).Where(row => !row.EndsWith(part, StringComparison.Ordinal)));
        DataReport report = AgeDataSets.AgeDb.Check(Below("set"));
        string refusal = Assert.Single(report.Refusals);
        Assert.StartsWith($"no sample is in the part for {(part == "val" ? "validation" : part)}, of ", refusal, StringComparison.Ordinal);
        using ImageCache cache = ImageCache.Open(AgeDataSets.AgeDb.Open(Below("set")), 32, Below("cache"));
        Assert.Contains(refusal, Assert.Throws<InvalidDataException>(() => cache.Split()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_faces_of_each_age_are_refused_by_the_check_and_by_the_training()
    {
        MadeUpImages.Folder(Below("UTKFace"), MadeUpImages.UtkFace([.. Enumerable.Range(1, 20)]));
        string refusal = Assert.Single(AgeDataSets.UtkFace.Check(Below("UTKFace")).Refusals);
        Assert.Contains("too few samples", refusal, StringComparison.Ordinal);
        using ImageCache cache = ImageCache.Open(AgeDataSets.UtkFace.Open(Below("UTKFace")), 32, Below("cache"));
        Assert.Contains(refusal, Assert.Throws<InvalidDataException>(() => cache.Split()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_has_twelve_samples_of_the_whole_set_and_parts_with_the_same_facts()
    {
        MadeUpTables.Write(Below("set"), 100);
        DataReport report = AgeDataSets.AgeDb.Check(Below("set"));
        Assert.Equal(12, report.Samples.Count);
        Assert.Equal(12, report.Samples.Select(sample => sample.Name).Distinct().Count());
        Assert.All(report.Samples, sample => Assert.Equal((224, 224, 3 * 224 * 224, true), (sample.Width, sample.Height, sample.Colour.Length, sample.Depth is null)));
        int[] places = [.. report.Samples.Select(sample => int.Parse(Path.GetFileName(sample.Name).Split('_')[0], System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(places.Order(), places);
        Assert.True(places[0] < 10 && places[^1] > 85);
        Assert.All(report.Samples.Zip(places), pair => Assert.Equal((20 + pair.Second % 50).ToString(System.Globalization.CultureInfo.InvariantCulture), pair.First.Label));
        Assert.All(report.Parts, part => Assert.Equal(["labels"], part.Facts.Select(fact => fact.Name)));
        Assert.Throws<ArgumentException>(() => AgeDataSets.AgeDb.Check(Below("set"), depthScale: 1000));
    }
}
