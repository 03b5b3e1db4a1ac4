using Plotly.NET;
using RegCls.Data;
using RegCls.Figures;

namespace RegCls.Tests.Figures;

public class DataFiguresTests
{
    private static FunctionDataSet Data(Scenario scenario, Sampling sampling) =>
        FunctionDataGenerator.Generate(SumOfSines.Published[2], 2, scenario, sampling, StudySeeds.Data[1]);

    [Fact]
    public void The_figures_of_the_data_name_what_they_show()
    {
        string scenarios = Text(ScenariosFigure.Create([Data(Scenario.Clean, Sampling.Uniform), Data(Scenario.OutOfDistribution, Sampling.Uniform)]));
        Assert.Contains("Fig. 1", scenarios);
        Assert.Contains("function 2", scenarios);
        Assert.Contains("out-of-distribution", scenarios);
        string samplings = Text(SamplingsFigure.Create([Data(Scenario.Clean, Sampling.Uniform), Data(Scenario.Clean, Sampling.Severe)]));
        Assert.Contains("severe (ratio 0.03)", samplings);
        Assert.Contains("share of samples", samplings);
        Assert.Contains("\"xaxis10\"", Text(FunctionsFigure.Create(SumOfSines.Published)));

        static string Text(GenericChart chart) => System.Text.RegularExpressions.Regex.Unescape(GenericChart.toFigureJson(chart));
    }

    [Fact]
    public void A_histogram_counts_every_target_once()
    {
        double[] targets = Data(Scenario.Clean, Sampling.Severe).Train.Targets;
        (double[] centres, double[] shares) = Histogram.Of(targets, targets.Min(), targets.Max(), 60);
        Assert.Equal(1, shares.Sum(), 1e-12);
        Assert.Equal(60, centres.Length);
        double width = centres[1] - centres[0];
        Assert.Equal(targets.Count(y => y >= centres[7] - width / 2 && y < centres[7] + width / 2) / (double)targets.Length, shares[7], 2.0 / targets.Length);
    }

    [Fact]
    public void Table_6_adds_up()
    {
        Deedle.Frame<int, string> table = NetworksTable.Create(16);
        int[] parameters = [.. table.GetColumn<int>("parameters").Values];
        Assert.Equal(parameters[..^1].Sum(), parameters[^1]);
        Assert.Equal(133 + 256, parameters[^1]);
    }
}
