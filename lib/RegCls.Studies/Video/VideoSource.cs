using RegCls.Data;
using RegCls.Data.Sets;
using RegCls.Data.Video;

namespace RegCls.Studies.Video;

/// <summary>Where the videos of a study come from; a set that is read from files is read once.</summary>
internal sealed class VideoSource : IDisposable
{
    private readonly Lazy<IReadOnlyList<VideoLength>> lengths = new(() => BreakfastLengths.WithDrawn(BreakfastLengths.Read(DataFiles.Find("labels/breakfast_lengths.csv"))));
    private readonly Lazy<VideoSet> breakfast;
    private readonly Lazy<VideoSet> skeletons;
    private readonly Lazy<string> breakfastHash;
    private readonly Lazy<string> skeletonsHash;

    /// <summary>Names the folder.</summary>
    /// <param name="folder">The folder of the data set; null to look where <see cref="DataLocation"/> says.</param>
    public VideoSource(string? folder)
    {
        breakfast = new(() => Read(VideoDataSets.Breakfast, folder));
        skeletons = new(() => Read(VideoDataSets.MsrAction3D, folder));
        breakfastHash = new(() => breakfast.Value.Fingerprint());
        skeletonsHash = new(() => skeletons.Value.Fingerprint());
    }

    /// <summary>Names the videos that are read, as records have it; empty for simulated ones.</summary>
    public string DataHash(VideoData data) => data switch
    {
        VideoData.Simulated => "",
        VideoData.Breakfast => breakfastHash.Value,
        _ => skeletonsHash.Value,
    };

    /// <summary>The videos of a task, or more; a caller picks those of the task.</summary>
    /// <exception cref="FileNotFoundException">The data are not on this machine.</exception>
    /// <exception cref="InvalidDataException">A file is not as expected.</exception>
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

    private static VideoSet Read(VideoDataSet set, string? folder) => set.Open(DataLocation.Find(set, folder));
}
