using System.Text.RegularExpressions;
using Deedle;
using Plotly.NET;
using RegCls.Binning;
using RegCls.Data;
using RegCls.Figures;
using RegCls.Studies;
using RegCls.Tests.Studies;
using RegCls.Training;

namespace RegCls.Tests.Figures;

public class Fig5FigureTests
{
    /// <summary>Records of made-up models of the whole study: what figure and table do with them can be worked out by hand.</summary>
    private static List<RunRecord> Records(Profile profile = Profile.Full) => [.. Fig5Study.Create(profile).Configurations.Select(run => MadeUpRecords.Of(run) with { TestMse = Made(run) })];

    // reg loses (function + 1) / 10 above the floor with imbalanced sampling and half of it with uniform; each step to the next arm wins back a tenth of 1.
    private static double Made(RunConfiguration run)
    {
        double noise = run.Scenario.NoiseStandardDeviation;
        double excess = (run.Function + 1) / 10.0 * (run.Sampling == Sampling.Uniform ? 0.5 : 1);
        int steps = run.Arm switch { Arm.Reg => 0, Arm.ScaledReg => 1, _ => run.ClassDefinition == ClassDefinition.Uniform ? 2 : 3 };
        return (noise * noise) + excess + 1 - (steps * 0.1);
    }

    private static string Json(GenericChart chart) => Regex.Unescape(GenericChart.toFigureJson(chart));

    [Fact]
    public void A_panel_for_each_noise_and_sampling_says_what_was_run()
    {
        string figure = Json(Fig5Figure.Create(Records(), "full run, recorded"));
        Assert.Contains("\"xaxis16\"", figure, StringComparison.Ordinal);
        Assert.DoesNotContain("\"xaxis17\"", figure, StringComparison.Ordinal);
        Assert.Contains("full run, recorded: 10 functions × 5 seeds, 80 epochs, 9,600 models", figure, StringComparison.Ordinal);
        Assert.All(["σ = 0.05", "σ = 1", "severe"], text => Assert.Contains(text, figure, StringComparison.Ordinal));
        Assert.Contains("\"yaxis8\"", Json(Fig5Figure.Create(Records(Profile.Quick), "quick run, live")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_floor_is_the_square_of_the_noise_and_both_kinds_of_classes_are_drawn()
    {
        string figure = Json(Fig5Figure.Create(Records(), "test"));
        Assert.All([0.05 * 0.05, 0.1 * 0.1, 0.25, 1], floor => Assert.Contains(FormattableString.Invariant($"[{floor:R}{(floor == 1 ? ".0" : "")},{floor:R}{(floor == 1 ? ".0" : "")}]"), figure.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal));
        string changed = Json(Fig5Figure.Create([.. Records().Select(record => record.Configuration is { ClassDefinition: ClassDefinition.Balanced, Classes: 64, Sampling: Sampling.Mild } ? record with { TestMse = record.TestMse + 1 } : record)], "test"));
        Assert.NotEqual(figure, changed);
        Assert.All(["\"reg\"", "\"scaled reg\"", "\"reg+cls\"", "\"reg+cls balanced\"", "\"σ²\""], name => Assert.Contains("\"name\":" + name, figure, StringComparison.Ordinal));
    }

    [Fact]
    public void The_table_says_what_reg_loses_above_the_floor_and_what_each_step_wins_back()
    {
        Frame<int, string> table = Fig5Table.Create(Records());
        Assert.Equal(8, table.RowCount);
        // The mean of 0.1 to 1.0 is 0.55, half of it with uniform sampling; above the floor all lose 1 more.
        Assert.Equal(["uniform", "0.05", "1.275"], Row(0)[..3]);
        Assert.Equal(["imbalanced", "1", "1.550"], Row(7)[..3]);
        Assert.All(Enumerable.Range(0, 8), row => Assert.Equal(["−0.100 [−0.100, −0.100]", "−0.100 [−0.100, −0.100]", "−0.200 [−0.200, −0.200]"], Row(row)[3..]));
        Assert.Equal(["scaled reg − reg", "reg+cls − scaled reg", "reg+cls balanced − scaled reg"], table.ColumnKeys.Skip(3));

        string[] Row(int row) => [.. table.ColumnKeys.Select(column => (string)table.GetColumn<object>(column)[row])];
    }

    [Fact]
    public void How_well_classes_can_be_known_is_drawn_beside_what_was_reached()
    {
        List<RunRecord> records = Records(Profile.Smoke);
        string figure = Json(NoisyClassesFigure.Create(records, "smoke run, live"));
        Assert.Contains("2 functions × 1 seed, 1 epoch, 8 models", figure, StringComparison.Ordinal);
        double reached = records.Where(record => record.Configuration is { Arm: Arm.RegCls, ClassDefinition: ClassDefinition.Uniform } run && run.Scenario == Scenario.Noisy(0.5)).Average(record => record.ClassAccuracy);
        Assert.Contains(FormattableString.Invariant($"{reached}"), figure, StringComparison.Ordinal);
        Assert.Contains("got none", Assert.Throws<ArgumentException>(() => NoisyClassesFigure.Create([.. records.Where(record => record.Configuration.Classes == 0)], "test")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_share_of_noise_is_that_of_the_variance()
    {
        FunctionDataSet[] dataSets = [.. Fig5Study.Noises.Select(noise => FunctionDataGenerator.Generate(SumOfSines.Published[0], 0, Scenario.Noisy(noise), Sampling.Uniform, StudySeeds.Data[0]))];
        string figure = Json(NoiseFigure.Create(dataSets));
        foreach (FunctionDataSet data in dataSets)
        {
            // The test targets are f(x) and independent noise, so their variance is the sum of both.
            double mean = data.Test.Targets.Average(), variance = data.Test.Targets.Average(target => (target - mean) * (target - mean));
            double noise = data.Scenario.NoiseStandardDeviation, share = 100 * noise * noise / variance;
            Match title = Regex.Match(figure, FormattableString.Invariant($"σ = {noise}: ([0-9.]+) % noise"));
            Assert.Equal(share, double.Parse(title.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), 1.5);
        }
    }

    [Fact]
    public void Without_data_a_figure_is_refused()
    {
        Assert.Contains("got none", Assert.Throws<ArgumentException>(() => Fig5Figure.Create([], "test")).Message, StringComparison.Ordinal);
        Assert.Contains("got none", Assert.Throws<ArgumentException>(() => NoiseFigure.Create([])).Message, StringComparison.Ordinal);
    }
}
