using System.Text.Json.Nodes;
using Plotly.NET;
using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Figures;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Tests.Figures;

public class DifferencesFigureTests
{
    [Fact]
    public void A_row_is_in_percent_of_the_other_arm_s_error_and_says_so_under_the_pointer()
    {
        // Against reg 0.3 of 1.0 less on average, against the control nothing.
        Effect reg = Effect.Of([(0.5, 1), (0.9, 1), (0.7, 1)], "MSE", "functions"), control = Effect.Of([(1, 2), (2, 2), (3, 2)], "MSE", "functions");
        Fig3Comparison[] comparisons = [new(Scenario.Clean, Sampling.Severe, 16, Arm.RegCls, Arm.Reg, reg), new(Scenario.Clean, Sampling.Severe, 16, Arm.RegCls, Arm.ScaledReg, control), new(Scenario.Clean, Sampling.Severe, 4, Arm.RegCls, Arm.Reg, control)];
        JsonNode[] drawn = [.. JsonNode.Parse(GenericChart.toFigureJson(DifferencesFigure.Create(comparisons, 16, "Fig. 3")))!["data"]!.AsArray().Where(trace => trace!["error_x"] is not null)!];
        Assert.Equal(2, drawn.Length);
        Assert.Equal(-30, Assert.Single(drawn[0]["x"]!.AsArray())!.GetValue<double>(), 1e-9);
        Assert.Equal(0, Assert.Single(drawn[1]["x"]!.AsArray())!.GetValue<double>(), 1e-9);
        Assert.Equal(100 * (reg.High - reg.Value), drawn[0]["error_x"]!["array"]![0]!.GetValue<double>(), 1e-9);
        Assert.Equal(50 * (control.Value - control.Low), drawn[1]["error_x"]!["arrayminus"]![0]!.GetValue<double>(), 1e-9);
        Assert.StartsWith("clean, severe, against reg, as in the paper: −30 % [", drawn[0]["text"]![0]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => DifferencesFigure.Create(comparisons, 64, "Fig. 3"));
    }

    [Fact]
    public void Each_position_of_the_slider_has_the_predictions_of_a_network_trained_with_that_decay()
    {
        RunConfiguration[] runs = [.. Fig3Study.Create(Profile.Smoke).WithEpochs(1).Configurations.GroupBy(DataSetKey.Of).First().Take(2)];
        double[] decays = [0, 0.1];
        JsonNode figure = JsonNode.Parse(GenericChart.toFigureJson(PredictionsFigure.OverDecays(runs, decays, start: 1)))!;
        JsonNode[] fits = [.. figure["data"]!.AsArray().Where(trace => trace!["meta"] is not null)!];
        Assert.Equal([0, 1, 0, 1], fits.Select(fit => fit["meta"]!.GetValue<int>()));
        Assert.Equal([false, true, false, true], fits.Select(fit => fit["visible"]!.GetValue<bool>()));
        Assert.Equal(1, figure["layout"]!["meta"]!["start"]!.GetValue<int>());
        for (int i = 0; i < fits.Length; i++)
        {
            RunConfiguration run = runs[i / 2] with { WeightDecay = decays[i % 2] };
            using TrainedReplica trained = StudyRunner.Train(run, run.GenerateData());
            double[] x = [.. fits[i]["x"]!.AsArray().Select(value => value!.GetValue<double>())], y = [.. fits[i]["y"]!.AsArray().Select(value => value!.GetValue<double>())];
            Assert.All(trained.Predict(x).Zip(y), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
        }

        Assert.Throws<ArgumentException>(() => PredictionsFigure.OverDecays([runs[0], runs[0] with { Function = 7 }], decays, 0));
    }

    [Fact]
    public void Each_position_of_the_slider_of_classes_counts_every_sample_once_and_says_how_many_ranges_are_left()
    {
        FunctionDataSet data = FunctionDataGenerator.Generate(SumOfSines.Published[0], 0, Scenario.Clean, Sampling.Severe, StudySeeds.Data[0]);
        JsonNode figure = JsonNode.Parse(GenericChart.toFigureJson(BalancedClassesFigure.OverClasses(data, [4, 16], start: 0)))!;
        for (int position = 0; position < 2; position++)
        {
            double[][] bars = [.. figure["data"]!.AsArray().Where(trace => trace!["meta"]!.GetValue<int>() == position).Select(trace => trace!["y"]!.AsArray().Select(value => value!.GetValue<double>()).ToArray())];
            Assert.Equal(4, bars.Length);
            Assert.Equal(new[] { 4, 16 }[position], bars[0].Length);
            Assert.Equal((data.Train.Count, data.Train.Count), (bars[0].Sum(), bars[1].Sum()));
            Assert.Equal(bars[1].Min() / bars[1].Max(), bars[2].Min(), 1e-9);
            Assert.True(bars[3].Zip(bars[1]).All(pair => pair.First <= pair.Second));
            Assert.EndsWith($"leaves {bars[1].Length}", figure["layout"]!["meta"]!["positions"]![position]!.GetValue<string>(), StringComparison.Ordinal);
        }
    }
}
