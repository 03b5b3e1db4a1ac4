using System.Globalization;
using RegCls.Data.Sets;

namespace RegCls.Data.Video;

/// <summary>A data set of videos on disk: tasks, each done by persons, and splits by person.</summary>
/// <param name="name">Its name on the command line.</param>
/// <param name="title">What it is, in a line.</param>
/// <param name="layout">What is expected on disk.</param>
/// <param name="open">Reads it from a folder.</param>
/// <param name="holds">Whether a folder has it somewhere below.</param>
/// <param name="tasks">Its tasks and splits.</param>
public sealed class VideoDataSet(string name, string title, string layout, Func<string, VideoSet> open, Func<string, bool> holds, VideoTasks tasks) : IDataSet
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string Title => title;

    /// <inheritdoc/>
    public string Layout => layout;

    /// <summary>Its videos; the caller disposes them.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="InvalidDataException">The folder does not hold this data set.</exception>
    public VideoSet Open(string path) => open(path);

    /// <inheritdoc/>
    public bool Holds(string folder) => holds(folder);

    /// <inheritdoc/>
    public DataReport Check(string path, double? depthScale = null, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        if (depthScale is not null)
        {
            throw new ArgumentException($"{name} has no depth.", nameof(depthScale));
        }

        using VideoSet set = open(path);
        cancellation.ThrowIfCancellationRequested();
        progress?.Report(set.Clips.Count);
        return new DataReport
        {
            Source = $"{title}, {Path.GetFullPath(path)}",
            Accounting = set.Accounting,
            Facts =
            [
                ("frames", string.Create(CultureInfo.InvariantCulture, $"{set.Features.Rows} of {set.Features.Width} numbers, {4L * set.Features.Rows * set.Features.Width / 1e6:0} MB in memory")),
                ("tasks", string.Create(CultureInfo.InvariantCulture, $"{tasks.Tasks.Count}, by {set.Clips.Select(clip => clip.Person).Distinct().Count()} persons")),
                .. set.Notes.Select(note => ("note", note)),
            ],
            SplitRule = "tested in one split each, by person",
            Parts = [.. tasks.Splits.Select(split => new PartReport($"in S{split}", set.Clips.Count(clip => tasks.TestSplit(clip.Person) == split), []))],
            Histogram = Lengths(set.Clips),
            Refusals = Refusals(set.Clips),
        };
    }

    // The first reason, and how many more there are.
    private string[] Refusals(IReadOnlyList<VideoClip> all)
    {
        string[] reasons =
        [
            .. from task in tasks.Tasks
               let clips = all.Where(clip => clip.Task == task).ToArray()
               from split in tasks.Splits.Where(split => !tasks.Untested.Contains((task, split)))
               let test = clips.Count(clip => tasks.TestSplit(clip.Person) == split)
               where test == 0 || test == clips.Length
               select VideoTasks.OneSided(task, split, clips.Length - test, test, "test").Message.TrimEnd('.'),
        ];
        return reasons.Length <= 1 ? reasons : [string.Create(CultureInfo.InvariantCulture, $"{reasons[0]}; and {reasons.Length - 1} more tasks and splits")];
    }

    // Ranges that double, as lengths vary tenfold.
    private static (string, long)[] Lengths(IReadOnlyList<VideoClip> clips)
    {
        int[] ranges = [.. clips.Select(clip => int.Log2(clip.Frames))];
        return [.. Enumerable.Range(ranges.Min(), ranges.Max() - ranges.Min() + 1).Select(range => (string.Create(CultureInfo.InvariantCulture, $"[{1L << range}, {2L << range}) frames"), (long)ranges.Count(value => value == range)))];
    }
}
