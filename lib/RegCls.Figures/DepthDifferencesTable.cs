using Deedle;
using RegCls.Studies.Depth;

namespace RegCls.Figures;

/// <summary>Arms compared in pairs: same split and seed.</summary>
public static class DepthDifferencesTable
{
    /// <summary>One row a pair of <see cref="DepthVerdicts.Pairs"/> that two splits or seeds have: mean of first − second in test RMSE at the epoch that is best on validation, and in how many runs the first is lower. Described, not judged.</summary>
    /// <param name="records">Records of one study.</param>
    public static Frame<int, string> Create(IReadOnlyList<DepthRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        (string Name, double[] Differences)[] pairs =
        [
            .. from pair in DepthVerdicts.Pairs
               let differences = Differences(records, pair.First, pair.Second)
               where differences.Length > 0
               select ($"{Name(pair.First)} − {Name(pair.Second)}", differences),
        ];
        int[] rows = [.. Enumerable.Range(0, pairs.Length)];
        return Frame.FromColumns(new Dictionary<string, Series<int, object>>
        {
            ["difference"] = new(rows, pairs.Select(object (pair) => pair.Name)),
            ["RMSE, m, mean"] = new(rows, pairs.Select(object (pair) => Signed(pair.Differences.Average()))),
            ["smallest"] = new(rows, pairs.Select(object (pair) => Signed(pair.Differences.Min()))),
            ["largest"] = new(rows, pairs.Select(object (pair) => Signed(pair.Differences.Max()))),
            ["first is lower"] = new(rows, pairs.Select(object (pair) => $"{pair.Differences.Count(difference => difference < 0)} of {pair.Differences.Length}")),
        });
    }

    private static double[] Differences(IReadOnlyList<DepthRecord> records, DepthMethod first, DepthMethod second)
    {
        Dictionary<(int, int), double> others = Means(second);
        return [.. Means(first).Where(one => others.ContainsKey(one.Key)).Select(one => one.Value - others[one.Key])];

        Dictionary<(int, int), double> Means(DepthMethod method) => records.Where(record => record.Configuration.Method == method)
            .GroupBy(record => (record.Configuration.Fold, record.Configuration.Seed)).ToDictionary(group => group.Key, group => group.Average(record => record.OnValidation.Rmse[0]!.Value));
    }

    private static string Name(DepthMethod method) => method switch
    {
        DepthMethod.RegCls => "reg+cls",
        DepthMethod.RegClsBalanced => "reg+cls bal.",
        DepthMethod.RegClsBalancedSamples => "reg+cls, balanced samples",
        _ => method.DisplayName(0),
    };

    private static string Signed(double value) => FormattableString.Invariant($"{value:+0.000;−0.000;0.000}");
}
