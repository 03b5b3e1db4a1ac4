using RegCls.Data.Sets;
using RegCls.Data.Video;
using RegCls.Tests.Data.Video;
using RegCls.Tests.Training;

namespace RegCls.Tests.Data;

[Collection(nameof(GarbageCollectionTests))]
public sealed class CacheFilesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string? before = Environment.GetEnvironmentVariable(CacheFiles.FolderVariable);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(CacheFiles.FolderVariable, before);
        folder.Dispose();
    }

    [Fact]
    public void Features_are_cached_where_REGCLS_CACHE_says_and_a_killed_writer_does_no_harm()
    {
        string cache = Path.Combine(folder.FullPath, "cache"), features = Path.Combine(folder.FullPath, "breakfast");
        Directory.CreateDirectory(features);
        File.WriteAllBytes(Path.Combine(features, "P03_cam01_P03_tea.txt"), MadeUpFeatures.Text(MadeUpFeatures.Numbers(3, "cached")));
        Environment.SetEnvironmentVariable(CacheFiles.FolderVariable, cache);
        BreakfastReader.Read(features).Dispose();
        string file = Assert.Single(Directory.GetFiles(cache));
        Assert.EndsWith(".features", file, StringComparison.Ordinal);

        // What a writer of this process id left, or is writing, is not in the way.
        File.WriteAllText($"{file}.{Environment.ProcessId}.tmp", "half");
        File.Delete(file);
        BreakfastReader.Read(features).Dispose();
        Assert.True(File.Exists(file));
        Assert.Equal("half", File.ReadAllText($"{file}.{Environment.ProcessId}.tmp"));
    }

    [Fact]
    public void A_writer_that_fails_leaves_nothing_and_the_old_file_stands()
    {
        string path = folder.Write("whole", "old"u8.ToArray());
        Assert.Throws<IOException>(() => CacheFiles.Write(path, temporary =>
        {
            File.WriteAllText(temporary, "half");
            throw new IOException("the disk is full");
        }));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal(["whole"], Directory.GetFiles(folder.FullPath).Select(Path.GetFileName));
    }
}
