using Deedle;
using RegCls.Studies.Depth;

namespace RegCls.Figures;

/// <summary>Tab. 2 and the depth half of Tab. 4: ours, live and recorded, and the published ones.</summary>
public static class DepthTable
{
    private static readonly string[] Shots = ["all", "many", "medium", "few"];

    /// <summary>One row a method: mean (standard deviation) of the test RMSE in metres over all test pixels and by shot, with the epoch that is best on validation (<c>val.</c>) and, bad practice, on test. A dash is a group without pixels.</summary>
    /// <param name="records">Records of one study.</param>
    public static Frame<int, string> Create(IEnumerable<DepthRecord> records)
    {
        IGrouping<string, DepthRecord>[] methods = Group(records, Name);
        int[] rows = [.. Enumerable.Range(0, methods.Length)];
        Dictionary<string, Series<int, object>> columns = new() { ["RMSE, m"] = new(rows, methods.Select(object (method) => method.Key)) };
        foreach (string rule in (ReadOnlySpan<string>)["best_val", "best_test"])
        {
            for (int shot = 0; shot < Shots.Length; shot++)
            {
                columns[$"{(rule == "best_val" ? "val." : "test")}: {Shots[shot]}"] = new(rows, methods.Select(object (method) => Text(Mean(method, rule, shot))));
            }
        }

        return Frame.FromColumns(columns);
    }

    /// <summary>The further errors of depth estimation at the epoch that is best on validation: RMSE over balanced pixels, abs-rel, log10 and δ1 to δ3.</summary>
    /// <param name="records">Records of one study.</param>
    public static Frame<int, string> Others(IEnumerable<DepthRecord> records)
    {
        IGrouping<string, DepthRecord>[] methods = Group(records, Name);
        int[] rows = [.. Enumerable.Range(0, methods.Length)];
        return Frame.FromColumns(new Dictionary<string, Series<int, object>>
        {
            ["best on validation"] = new(rows, methods.Select(object (method) => method.Key)),
            ["balanced RMSE, m"] = Column(record => record.OnValidation.BalancedRmse),
            ["abs-rel"] = Column(record => record.OnValidation.AbsoluteRelative),
            ["log10"] = Column(record => record.OnValidation.Log10),
            ["δ1"] = Column(record => record.OnValidation.Deltas[0]),
            ["δ2"] = Column(record => record.OnValidation.Deltas[1]),
            ["δ3"] = Column(record => record.OnValidation.Deltas[2]),
        });

        Series<int, object> Column(Func<DepthRecord, double> value) => new(rows, methods.Select(object (method) => Text(MeanDeviation.Of([.. method.Select(value)]))));
    }

    /// <summary>RMSE over all and over few-shot pixels: live, recorded and published side by side, one row a method that any of them has.</summary>
    /// <param name="live">Records of the run at hand; may be empty.</param>
    /// <param name="recorded">Records of the full study; may be empty.</param>
    /// <param name="published">The paper's numbers.</param>
    /// <param name="rule">How the epoch was chosen: <c>best_val</c> or <c>best_test</c>.</param>
    /// <param name="balancedSamples">Whether the table is Tab. 4, on balanced training pixels, else Tab. 2. The paper does not say the number of classes of Tab. 4.</param>
    public static Frame<int, string> Compare(IReadOnlyList<DepthRecord> live, IReadOnlyList<DepthRecord> recorded, IReadOnlyList<PublishedDepthError> published, string rule, bool balancedSamples = false)
    {
        IGrouping<string, DepthRecord>[] own = Group(Part(live), name), full = Group(Part(recorded), name);
        string[] methods = [.. own.Concat(full).Select(method => method.Key).Concat(published.Select(entry => entry.Method)).Distinct()];
        int[] rows = [.. Enumerable.Range(0, methods.Length)];
        Dictionary<string, Series<int, object>> columns = new() { [$"RMSE, m, {Rule(rule)}"] = new(rows, methods.Select(object (method) => method)) };
        foreach (int shot in (ReadOnlySpan<int>)[0, 3])
        {
            Add("live", method => Mean(own.FirstOrDefault(group => group.Key == method), rule, shot));
            Add("recorded", method => Mean(full.FirstOrDefault(group => group.Key == method), rule, shot));
            Add("published", method => published.SingleOrDefault(entry => entry.Method == method && entry.Rule == rule && entry.Shot == Shots[shot]) is { } entry ? new MeanDeviation(entry.Mean, entry.StandardDeviation) : null);

            void Add(string source, Func<string, MeanDeviation?> value)
            {
                MeanDeviation?[] values = [.. methods.Select(value)];
                if (values.Any(entry => entry is not null))
                {
                    columns[$"{source}: {Shots[shot]}"] = new(rows, values.Select(object (entry) => Text(entry)));
                }
            }
        }

        return Frame.FromColumns(columns);

        IEnumerable<DepthRecord> Part(IEnumerable<DepthRecord> records) => records.Where(record => record.Configuration.Method is DepthMethod.RegBalancedSamples or DepthMethod.RegClsBalancedSamples == balancedSamples);
        string name(DepthRecord record) => !balancedSamples ? Name(record) : record.Configuration.Method.HasClasses() ? "reg+cls" : "reg";
    }

    private static IGrouping<string, DepthRecord>[] Group(IEnumerable<DepthRecord> records, Func<DepthRecord, string> name) =>
        [.. records.OrderBy(record => record.Configuration.Method).ThenBy(record => record.Configuration.Classes).GroupBy(name)];

    private static string Name(DepthRecord record) => record.Configuration.DisplayName;

    private static string Rule(string rule) => rule == "best_val" ? "best on validation" : "best on test (bad practice)";

    private static MeanDeviation? Mean(IEnumerable<DepthRecord>? records, string rule, int shot)
        => MeanDeviation.Of([.. (records ?? []).Select(record => (rule == "best_val" ? record.OnValidation : record.OnTest).Rmse[shot]).OfType<double>()]);

    private static string Text(MeanDeviation? value) => MeanDeviation.Text(value, "F3");
}
