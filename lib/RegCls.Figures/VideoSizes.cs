using RegCls.Studies.Video;

namespace RegCls.Figures;

/// <summary>Sizes and means of video records as charts and tables state them.</summary>
internal static class VideoSizes
{
    /// <summary>What was run, in words.</summary>
    public static string Of(IReadOnlyList<VideoRecord> records)
    {
        VideoRun run = records[0].Configuration;
        string frames = run.FrameStep == 1 ? "every frame" : FormattableString.Invariant($"every {run.FrameStep}th frame");
        return FormattableString.Invariant(
            $"{Count(run => run.Task, "task")}, {Count(run => run.Split, "split")}, {Count(run => run.Seed, "seed")}, {run.Epochs} epochs, {frames}, {records.Count:N0} models");

        string Count<T>(Func<VideoRun, T> value, string name)
        {
            int count = records.Select(record => value(record.Configuration)).Distinct().Count();
            return FormattableString.Invariant($"{count} {name}{(count == 1 ? "" : "s")}");
        }
    }

    /// <summary>Mean and standard deviation over tasks, in the unit shown; seeds of a task are averaged first.</summary>
    public static (double Mean, double Deviation) OverTasks(IEnumerable<VideoRecord> records, Func<VideoRecord, double> value)
    {
        double[] tasks = [.. records.GroupBy(record => record.Configuration.Task).Select(task => task.Average(record => value(record) * Data.Video.ProgressTargetExtensions.Scale(record.Configuration.Target)))];
        double mean = tasks.DefaultIfEmpty(double.NaN).Average();
        return (mean, Math.Sqrt(tasks.Select(task => (task - mean) * (task - mean)).DefaultIfEmpty(double.NaN).Average()));
    }
}
