using Deedle;
using RegCls.Data.Video;
using RegCls.Studies.Video;

namespace RegCls.Figures;

/// <summary>Tab. 5, ours and the published one.</summary>
public static class Tab5Table
{
    /// <summary>One row an arm, and one for always predicting the mean training target; one column a split: mean (standard deviation) over tasks.</summary>
    /// <param name="records">Records of test videos.</param>
    /// <param name="target">Tab. 5 a or b.</param>
    public static Frame<int, string> Create(IReadOnlyList<VideoRecord> records, ProgressTarget target)
    {
        VideoRecord[] own = [.. records.Where(record => record.Configuration.Target == target)];
        int[] splits = [.. own.Select(record => record.Configuration.Split).Distinct().Order()];
        VideoArm[] arms = [.. own.Select(record => record.Configuration.Arm).Distinct().Order()];
        int[] rows = [.. Enumerable.Range(0, arms.Length + 1)];
        Dictionary<string, Series<int, object>> columns = new()
        {
            [$"RMSE, {target.Unit()}"] = new(rows, arms.Select(object (arm) => arm.DisplayName()).Append("constant")),
        };
        foreach (int split in splits)
        {
            VideoRecord[] ofSplit = [.. own.Where(record => record.Configuration.Split == split)];
            columns[$"S{split}"] = new(
                rows,
                arms.Select(object (arm) => Text(VideoSizes.OverTasks(ofSplit.Where(record => record.Configuration.Arm == arm), record => record.Rmse)))
                    .Append(Text(VideoSizes.OverTasks(ofSplit.Where(record => record.Configuration.Arm == VideoArm.Reg), record => record.ConstantRmse))));
        }

        return Frame.FromColumns(columns);
    }

    /// <summary>Our numbers beside the published ones: one row an arm and source, one column a split; mean (standard deviation) over tasks.</summary>
    /// <param name="ours">Records of test videos and what they are, such as <c>live</c>; a source without records of this unit has no rows.</param>
    /// <param name="published">The published table.</param>
    /// <param name="target">Tab. 5 a or b.</param>
    public static Frame<int, string> Beside(IReadOnlyList<(string Name, IReadOnlyList<VideoRecord> Records)> ours, IReadOnlyList<PublishedTab5> published, ProgressTarget target)
    {
        List<(string Arm, string Source, Func<int, string> Cell)> lines = [];
        foreach (VideoArm arm in Enum.GetValues<VideoArm>())
        {
            lines.AddRange(ours.Select(source => Ours(source.Name, arm.DisplayName(), source.Records, record => record.Configuration.Arm == arm, record => record.Rmse)));
            lines.AddRange(
                from entry in published
                where entry.Unit == target.Unit() && entry.Arm == arm.DisplayName() && entry.Split == 1
                select (entry.Arm, entry.Source == "paper" ? "published" : "authors' later numbers", (Func<int, string>)(split => Cell(published.Single(other => other.Unit == entry.Unit && other.Source == entry.Source && other.Arm == entry.Arm && other.Split == split)))));
        }

        lines.AddRange(ours.Select(source => Ours(source.Name, "constant", source.Records, record => record.Configuration.Arm == VideoArm.Reg, record => record.ConstantRmse)));
        (string Arm, string Source, string[] Cells)[] shown = [.. lines.Select(line => (line.Arm, line.Source, Enumerable.Range(1, 4).Select(line.Cell).ToArray())).Where(line => line.Item3.Any(cell => cell.Length > 0))];
        int[] rows = [.. Enumerable.Range(0, shown.Length)];
        return Frame.FromColumns(new Dictionary<string, Series<int, object>>
        {
            [$"RMSE, {target.Unit()}"] = new(rows, shown.Select(object (line) => line.Arm)),
            ["numbers"] = new(rows, shown.Select(object (line) => line.Source)),
            ["S1"] = Column(0),
            ["S2"] = Column(1),
            ["S3"] = Column(2),
            ["S4"] = Column(3),
        });

        Series<int, object> Column(int split) => new(rows, shown.Select(object (line) => line.Cells[split]));

        (string Arm, string Source, Func<int, string> Cell) Ours(string name, string arm, IReadOnlyList<VideoRecord> records, Func<VideoRecord, bool> isOf, Func<VideoRecord, double> value) => (arm, name, split =>
        {
            VideoRecord[] own = [.. records.Where(record => record.Configuration.Target == target && record.Configuration.Split == split && isOf(record))];
            return own.Length == 0 ? "" : Text(VideoSizes.OverTasks(own, value));
        }
        );
    }

    private static string Cell(PublishedTab5 entry) => entry.StandardDeviation is { } deviation ? Text((entry.Mean, deviation)) : FormattableString.Invariant($"{entry.Mean:F2}");

    private static string Text((double Mean, double Deviation) value) => FormattableString.Invariant($"{value.Mean:F2} ({value.Deviation:F2})");
}
