using Plotly.NET;
using RegCls.Data;
using RegCls.Figures;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Tests.Figures;

public class Fig3FigureTests
{
    private static readonly IReadOnlyList<PublishedFig3> Published = PublishedFig3.Load();

    /// <summary>Records of made-up models: what the figure and the table do with them can be worked out by hand.</summary>
    private static List<RunRecord> Records(Func<RunConfiguration, double> testMse) =>
    [
        .. Fig3Study.Create(Profile.Quick).Configurations.Select(run => new RunRecord
        {
            Configuration = run,
            TrainMse = 0,
            ValidationMse = 0,
            TestMse = testMse(run),
            ClassAccuracy = 0,
            Seconds = 0,
            Version = "test",
        }),
    ];

    private static double Made(RunConfiguration run) => 1 + 0.1 * run.Function + 0.01 * (run.DataSeed % 7) - (run.Arm == Arm.RegCls ? 0.25 : run.Arm == Arm.ScaledReg ? 0.2 : 0);

    [Fact]
    public void The_published_means_are_those_of_three_scenarios_four_samplings_and_five_class_counts()
    {
        Assert.Equal(60, Published.Count);
        Assert.Equal(12, Published.Select(point => (point.Kind, point.Sampling)).Distinct().Count());
        PublishedFig3 point = Published.Single(point => point is { Kind: ScenarioKind.Clean, Sampling: Sampling.Severe, Classes: 16 });
        Assert.Equal((0.392055, 0.265464, 90.0), (point.Reg, point.RegCls, point.WinsPercent));
    }

    [Fact]
    public void Our_record_and_the_published_means_are_drawn_from_different_columns()
    {
        string figure = GenericChart.toFigureJson(Fig3Figure.Create(Records(Made), Published, "test"));
        string ours = GenericChart.toFigureJson(Fig3Figure.Create(Records(run => Made(run) + (run is { Arm: Arm.RegCls, Classes: 64, Function: 3, Sampling: Sampling.Mild } ? 0.5 : 0)), Published, "test"));
        string theirs = GenericChart.toFigureJson(Fig3Figure.Create(Records(Made), [.. Published.Select(point => point with { RegCls = point.RegCls + (point.Classes == 64 ? 0.5 : 0) })], "test"));
        Assert.NotEqual(figure, ours);
        Assert.NotEqual(figure, theirs);

        foreach (PublishedFig3 point in Published.Where(point => point.Sampling == Sampling.Mild))
        {
            Assert.Contains(FormattableString.Invariant($"{point.RegCls}"), ours);
        }
    }

    [Fact]
    public void The_gap_in_a_panel_is_the_mean_absolute_difference_of_means_over_classes()
    {
        string figure = GenericChart.toFigureJson(Fig3Figure.Create(Records(Made), Published, "test"));
        double authors = Published.Where(point => point is { Kind: ScenarioKind.Noisy, Sampling: Sampling.Severe }).Average(point => Math.Abs(point.Reg - point.RegCls));
        Assert.Contains(FormattableString.Invariant($"gap to reg 0.250 (authors {authors:F3})"), figure);
        Assert.Contains("gap to scaled reg 0.050", figure);
    }

    [Fact]
    public void The_figure_has_twelve_panels_with_axis_titles_and_says_what_was_run()
    {
        string figure = GenericChart.toFigureJson(Fig3Figure.Create(Records(Made), Published, "quick run, live"));
        Assert.Contains("\"xaxis12\"", figure);
        Assert.DoesNotContain("\"xaxis13\"", figure);
        Assert.Contains("quick run, live: 10 functions × 2 seeds, 80 epochs, 1,200 models", System.Text.RegularExpressions.Regex.Unescape(figure));
    }

    [Fact]
    public void The_table_compares_both_objectives_and_the_control_in_pairs()
    {
        IReadOnlyList<Fig3Comparison> comparisons = Fig3Comparison.All(Records(Made));
        Assert.Equal(12 * (3 + 3 + 1), comparisons.Count);
        Assert.All(comparisons.Where(c => c is { First: Arm.RegCls, Second: Arm.Reg }), c => Assert.Equal(-0.25, c.Effect.Value, 1e-12));
        Assert.All(comparisons.Where(c => c is { First: Arm.RegCls, Second: Arm.ScaledReg }), c => Assert.Equal(-0.05, c.Effect.Value, 1e-12));
        Deedle.Frame<int, string> table = Fig3Table.Create(Records(Made), comparisons, 16);
        Assert.Equal(12, table.RowCount);
        Assert.Equal("−0.250 [−0.250, −0.250] holds", table.GetColumn<string>("reg+cls − reg")[0]);
        Assert.Equal("−0.200 [−0.200, −0.200] holds", table.GetColumn<string>("scaled reg − reg")[0]);
        Assert.Contains("C = 4, 16, 64", Assert.Throws<ArgumentException>(() => Fig3Table.Create(Records(Made), comparisons, 5)).Message);
    }

    [Fact]
    public void A_panel_with_an_outlier_is_undecided_and_the_others_hold()
    {
        static double Outlier(RunConfiguration run) => Made(run) + (run is { Arm: Arm.RegCls, Function: 3, Sampling: Sampling.Mild } ? 2 : 0);
        Deedle.Frame<int, string> table = Fig3Table.Create(Records(Outlier), Fig3Comparison.All(Records(Outlier)), 16);
        Assert.EndsWith("] holds", table.GetColumn<string>("reg+cls − reg")[0], StringComparison.Ordinal);
        Assert.EndsWith("] undecided", table.GetColumn<string>("reg+cls − reg")[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Pairing_is_by_function_and_seed_not_by_order()
    {
        List<RunRecord> records = Records(Made);
        Random.Shared.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(records));
        Assert.All(Fig3Comparison.All(records).Where(c => c is { First: Arm.RegCls, Second: Arm.Reg }), c => Assert.Equal(-0.25, c.Effect.Low, 1e-12));
    }

    [Fact]
    public void A_figure_without_records_is_refused() =>
        Assert.Contains("got none", Assert.Throws<ArgumentException>(() => Fig3Figure.Create([], Published, "test")).Message);
}
