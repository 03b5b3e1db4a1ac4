namespace RegCls.Data.Video;

/// <summary>What a data set of videos asks: tasks, each done by persons, and splits by person.</summary>
/// <param name="Tasks">One model is trained a task.</param>
/// <param name="Splits">The splits, from 1.</param>
/// <param name="TestSplit">The split whose test set a person is in.</param>
public sealed record VideoTasks(IReadOnlyList<string> Tasks, IReadOnlyList<int> Splits, Func<int, int> TestSplit)
{
    /// <summary>How many subjects MSR-Action3D has.</summary>
    internal const int Subjects = 10;

    /// <summary>Breakfast's: ten tasks, four splits.</summary>
    public static VideoTasks Breakfast { get; } = new(BreakfastName.Tasks, [1, 2, 3, 4], BreakfastName.TestSplit);

    /// <summary>MSR-Action3D's: twenty actions, a01 to a20, and five splits: subjects 1 and 2 are the test set of split 1, 3 and 4 of split 2, and so on.</summary>
    public static VideoTasks MsrAction3D { get; } = new(
        [
            "high arm wave", "horizontal arm wave", "hammer", "hand catch", "forward punch", "high throw", "draw x", "draw tick", "draw circle", "hand clap",
            "two hand wave", "side boxing", "bend", "forward kick", "side kick", "jogging", "tennis swing", "tennis serve", "golf swing", "pick up and throw",
        ],
        [1, 2, 3, 4, 5],
        SplitOfSubject)
    {
        // No sequence of subjects 3 and 4 shows a side kick.
        Untested = [("side kick", 2)],
    };

    /// <summary>Tasks of which a split has no test videos in the published data.</summary>
    public IReadOnlyList<(string Task, int Split)> Untested { get; init; } = [];

    /// <summary>The exception of a split with nothing on one side: no model can be trained on it.</summary>
    internal static InvalidDataException OneSided(string task, int split, int training, int evaluation, string part)
        => new($"Task {task}, split {split}: there are {training} training and {evaluation} {part} videos, expected some of both: look whether the folder is complete.");

    private static int SplitOfSubject(int subject)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(subject, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(subject, Subjects);
        return (subject + 1) / 2;
    }
}
