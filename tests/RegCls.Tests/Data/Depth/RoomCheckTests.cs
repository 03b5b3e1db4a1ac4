using RegCls.Data.Depth;
using RegCls.Data.Images;
using RegCls.Data.Labels;
using RegCls.Data.Sets;
using RegCls.Studies.Depth;
using RegCls.Tests.Data.Images;

namespace RegCls.Tests.Data.Depth;

/// <summary>Sets of rooms as people really have them: in other units, turned, with other number types, with masks and names that do not fit.</summary>
public sealed class RoomCheckTests : IDisposable
{
    private static readonly string[] FourScenes = ["kitchen_0001a", "kitchen_0001b", "bedroom_0002", "office_0003", "study_0004", "den_0005"];
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string Below(string name) => Path.Combine(folder.FullPath, name);

    private static string Refused(Action read) => Assert.Throws<InvalidDataException>(read).Message;

    [Theory]
    [InlineData(1, "metres (--depth-scale 1, ")]
    [InlineData(100, "centimetres (--depth-scale 100, ")]
    [InlineData(256, "1/256 m, as KITTI has them (--depth-scale 256, ")]
    [InlineData(5000, "1/5000 m, as TUM has them (--depth-scale 5000, ")]
    [InlineData(10000, "tenths of a millimetre (--depth-scale 10000, ")]
    public void Test_depths_in_another_unit_are_refused_with_its_name_and_read_right_when_it_is_said(double perMetre, string named)
    {
        MadeUpImages.Folder(Below("nyu"), MadeUpRooms.Nyud2(perMetre));
        DataReport report = DepthDataSets.Nyud2.Check(Below("nyu"));
        string refusal = Assert.Single(report.Refusals);
        Assert.Contains("the part for test has depths with a median of", refusal, StringComparison.Ordinal);
        Assert.Contains(named, refusal, StringComparison.Ordinal);
        Assert.Contains(refusal, Refused(() => DepthCache.Open(new Nyud2Source(Below("nyu")), 64, 48, Below("cache"))), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Below("cache")));

