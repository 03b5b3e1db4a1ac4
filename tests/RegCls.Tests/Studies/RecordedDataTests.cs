using RegCls.Data.Depth;
using RegCls.Data.Images;
using RegCls.Data.Video;
using RegCls.Studies;
using RegCls.Studies.Depth;
using RegCls.Studies.Images;
using RegCls.Studies.Video;
using RegCls.Tests.Data.Depth;
using RegCls.Tests.Data.Images;
using RegCls.Tests.Data.Video;

namespace RegCls.Tests.Studies;

/// <summary>That a model that was trained on other data is not taken for one of these.</summary>
public sealed class RecordedDataTests : IDisposable
{
    private static readonly Study<VideoRun> Smoke = VideoStudy.CreateMsr(Profile.Smoke);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_study_goes_on_with_the_same_data_wherever_they_lie_and_is_refused_on_others()
    {
        string first = MadeUpSkeletons.Write(At("first"), 2, [1, 3]), copy = MadeUpSkeletons.Write(At("copy"), 2, [1, 3]), other = MadeUpSkeletons.Write(At("other"), 2, [1, 3]);
        RecordFile<VideoRecord> file = new(At("video.csv"));
        Study<VideoRun> half = Smoke with { Configurations = [.. Smoke.Configurations.Where((_, i) => i % 2 == 0)] };
        IReadOnlyList<VideoRecord> records = VideoRunner.Run(half, file, new StudyRunOptions { DataPath = first });
        string hash = Assert.Single(records.Select(record => record.DataHash).Distinct());
        Assert.Matches("^[0-9a-f]{16}$", hash);

        string path = Directory.GetFiles(other).Order(StringComparer.Ordinal).Last();
        string[] lines = File.ReadAllLines(path);
        lines[^1] = "0.1 0.2 2.5 1.0";
        File.WriteAllLines(path, lines);
        string before = File.ReadAllText(file.Path);
        string message = Assert.Throws<InvalidDataException>(() => VideoRunner.Run(Smoke, file, new StudyRunOptions { DataPath = other })).Message;
        Assert.Contains($"{file.Path}: the model {half.Configurations[0].Hash} was trained on other data (fingerprint {hash}) than those that are here (", message, StringComparison.Ordinal);
        Assert.DoesNotContain("One or more errors", message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(file.Path));

        Assert.Equal(hash, Assert.Single(VideoRunner.Run(Smoke, file, new StudyRunOptions { DataPath = copy }).Select(record => record.DataHash).Distinct()));

        // Also where nothing is left to train, and before anything is taken over.
        StudyEntry entry = StudyCatalogue.Find("video-msr")!;
        Assert.True(entry.Open(Profile.Smoke, null, file.Path).RequireSameData(new StudyRunOptions { DataPath = copy }));
        Assert.Throws<InvalidDataException>(() => entry.Open(Profile.Smoke, null, file.Path).RequireSameData(new StudyRunOptions { DataPath = other }));
        Assert.Throws<InvalidDataException>(() => entry.Open(Profile.Smoke, null, At("new.csv")).TakeOver(file.Path, new StudyRunOptions { DataPath = other }));
        Assert.False(File.Exists(At("new.csv")));
        Assert.Equal(Smoke.Runs.Count, entry.Open(Profile.Smoke, null, At("new.csv")).TakeOver(file.Path, new StudyRunOptions { DataPath = copy }));
    }

