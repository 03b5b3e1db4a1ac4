using Deedle;
using Plotly.NET;
using RegCls.Figures;
using RegCls.Losses;
using RegCls.Studies;
using RegCls.Tests.Studies;
using RegCls.Theory;
using RegCls.Training;

namespace RegCls.Tests.Figures;

public class BalancedFiguresTests
{
    private static readonly List<RunRecord> Records = [.. BalancedMseStudy.Create(Profile.Full).Configurations.Where(run => run.Function < 3).Select(MadeUpRecords.Of)];

    private static string Json(GenericChart chart) => GenericChart.toFigureJson(chart);

    [Fact]
    public void Balanced_Mse_draws_the_mean_of_every_arm_and_scenario()
    {
        string figure = Json(BalancedMseFigure.Create(Records, "test"));
        foreach (StudyArm arm in BalancedMseStudy.Arms)
        {
            double mean = Records.Where(record => arm.Includes(record.Configuration) && record.Configuration.Scenario == Records[0].Configuration.Scenario)
                .GroupBy(record => record.Configuration.Function).Average(function => function.Average(record => record.TestMse));
            Assert.Contains(FormattableString.Invariant($"{mean:R}")[..12], figure);
        }

        Assert.Contains("\"xaxis2\"", figure);
        Assert.Contains("scaled<br>GAI", figure);
        Assert.Contains("got none", Assert.Throws<ArgumentException>(() => BalancedMseFigure.Create([], "test")).Message);
    }

    [Fact]
    public void Its_table_has_a_row_an_arm_and_counts_functions()
    {
        Frame<int, string> table = BalancedMseTable.Create(Records);
        Assert.Equal(14, table.RowCount);
        Assert.Equal(["reg", "GAI", "BMC", "scaled reg", "scaled GAI", "scaled BMC", "reg+cls"], table.GetColumn<string>("arm").Values.Take(7));
        Assert.Equal(["1", "1", "1", "100", "100", "100", "100"], table.GetColumn<string>("factor").Values.Take(7));
        double Mean(StudyArm arm, int function) => Records.Where(record => arm.Includes(record.Configuration) && record.Configuration.Function == function && record.Configuration.Scenario == Records[0].Configuration.Scenario).Average(record => record.TestMse);
        int wins = Enumerable.Range(0, 3).Count(function => Mean(StudyArm.Gai, function) < Mean(StudyArm.RegCls, function));
        Assert.Equal($"{wins} of 3 functions", table.GetColumn<string>("better than reg+cls")[1]);
        Assert.Equal("–", table.GetColumn<string>("better than reg")[0]);
    }

    [Fact]
    public void Lines_and_curves_show_what_was_computed()
    {
        (double[] inputs, double[] targets) = BalancedLine.Sample(32);
        string lines = Json(BalancedLineFigure.Create([(RegressionLoss.Squared, new BalancedLine(0.25, 0.125, double.NaN)), (RegressionLoss.Gai, new BalancedLine(1, 0, 0.5))], inputs, targets));
        Assert.Contains(FormattableString.Invariant($"{(0.25 * inputs.Max()) + 0.125:R}")[..12], lines);
        Assert.Contains("\"GAI\"", lines);

        GaussianMixture prior = new([1], [0], [1]);
        string curves = Json(LossCurveFigure.Create(prior, [0.5, -1, 1.4]));
        Assert.Contains(FormattableString.Invariant($"{LossCurve.BmcLimit([-1.8], [0.5, -1, 1.4])[0]:R}")[..8], curves);
        Assert.Contains("GAI tends to the squared error", curves);
    }

    [Fact]
    public void Ica_and_hidden_features_draw_means_over_seeds_and_functions()
    {
        IcaResult[] results = [new(0, 0.9, 0.4, 0.5, 0.45, 0.2, 0.25, 0.01), new(1, 0.7, 0.2, 0.3, 0.55, 0.2, 0.25, 0.01)];
        string ica = Json(IcaFigure.Create(results, IcaOptions.Smoke));
        Assert.Contains("[0.8]", ica.Replace(" ", "", StringComparison.Ordinal));
        Assert.Contains("segments shuffled", ica);

        FeatureRecord[] records =
        [
            .. FeatureStudy.Create(Profile.Full).Configurations.Where(run => run.Function < 2).Select(run => FeatureStudyTests.Of(run, 0.25 + (run.Arm == Arm.RegCls ? 0.0625 : 0) + 0.5 * run.Function)),
        ];
        string features = Json(HiddenFeaturesFigure.Create(records, "test"));
        Assert.Contains("[0.5625]", features.Replace(" ", "", StringComparison.Ordinal));
        Assert.Contains("\"xaxis6\"", features);
        Assert.Contains("got none", Assert.Throws<ArgumentException>(() => HiddenFeaturesFigure.Create([], "test")).Message);
    }
}