        Assert.Empty(DepthDataSets.Nyud2.Check(Below("nyu"), perMetre).Refusals);
        using DepthCache cache = DepthCache.Open(new Nyud2Source(Below("nyu"), perMetre: perMetre), 60, 45, Below("cache"));
        for (int x = 0; x < 60; x++)
        {
            // Rounding to a stored unit, and the middle of the picture: within half a unit and two columns.
            Assert.InRange(cache.Depth(20)[x] / 1000.0, MadeUpRooms.Metres(0, x) - 0.6 / perMetre - 0.01, MadeUpRooms.Metres(0, x + 4) + 0.6 / perMetre + 0.01);
        }
    }

    [Fact]
    public void Parts_stand_side_by_side_each_with_its_range_and_its_bits()
    {
        MadeUpImages.Folder(Below("nyu"), MadeUpRooms.Nyud2());
        DataReport report = DepthDataSets.Nyud2.Check(Below("nyu"));
        Assert.Empty(report.Refusals);
        Assert.Equal((30, 30, 0), (report.Accounting.Found, report.Usable, report.Skipped));
        Assert.Equal([("train", 16), ("validation", 4), ("test", 10)], report.Parts.Select(part => (part.Name, part.Count)));
        Assert.Equal(["8 bits", "8 bits", "16 bits"], report.Parts.Select(part => part.Facts.Single(fact => fact.Name == "stored with").Value));
        Assert.All(report.Parts, part => Assert.EndsWith(" m", part.Facts.Single(fact => fact.Name == "5, 50, 95 %").Value, StringComparison.Ordinal));
        Assert.Equal(12, report.Samples.Count);
        Assert.All(report.Samples, sample => Assert.NotNull(sample.Depth));
    }

    [Theory]
    [InlineData(1, "metres")]
    [InlineData(100, "centimetres")]
    [InlineData(256, "KITTI")]
    [InlineData(5000, "TUM")]
    [InlineData(10000, "tenths of a millimetre")]
    public void A_recording_in_another_unit_is_refused_with_its_name(double perMetre, string named)
    {
        MadeUpImages.Folder(Below("rooms"), MadeUpRooms.Recording(60, perMetre));
        string refusal = Assert.Single(DepthDataSets.Recording.Check(Below("rooms")).Refusals);
        Assert.Contains(named, refusal, StringComparison.Ordinal);
        Assert.Contains(named, Refused(() => DepthCache.Open(new RgbdFolderSource(Below("rooms")), 32, 24, Below("cache"))), StringComparison.Ordinal);
        Assert.Empty(DepthDataSets.Recording.Check(Below("rooms"), perMetre).Refusals);
    }

    [Fact]
    public void The_command_line_says_the_unit_before_the_environment_and_a_scale_that_is_none_is_one_sentence()
    {
        Assert.Null(DepthScale.Said(null, ""));
        Assert.Equal(5000, DepthScale.Said(null, "5000"));
        Assert.Equal(256, DepthScale.Said(256, "5000"));
        Assert.Contains("REGCLS_DEPTH_SCALE is 'millimetres'", Refused(() => DepthScale.Said(null, "millimetres")), StringComparison.Ordinal);
        Assert.Contains("above 0", Refused(() => DepthDataSets.Recording.Check(folder.FullPath, -1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Depths_in_a_folder_of_their_own_are_one_sentence()
    {
        MadeUpImages.Folder(Below("scans"), [("color/1.png", MadeUpImages.Jpeg(1)), ("depth/1.png", MadeUpRooms.Png(1, 5000))]);
        Assert.Contains("as ScanNet does", Refused(() => DepthDataSets.Recording.Check(Below("scans"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, new[] { 10, 228, 304 }, null)]
    [InlineData(1, new[] { 10, 1, 228, 304 }, null)]
    [InlineData(1, new[] { 10, 228, 304, 1 }, null)]
    [InlineData(1, new[] { 10, 46, 61 }, null)]
    [InlineData(1, new[] { 10 * 228 * 304 }, "the array has the shape (693120), expected (pictures, height, width)")]
    [InlineData(1, new[] { 10, 304, 228 }, "lie on their side")]
    [InlineData(1, new[] { 10, 240, 320 }, "cover whole pictures")]
    [InlineData(1, new[] { 10, 48, 64 }, "cover whole pictures")]
    [InlineData(1, new[] { 10, 228, 228 }, "have another shape")]
    [InlineData(1, new[] { 9, 228, 304 }, "has masks for 9 pictures")]
    public void A_mask_must_be_one_of_the_middle_of_each_test_picture(byte value, int[] shape, string? sentence)
    {
        MadeUpImages.Folder(Below("nyu"), [.. MadeUpRooms.Nyud2(), ("test_balanced_mask.npy", MadeUpRooms.Mask(value, shape))]);
        if (sentence is null)
        {
            Assert.Empty(DepthDataSets.Nyud2.Check(Below("nyu")).Refusals);
        }
        else
        {
            Assert.Contains(sentence, Refused(() => DepthDataSets.Nyud2.Check(Below("nyu"))), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_mask_that_leaves_out_every_pixel_leaves_nothing_to_test()
    {
        MadeUpImages.Folder(Below("nyu"), [.. MadeUpRooms.Nyud2(), ("test_balanced_mask.npy", MadeUpRooms.Mask(0, 10, 228, 304))]);
        DataReport report = DepthDataSets.Nyud2.Check(Below("nyu"));
        Assert.Contains("no sample is in the part for test", Assert.Single(report.Refusals), StringComparison.Ordinal);
        Assert.Equal((ProblemKind.NoDepth, 10), (report.Problems[0].Kind, report.Problems[0].Count));
        Assert.Contains("its mask leaves out every pixel", report.Problems[0].Examples[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Folders_of_one_room_are_in_one_part()
    {
        string[] folders = [.. Enumerable.Range(0, 10).SelectMany(i => new[] { $"living_room_{i:0000}a_out", $"living_room_{i:0000}b_out" })];
        MadeUpImages.Folder(Below("nyu"), MadeUpRooms.Nyud2(1000, folders));
        foreach (int seed in Enumerable.Range(0, 5))
        {
            DepthEntry[] frames = [.. new Nyud2Source(Below("nyu"), seed).Read(new ProblemLog()).Where(frame => frame.Subset != Subset.Test)];
            Assert.Equal(20, frames.Length);
            Assert.All(frames.GroupBy(frame => frame.Name.Split("living_room_")[1][..4]), room => Assert.Single(room.Select(frame => frame.Subset).Distinct()));
            Assert.Equal(4, frames.Count(frame => frame.Subset == Subset.Validation));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void One_or_two_rooms_are_refused_by_the_check_and_by_the_training(int rooms)
    {
        MadeUpImages.Folder(Below("nyu"), MadeUpRooms.Nyud2(1000, [.. Enumerable.Range(0, rooms).Select(i => $"room_{i:0000}_out")]));
        string refusal = Assert.Single(DepthDataSets.Nyud2.Check(Below("nyu")).Refusals);
        Assert.StartsWith("no sample is in the part for validation, of 30 samples", refusal, StringComparison.Ordinal);
        using DepthCache cache = DepthCache.Open(new Nyud2Source(Below("nyu")), 32, 24, Below("cache"));
        Assert.Contains(refusal, Refused(() => new DepthFrames(cache).Task(DepthStudy.CreateNyud2(RegCls.Studies.Profile.Smoke).Configurations[0])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_that_is_trained_on_and_tested_is_tested_only()
    {
        (string Name, byte[] Bytes)[] files = [.. MadeUpRooms.Nyud2()];
        byte[] trained = files.First(file => file.Name.EndsWith("/3.jpg", StringComparison.Ordinal)).Bytes;
        MadeUpImages.Folder(Below("nyu"), files.Select(file => file.Name == "nyu2_test/00004_colors.png" ? (file.Name, trained) : file));
        DataReport report = DepthDataSets.Nyud2.Check(Below("nyu"));
        Assert.Equal((30, 29, 1), (report.Accounting.Found, report.Usable, report.Skipped));
        Assert.Equal("data/nyu2_train/room_0003_out/3.jpg", Assert.Single(report.Problems).Examples[0].Split(' ')[0]);
        using DepthCache cache = DepthCache.Open(new Nyud2Source(Below("nyu")), 64, 48, Below("cache"));
        Assert.Equal((29, 10), (cache.Count, cache.Subsets!.Count(part => part == Subset.Test)));
        Assert.Equal(29, Enumerable.Range(0, 29).Select(i => Convert.ToHexString(cache.Colour(i))).Distinct().Count());
    }

    [Fact]
    public void A_short_recording_is_cut_into_fewer_stretches_and_one_that_is_too_short_is_refused()
    {
        MadeUpImages.Folder(Below("rooms"), MadeUpRooms.Recording(60));
        DataReport report = DepthDataSets.Recording.Check(Below("rooms"));
        Assert.Empty(report.Refusals);
        Assert.All(report.Parts, part => Assert.True(part.Count > 0));
        MadeUpImages.Folder(Below("few"), MadeUpRooms.Recording(20));
        Assert.Contains("has 20 frames, expected at least 40", Assert.Single(DepthDataSets.Recording.Check(Below("few")).Refusals), StringComparison.Ordinal);
        using DepthCache cache = DepthCache.Open(new RgbdFolderSource(Below("few")), 32, 24, Below("cache"));
        Assert.Contains("has 20 frames", Refused(() => cache.Split()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_metres_in_64_bits_is_read_as_one_of_32()
    {
        DepthDataSets.NyuLabelled.Check(MadeUpRooms.Mat(Below("f4.mat"), value => (byte)value, value => (float)value, FourScenes));
        using DepthCache single = DepthCache.Open(new NyuLabelledSource(Below("f4.mat")), 64, 48, Below("cache"));
        using DepthCache doubled = DepthCache.Open(new NyuLabelledSource(MadeUpRooms.Mat(Below("f8.mat"), value => (byte)value, value => value, FourScenes)), 64, 48, Below("cache"));
        Assert.All(Enumerable.Range(0, 12), i => Assert.Equal(single.Depth(i).ToArray(), doubled.Depth(i).ToArray()));
        Assert.Equal(1000, single.Depth(0)[0]);
        Assert.All(single.Groups.Select((room, i) => (room, Part: single.Subsets![i])).GroupBy(pair => pair.room), room => Assert.Single(room.Select(pair => pair.Part).Distinct()));
        Assert.Equal(5, single.Groups.Distinct().Count());
    }

    [Fact]
    public void A_file_of_another_number_type_says_so_and_sends_nobody_to_download_it_again()
    {
        string[] messages =
        [
            Refused(() => DepthDataSets.NyuLabelled.Check(MadeUpRooms.Mat(Below("1.mat"), value => (float)value, value => (float)value, FourScenes))),
            Refused(() => DepthDataSets.NyuLabelled.Check(MadeUpRooms.Mat(Below("2.mat"), value => (ushort)value, value => (float)value, FourScenes))),
            Refused(() => DepthDataSets.NyuLabelled.Check(MadeUpRooms.Mat(Below("3.mat"), value => (byte)value, value => (ushort)(1000 * value), FourScenes))),
        ];
        Assert.Contains("images are signed whole numbers of 8 bits", Refused(() => DepthDataSets.NyuLabelled.Check(MadeUpRooms.Mat(Below("4.mat"), value => (sbyte)(value - 128), value => (float)value, FourScenes))), StringComparison.Ordinal);
        Assert.Contains("1.mat: images are floating-point numbers of 32 bits, expected bytes", messages[0], StringComparison.Ordinal);
        Assert.Contains("2.mat: images are whole numbers of 16 bits, expected bytes", messages[1], StringComparison.Ordinal);
        Assert.Contains("3.mat: depths are whole numbers of 16 bits, expected metres", messages[2], StringComparison.Ordinal);
        Assert.All(messages, message => Assert.DoesNotContain("truncated", message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_in_another_order_unit_or_without_names_of_scenes_is_one_sentence()
    {
        Assert.Contains("lie on their side", Refused(() => DepthDataSets.NyuLabelled.Check(MadeUpRooms.Mat(Below("turned.mat"), value => (byte)value, value => (float)value, FourScenes, sideways: true))), StringComparison.Ordinal);
        Assert.Contains("scenes cannot be read", Refused(() => DepthDataSets.NyuLabelled.Check(MadeUpRooms.Mat(Below("nameless.mat"), value => (byte)value, value => (float)value, []))), StringComparison.Ordinal);
        string millimetres = MadeUpRooms.Mat(Below("mm.mat"), value => (byte)value, value => (float)(1000 * value), FourScenes);
        Assert.Contains("millimetres (--depth-scale 1000", Refused(() => DepthDataSets.NyuLabelled.Check(millimetres)), StringComparison.Ordinal);
        Assert.Empty(DepthDataSets.NyuLabelled.Check(millimetres, 1000).Refusals);
        string decimetres = MadeUpRooms.Mat(Below("dm.mat"), value => (byte)value, value => (float)(10 * value), FourScenes);
        Assert.Contains("decimetres (--depth-scale 10,", Assert.Single(DepthDataSets.NyuLabelled.Check(decimetres).Refusals), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data/nyu2_train/living_room_0012a_out", "data/nyu2_train/living_room_0012")]
    [InlineData("data/nyu2_train/living_room_0012_out", "data/nyu2_train/living_room_0012")]
    [InlineData("kitchen_0001B", "kitchen_0001")]
    [InlineData("kitchen", "kitchen")]
    [InlineData("room_0001/take2", "room_0001/take2")]
    public void A_letter_behind_the_number_names_a_part_of_a_room(string scene, string room) => Assert.Equal(room, RoomName.Of(scene));
}
