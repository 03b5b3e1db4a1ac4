using RegCls.Data;
using RegCls.Data.Video;

namespace RegCls.Studies.Video;

/// <summary>Where the videos of a study come from; a set that is read from files is read once.</summary>
internal sealed class VideoSource : IDisposable
{
    /// <summary>The environment variable that names the folder of data that are not part of the repository.</summary>
    public const string Variable = "REGCLS_DATA";

    private readonly Lazy<IReadOnlyList<VideoLength>> lengths = new(() => BreakfastLengths.WithDrawn(BreakfastLengths.Read(DataFiles.Find("labels/breakfast_lengths.csv"))));
    private readonly Lazy<VideoSet> breakfast;
    private readonly Lazy<VideoSet> skeletons;

    /// <summary>Names the folder.</summary>
    /// <param name="folder">The folder; null for the environment variable.</param>
    public VideoSource(string? folder)
    {
        breakfast = new(() => BreakfastReader.Read(Folder(folder, "Breakfast features")));
        skeletons = new(() => SkeletonReader.Read(Folder(folder, "MSR-Action3D skeletons")));
    }

    /// <summary>The videos of a task, or more; a caller picks those of the task.</summary>
    /// <exception cref="InvalidDataException">No folder is named, or a file in it is not as expected.</exception>
    public VideoSet Open(VideoData data, string task, int frameStep) => data switch
    {
        VideoData.Simulated => SimulatedVideos.Create([.. lengths.Value.Where(video => video.Task == task)], frameStep),
        VideoData.Breakfast => breakfast.Value,
        _ => skeletons.Value,
    };

    /// <summary>Frees what was read.</summary>
    public void Dispose()
    {
        foreach (Lazy<VideoSet> set in (Lazy<VideoSet>[])[breakfast, skeletons])
        {
            if (set.IsValueCreated)
            {
                set.Value.Dispose();
            }
        }
    }

    private static string Folder(string? folder, string what) =>
        folder ?? Environment.GetEnvironmentVariable(Variable) ?? throw new InvalidDataException($"The study needs the {what}, which are not part of the repository: name their folder with --path or in the environment variable {Variable}.");
}
