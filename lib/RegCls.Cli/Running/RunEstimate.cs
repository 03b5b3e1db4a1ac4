using System.Text.Json.Nodes;
using RegCls.Cli.CommandLine;
using RegCls.Cli.Notebooks;

namespace RegCls.Cli.Running;

/// <summary>
/// How far a run of several notebooks has come and how long the rest takes. A notebook's metadata name the seconds it was measured to take (<c>regcls.seconds.quick</c>); how fast this machine is, and what it has recorded
/// already, shows in the notebooks that are done.
/// </summary>
/// <param name="notebooks">The notebooks, in the order they are run.</param>
/// <param name="profile">The profile's name.</param>
/// <param name="time">The clock.</param>
internal sealed class RunEstimate(IReadOnlyList<NotebookDocument> notebooks, string profile, TimeProvider time)
{
    private readonly double?[] expected = [.. notebooks.Select(notebook => Seconds(notebook, profile))];
    private int done = -1;
    private double elapsedBefore;
    private long notebookStart;

    /// <summary>How many notebooks are run.</summary>
    public int Count => expected.Length;

    /// <summary>Says that the next notebook starts.</summary>
    public void NotebookStarted()
    {
        done++;
        notebookStart = time.GetTimestamp();
    }

    /// <summary>Says that the notebook ended.</summary>
    public void NotebookFinished() => elapsedBefore += time.GetElapsedTime(notebookStart).TotalSeconds;

    /// <summary>Time until the last notebook ends; null where a notebook that is still to end was not measured in this profile.</summary>
    public TimeSpan? Left()
    {
        var first = Math.Max(done, 0);
        if (expected[first..].Any(seconds => seconds is null))
        {
            return null;
        }

        double known = expected[..first].Sum(seconds => seconds ?? 0);
        var pace = known > 0 && expected[..first].All(seconds => seconds is not null) ? elapsedBefore / known : 1;
        var current = done < 0 ? 0 : time.GetElapsedTime(notebookStart).TotalSeconds;
        return TimeSpan.FromSeconds(Math.Max(0, expected[first]!.Value * pace - current) + expected[(first + 1)..].Sum(seconds => seconds!.Value) * pace);
    }

    /// <summary>For example "notebook 2 of 10, 6 min left".</summary>
    public string Describe()
    {
        var place = $"notebook {Math.Max(done, 0) + 1} of {Count}";
        return Left() is { } left ? $"{place}, {TimeLeft.Text(left)} left" : place;
    }

    private static double? Seconds(NotebookDocument notebook, string profile) =>
        ((notebook.Metadata["regcls"] as JsonObject)?["seconds"] as JsonObject)?[profile] is JsonValue value && value.TryGetValue<double>(out var seconds) && seconds > 0 ? seconds : null;
}
