using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Theory;
using RegCls.Training;

namespace RegCls.Tests.Studies;

public sealed class FeatureStudyTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_models_are_those_of_Fig_3()
    {
        HashSet<string> fig3 = [.. Fig3Study.Create(Profile.Full).Configurations.Select(run => run.Hash)];
        IReadOnlyList<FeatureRun> full = FeatureStudy.Create(Profile.Full).Configurations;
        Assert.Equal(2 * 10 * 5 * 3, full.DistinctBy(run => run.Hash).Count());
        Assert.All(full, run => Assert.Contains(run.Training.Hash, fig3));
        Assert.All(full, run => Assert.DoesNotContain(run.Hash, fig3));
        Assert.All(FeatureStudy.Create(Profile.Quick).Configurations, run => Assert.Contains(run, full));
    }

    [Fact]
    public void What_is_measured_is_the_layer_below_the_head()
    {
        RecordFile<FeatureRecord> file = new(Path.Combine(folder.FullPath, "features.csv"));
        Study<FeatureRun> smoke = FeatureStudy.Create(Profile.Smoke);
        IReadOnlyList<FeatureRecord> records = FeatureStudy.Run(smoke, file);
        Assert.Equal(6, file.Read().Count);
        Assert.Equal(records.Select(record => record.Features), FeatureStudy.Run(smoke, file).Select(record => record.Features));
        Assert.All(records, record => Assert.InRange(record.Features.ActiveUnits, 2, 15));

        // By hand: weights of the last hidden layer and of the head give the prediction from the features.
        RunConfiguration run = records[0].Configuration.Training;
        using TrainedReplica trained = StudyRunner.Train(run, run.GenerateData());
        double[] inputs = [-0.7, 0.1, 0.6], features = trained.Features(inputs), predictions = trained.Predict(inputs);
        (TorchSharp.torch.Tensor weight, TorchSharp.torch.Tensor bias) = trained.Network.Layers().ElementAt(2);
        double[] head = [.. weight.to(TorchSharp.torch.ScalarType.Float64).contiguous().data<double>().ToArray()];
        for (int row = 0; row < 3; row++)
        {
            double sum = bias.item<float>() + Enumerable.Range(0, 15).Sum(unit => head[unit] * features[row * 15 + unit]);
            Assert.Equal(predictions[row], sum, 1e-5);
        }
    }

    [Fact]
    public void The_questions_are_paired_over_functions()
    {
        List<FeatureRecord> records = [.. FeatureStudy.Create(Profile.Full).Configurations.Select(run => Of(run, 0.3 + 0.01 * run.Function - (run.Arm == Arm.RegCls ? 0.1 : 0) + (run.Arm == Arm.Reg ? 0.05 : 0)))];
        IReadOnlyList<Verdict> verdicts = Families.HiddenUnits(records, Scenario.Noisy(0.1));
        Assert.Equal(["noisy: correlation of hidden units, reg+cls − reg", "noisy: correlation of hidden units, reg+cls − scaled reg"], verdicts.Select(verdict => verdict.Question.Text));
        Assert.Equal([-0.15, -0.1], verdicts.Select(verdict => Math.Round(verdict.Question.Effect.Value, 9)));
        Assert.All(verdicts, verdict => Assert.Equal((10, Outcome.Holds), (verdict.Question.Effect.Units, verdict.Outcome)));
    }

    [Fact]
    public void A_pair_with_a_dead_network_is_left_out()
    {
        List<FeatureRecord> records = [.. FeatureStudy.Create(Profile.Full).Configurations.Where(run => run.Scenario == Scenario.Clean).Select(run => Of(run, run.Arm == Arm.RegCls ? 0.5 : 0.75))];
        int dead = records.FindIndex(record => record.Configuration is { Arm: Arm.Reg, Function: 3 });
        records[dead] = records[dead] with { Features = new HiddenFeatures(double.NaN, double.NaN, 0) };
        Effect effect = Families.HiddenUnits(records, Scenario.Clean)[0].Question.Effect;
        Assert.Equal(10, effect.Units);
        Assert.Equal(-0.25, effect.Value, 1e-12);
        Assert.DoesNotContain("NaN", Plotly.NET.GenericChart.toFigureJson(RegCls.Figures.HiddenFeaturesFigure.Create(records, "test")));
    }

    internal static FeatureRecord Of(FeatureRun run, double correlation) => new() { Configuration = run, Features = new HiddenFeatures(correlation, 5, 15), Seconds = 1, Version = "0.0.1" };
}
