using RegCls.Data.Depth;
using RegCls.Data.Sets;
using RegCls.Data.Video;
using RegCls.Tests.Data.Depth;
using RegCls.Tests.Data.Images;
using RegCls.Tests.Data.Video;
using RegCls.Tests.Training;
using SkiaSharp;

namespace RegCls.Tests.Data;

/// <summary>One folder for all data sets. Alone in the process while they run: they set a variable of the environment.</summary>
[Collection(nameof(GarbageCollectionTests))]
public sealed class DataLocationTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string? before = Environment.GetEnvironmentVariable(DataLocation.Variable);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(DataLocation.Variable, before);
        folder.Dispose();
    }

    [Fact]
    public void Each_data_set_is_found_in_the_folder_that_holds_all_of_them()
    {
        MadeUpSkeletons.Write(At("MSRAction3DSkeletonReal3D"), 1, [1, 3]);
        File.WriteAllText(At("MSRAction3D-skeleton.tar.gz"), "The archive that it was unpacked from.");
        Directory.CreateDirectory(At("breakfast/features"));
        File.WriteAllBytes(At("breakfast/features/P03_cam01_P03_tea.txt"), MadeUpFeatures.Text(MadeUpFeatures.Numbers(3, "all sets")));
        Directory.CreateDirectory(At("nyud2-dir"));
        File.WriteAllText(At("nyud2-dir/test_balanced_mask.npy"), "not features");
        File.WriteAllText(At("README.txt"), "All data sets.");
        Environment.SetEnvironmentVariable(DataLocation.Variable, folder.FullPath);
        Assert.Equal(At("breakfast"), DataLocation.TryFind(VideoDataSets.Breakfast));
        Assert.Equal(At("MSRAction3DSkeletonReal3D"), DataLocation.TryFind(VideoDataSets.MsrAction3D));
        Assert.Equal(At("nyud2-dir"), DataLocation.TryFind(DepthDataSets.Nyud2));
        using VideoSet set = BreakfastReader.Read(DataLocation.Find(VideoDataSets.Breakfast), At("cache"));
        Assert.Single(set.Clips);
        Assert.Empty(set.Problems);

        // The folder of one data set itself, whatever its name; one that was named counts as it is.
        Environment.SetEnvironmentVariable(DataLocation.Variable, At("breakfast"));
        Assert.Equal(At("breakfast"), DataLocation.TryFind(VideoDataSets.Breakfast));
        Assert.Null(DataLocation.TryFind(VideoDataSets.MsrAction3D));
        Assert.Equal(At("nyud2-dir"), DataLocation.Find(VideoDataSets.Breakfast, At("nyud2-dir")));
        Assert.Contains("say where it is with --path or REGCLS_DATA", Assert.Throws<FileNotFoundException>(() => DataLocation.Find(VideoDataSets.MsrAction3D)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_of_NYUD2_may_stand_in_the_folder_data_or_beside_it_with_the_same_rows()
    {
        string[] rows = [.. Enumerable.Range(0, 4).Select(i => $"data/nyu2_train/room_{i}_out/1.jpg,data/nyu2_train/room_{i}_out/1.png")];
        foreach (string tables in new[] { "", "data/" })
        {
            string path = MadeUpImages.Folder(At("nyu" + tables.Length),
            [
                .. rows.SelectMany((row, i) => new[] { (row.Split(',')[0], MadeUpImages.Jpeg(i, 32, 24)), (row.Split(',')[1], GreyPng.Encode([.. MadeUpFrames.Depth(i, 32, 24)], 32, 24)) }),
                ("data/nyu2_test/0_colors.png", MadeUpImages.Jpeg(9, 32, 24, SKEncodedImageFormat.Png)),
                ("data/nyu2_test/0_depth.png", MadeUpFrames.DepthPng(9)),
                (tables + "nyu2_train.csv", System.Text.Encoding.ASCII.GetBytes(string.Join('\n', rows))),
                (tables + "nyu2_test.csv", "data/nyu2_test/0_colors.png,data/nyu2_test/0_depth.png\n"u8.ToArray()),
            ]);
            ProblemLog problems = new();
            Assert.Equal(5, new Nyud2Source(path).Read(problems).Count());
            Assert.Empty(problems.Summaries());
        }
    }

    private string At(string name) => Path.Combine(folder.FullPath, name);
}