    [Fact]
    public void Records_without_a_fingerprint_are_taken_and_their_file_gets_the_column_when_it_grows()
    {
        string data = MadeUpSkeletons.Write(At("data"), 2, [1, 3]);
        RecordFile<VideoRecord> file = new(At("video.csv"));
        IReadOnlyList<VideoRecord> all = VideoRunner.Run(Smoke, file, new StudyRunOptions { DataPath = data });
        string[] lines = File.ReadAllLines(file.Path);
        Assert.EndsWith(",version,data_hash", lines[0], StringComparison.Ordinal);
        string[] old = [.. lines.Take(10).Select(line => line[..line.LastIndexOf(',')])];
        File.WriteAllLines(At("old.csv"), old);

        RecordFile<VideoRecord> grown = new(At("old.csv"));
        Assert.All(grown.Read(), record => Assert.Equal("", record.DataHash));
        Assert.Equal(old, File.ReadAllLines(grown.Path));
        VideoRunner.Run(Smoke, grown, new StudyRunOptions { DataPath = data });
        string[] now = File.ReadAllLines(grown.Path);
        Assert.Equal([.. old[1..].Select(line => line + ",")], now[1..10]);
        Assert.Equal(Numbers(all), Numbers(grown.Read()));
        Assert.Equal(9, grown.Read().Count(record => record.DataHash.Length == 0));

        static IEnumerable<string> Numbers(IEnumerable<VideoRecord> records) => records.Select(record => (record with { Seconds = 0, DataHash = "" }).ToString()).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void Parts_that_were_trained_on_different_data_are_not_merged()
    {
        VideoRecord[] records = [.. VideoRunner.Run(Smoke, null, new StudyRunOptions { DataPath = MadeUpSkeletons.Write(At("data"), 2, [1, 3]) })];
        new RecordFile<VideoRecord>(At("a.csv")).Append(records[..10]);
        new RecordFile<VideoRecord>(At("b.csv")).Append([.. records[10..].Select(record => record with { DataHash = "0123456789abcdef" })]);
        string message = Assert.Throws<InvalidDataException>(() => StudyCatalogue.Merge([At("a.csv"), At("b.csv")], At("all.csv"))).Message;
        Assert.Contains($"{At("b.csv")}, line 2: trained on other data (fingerprint 0123456789abcdef) than {At("a.csv")}, line 2 ({records[0].DataHash})", message, StringComparison.Ordinal);
        Assert.False(File.Exists(At("all.csv")));

        // With one of the two without fingerprints, as before there were any, they are.
        new RecordFile<VideoRecord>(At("c.csv")).Append([.. records[10..].Select(record => record with { DataHash = "" })]);
        Assert.Equal(Smoke.Runs.Count, StudyCatalogue.Merge([At("a.csv"), At("c.csv")], At("all.csv")).Records.Count);
    }

    [Fact]
    public void Faces_have_one_fingerprint_in_folder_and_archive_and_another_with_another_pixel_or_label()
    {
        (string Name, byte[] Bytes)[] faces = [.. MadeUpImages.UtkFace([.. Enumerable.Range(0, 60).Select(i => 20 + i % 3)])];
        string hash = Print(MadeUpImages.Folder(At("faces"), faces));
        Assert.Equal(hash, Print(MadeUpImages.Tar(At("faces.tar"), faces.Reverse())));
        Assert.NotEqual(hash, Print(MadeUpImages.Folder(At("pixel"), [(faces[0].Name, MadeUpImages.Jpeg(1234)), .. faces[1..]])));
        Assert.NotEqual(hash, Print(MadeUpImages.Folder(At("label"), [("29" + faces[0].Name[2..], faces[0].Bytes), .. faces[1..]])));
        Assert.NotEqual(hash, Print(MadeUpImages.Folder(At("fewer"), faces[1..])));

        string Print(string path)
        {
            using ImageCache cache = ImageCache.Open(new UtkFaceSource(path), 16, At("cache"));
            return cache.Fingerprint();
        }
    }

    [Fact]
    public void Depths_in_another_unit_have_another_fingerprint()
    {
        (string Name, byte[] Bytes)[] frames = [.. MadeUpFrames.Recording(4)];
        string hash = Print(MadeUpImages.Folder(At("rooms"), frames));
        Assert.Equal(hash, Print(MadeUpImages.Folder(At("again"), frames)));
        Assert.NotEqual(hash, Print(MadeUpImages.Folder(At("unit"), frames.Select(frame => frame.Name.EndsWith(".depth.png", StringComparison.Ordinal)
            ? (frame.Name, GreyPng.Encode([.. GreyPng.Decode(frame.Bytes).Values.Select(value => (ushort)(value / 4))], 32, 24))
            : frame))));

        string Print(string path)
        {
            using DepthCache cache = DepthCache.Open(new RgbdFolderSource(path), 16, 12, At("cache"));
            return cache.Fingerprint();
        }
    }

    [Fact]
    public void Data_made_by_code_have_none()
    {
        DepthFrames rooms = new(DepthCache.Open(new BuiltInRooms(training: 1, validation: 1, test: 1, frames: 1), 16, 12, At("cache")));
        Assert.Equal("", rooms.DataHash);
        rooms.Cache.Dispose();
        using ImageCache faces = ImageCache.Open(new RegCls.Data.Faces.BuiltInFaces(0.01), 16, At("cache"));
        Assert.Equal("", new AgeImages(faces, [], new RegCls.Data.Labels.ShotRule()).DataHash);
        Assert.All(VideoRunner.Run(VideoStudy.CreateSparse(Profile.Smoke) with { Configurations = [.. VideoStudy.CreateSparse(Profile.Smoke).Configurations.Take(1)] }), record => Assert.Equal("", record.DataHash));
    }

    private string At(string name) => Path.Combine(folder.FullPath, name);
}
