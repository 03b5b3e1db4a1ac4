using RegCls.Evaluation;

namespace RegCls.Studies.Depth;

/// <summary>The questions about depth: their family in <c>data/verdict-rules.md</c>. Units are splits of the recording.</summary>
public static class DepthVerdicts
{
    /// <summary>Fewest splits for a verdict; with fewer the differences are described only.</summary>
    public const int FewestSplits = 6;

    /// <summary>The pairs of arms that are asked about, reg+cls averaged over its numbers of classes.</summary>
    public static IReadOnlyList<(DepthMethod First, DepthMethod Second)> Pairs { get; } =
    [
        (DepthMethod.RegCls, DepthMethod.Reg),
        (DepthMethod.RegCls, DepthMethod.ScaledReg),
        (DepthMethod.RegClsBalanced, DepthMethod.Reg),
        (DepthMethod.RegClsBalanced, DepthMethod.ScaledReg),
        (DepthMethod.RegClsBalancedSamples, DepthMethod.RegBalancedSamples),
        (DepthMethod.ScaledReg, DepthMethod.Reg),
    ];

    /// <summary>Two methods compared in the error over all test pixels at the epoch that is best on validation: for each split and seed, the mean over numbers of classes of each.</summary>
    /// <param name="records">Records of a study.</param>
    /// <param name="first">A method.</param>
    /// <param name="second">Another one.</param>
    /// <param name="value">What is compared; null for the root mean squared error in metres.</param>
    /// <exception cref="ArgumentException">Fewer than two splits have both.</exception>
    public static PairedComparison Compare(IReadOnlyList<DepthRecord> records, DepthMethod first, DepthMethod second, Func<DepthRecord, double>? value = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        Func<DepthRecord, double> measure = value ?? (record => record.OnValidation.Rmse[0]!.Value);
        int classes = Arms(first).Max(arm => arm.Count()), others = Arms(second).Max(arm => arm.Count());
        return PairedComparison.Compare(
            from one in Arms(first)
            join two in Arms(second) on one.Key equals two.Key
            where one.Count() == classes && two.Count() == others
            select new PairedObservation(one.Key.Fold, one.Key.Seed, one.Average(measure), two.Average(measure)));

        IEnumerable<IGrouping<(int Fold, int Seed), DepthRecord>> Arms(DepthMethod method)
        {
            IGrouping<(int Fold, int Seed), DepthRecord>[] arms = [.. records.Where(record => record.Configuration.Method == method).GroupBy(record => (record.Configuration.Fold, record.Configuration.Seed))];
            return arms.Length > 0 ? arms : throw new ArgumentException($"There is no record of {method}; run the study first.", nameof(records));
        }
    }

    /// <summary>The verdicts; the claim is that the first arm's error is lower. Null with fewer than <see cref="FewestSplits"/> splits: then nothing can be significant.</summary>
    /// <param name="records">Records of <c>depth-rooms</c>.</param>
    public static IReadOnlyList<Verdict>? Judge(IReadOnlyList<DepthRecord> records)
    {
        (string Question, PairedComparison Comparison)[] family =
            [.. Pairs.Select(pair => ($"{Name(pair.First)} − {Name(pair.Second)}", Compare(records, pair.First, pair.Second)))];
        return family.All(question => question.Comparison.Functions >= FewestSplits) ? Verdict.Judge(family, claimedSign: -1) : null;
    }

    private static string Name(DepthMethod method) => method switch
    {
        DepthMethod.RegCls => "reg+cls",
        DepthMethod.RegClsBalanced => "reg+cls bal.",
        DepthMethod.RegClsBalancedSamples => "reg+cls, balanced samples",
        _ => method.DisplayName(0),
    };
}
