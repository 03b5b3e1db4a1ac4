using RegCls.Data;
using RegCls.Data.Video;

namespace RegCls.Studies.Video;

/// <summary>The videos a model of a task is trained on and those it is judged on.</summary>
/// <param name="Train">Training videos.</param>
/// <param name="Evaluation">The test or validation videos.</param>
public sealed record VideoSplit(IReadOnlyList<VideoClip> Train, IReadOnlyList<VideoClip> Evaluation)
{
    /// <summary>Splits of a data set: 1 to 4 by Breakfast's persons, 1 to 5 by pairs of MSR-Action3D's subjects.</summary>
    public static IReadOnlyList<int> Of(VideoData data) => Set(data).Splits;

    /// <summary>The parts of a search on held-out persons, one for each split but the tested one: together they judge every training person once.</summary>
    public static IReadOnlyList<VideoPart> HeldOut(VideoData data) => [.. Enumerable.Range((int)VideoPart.HeldOutPersons1, Of(data).Count - 1).Select(part => (VideoPart)part)];

    /// <summary>The split whose test persons a model of a split is judged on.</summary>
    /// <returns>The split itself, or another one for the parts of <see cref="HeldOut"/>.</returns>
    public static int JudgedBy(VideoData data, int split, VideoPart part) => part < VideoPart.HeldOutPersons1 ? split : (split + part - VideoPart.HeldOutPersons1) % Of(data).Count + 1;

    /// <summary>Splits the videos of a run's task by person; for a search of λ, a third of the training videos, drawn with seed 0, or those of some training persons take the place of the test videos.</summary>
    /// <exception cref="InvalidDataException">A side is empty.</exception>
    internal static VideoSplit Of(VideoRun run, IEnumerable<VideoClip> clips)
    {
        ILookup<bool, VideoClip> sides = clips.Where(clip => clip.Task == run.Task).ToLookup(clip => Set(run.Data).TestSplit(clip.Person) == run.Split);
        VideoSplit split = new([.. sides[false]], [.. sides[true]]);
        if (run.Part == VideoPart.Validation)
        {
            VideoClip[] shuffled = [.. split.Train];
            RandomStream.Named("video", "validation", run.Data, run.Task, run.Split, 0).Shuffle(shuffled.AsSpan());
            HashSet<VideoClip> held = [.. shuffled.Take(shuffled.Length / 3)];
            split = new VideoSplit([.. split.Train.Where(clip => !held.Contains(clip))], [.. split.Train.Where(held.Contains)]);
        }
        else if (run.Part != VideoPart.Test)
        {
            int held = JudgedBy(run.Data, run.Split, run.Part);
            split = new VideoSplit([.. split.Train.Where(clip => Set(run.Data).TestSplit(clip.Person) != held)], [.. split.Train.Where(clip => Set(run.Data).TestSplit(clip.Person) == held)]);
        }

        return split.Train.Count > 0 && split.Evaluation.Count > 0
            ? split
            : throw VideoTasks.OneSided(run.Task, run.Split, split.Train.Count, split.Evaluation.Count, run.Part == VideoPart.Test ? "test" : "validation");
    }

    /// <summary>The data set whose tasks, persons and splits these videos have; the simulated ones have Breakfast's.</summary>
    internal static VideoTasks Set(VideoData data) => data == VideoData.MsrAction3D ? VideoTasks.MsrAction3D : VideoTasks.Breakfast;
}
