using RegCls.Data.Video;
using RegCls.Evaluation;

namespace RegCls.Studies.Video;

/// <summary>The questions about video progress: their family in <c>data/verdict-rules.md</c>.</summary>
public static class VideoVerdicts
{
    /// <summary>One verdict a unit and pair of <see cref="VideoComparison.Pairs"/>; the claim is that the first arm is lower. The correction is over all of them.</summary>
    /// <param name="records">Records of test videos of at least two tasks, in one unit or in both.</param>
    /// <exception cref="ArgumentException">There is one task only, or an arm is not recorded.</exception>
    public static IReadOnlyList<(VideoComparison Comparison, Verdict Verdict)> Judge(IReadOnlyList<VideoRecord> records)
    {
        VideoComparison[] comparisons =
        [
            .. from target in records.Select(record => record.Configuration.Target).Distinct().Order()
               from pair in VideoComparison.Pairs
               select VideoComparison.Of(records, target, pair.First, pair.Second),
        ];
        return [.. comparisons.Zip(Verdict.Judge([.. comparisons.Select(comparison => ($"{comparison.First.DisplayName()} − {comparison.Second.DisplayName()}", comparison.Statistics))], claimedSign: -1))];
    }
}
