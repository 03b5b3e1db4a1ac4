using RegCls.Data;
using RegCls.Data.Video;

namespace RegCls.Studies.Video;

/// <summary>The videos a model of a task is trained on and those it is judged on.</summary>
/// <param name="Train">Training videos.</param>
/// <param name="Evaluation">The test or validation videos.</param>
public sealed record VideoSplit(IReadOnlyList<VideoClip> Train, IReadOnlyList<VideoClip> Evaluation)
{
    /// <summary>Splits of a data set: 1 to 4 by Breakfast's persons, 1 to 5 by pairs of MSR-Action3D's subjects.</summary>
    public static IReadOnlyList<int> Of(VideoData data) => [.. Enumerable.Range(1, data == VideoData.MsrAction3D ? SkeletonReader.Splits : 4)];

    /// <summary>Splits the videos of a run's task by person; for the search of λ, a third of the training videos, drawn with seed 0, takes the place of the test videos.</summary>
    /// <exception cref="InvalidDataException">A side is empty.</exception>
    internal static VideoSplit Of(VideoRun run, IEnumerable<VideoClip> clips)
    {
        ILookup<bool, VideoClip> sides = clips.Where(clip => clip.Task == run.Task).ToLookup(clip => TestSplit(run.Data, clip.Person) == run.Split);
        VideoSplit split = new([.. sides[false]], [.. sides[true]]);
        if (run.Part == VideoPart.Validation)
        {
            VideoClip[] shuffled = [.. split.Train];
            RandomStream.Named("video", "validation", run.Data, run.Task, run.Split, 0).Shuffle(shuffled.AsSpan());
            HashSet<VideoClip> held = [.. shuffled.Take(shuffled.Length / 3)];
            split = new VideoSplit([.. split.Train.Where(clip => !held.Contains(clip))], [.. split.Train.Where(held.Contains)]);
        }

        return split.Train.Count > 0 && split.Evaluation.Count > 0
            ? split
            : throw new InvalidDataException($"Task {run.Task}, split {run.Split}: there are {split.Train.Count} training and {split.Evaluation.Count} {run.Part.ToString().ToLowerInvariant()} videos, expected some of both: is the folder complete?");
    }

    private static int TestSplit(VideoData data, int person) => data == VideoData.MsrAction3D ? SkeletonReader.TestSplit(person) : BreakfastName.TestSplit(person);
}
