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
        IReadOnlyList<RunConfiguration> full = FeatureStudy.Configurations(Profile.Full);
        Assert.Equal(2 * 10 * 5 * 3, full.Count);
        Assert.All(full, run => Assert.Contains(run.Hash, fig3));
        Assert.All(FeatureStudy.Configurations(Profile.Quick), run => Assert.Contains(run, full));
        Assert.Equal(6, FeatureStudy.Configurations(Profile.Smoke).Count);
    }

    [Fact]
    public void What_is_measured_is_the_layer_below_the_head()
    {
        IReadOnlyList<FeatureRecord> records = FeatureStudy.Run(Profile.Smoke, workers: 1);
        Assert.All(records, record => Assert.InRange(record.Features.ActiveUnits, 2, 15));

        // By hand: weights of the last hidden layer and of the head give the prediction from the features.
        RunConfiguration run = records[0].Configuration;
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
    public void A_file_gives_back_what_was_written_and_a_strange_line_is_told()
    {
        List<FeatureRecord> records = [.. FeatureStudy.Configurations(Profile.Full).Take(9).Select((run, i) => new FeatureRecord(run, new HiddenFeatures(0.1 + 0.05 * i, 3.5, 12)))];
        string path = Path.Combine(folder.FullPath, "features.csv");
        FeatureFile.Write(path, records);
        Assert.Equal(records, FeatureFile.Read(path));
        File.WriteAllText(path, File.ReadAllText(path).Replace(records[4].Configuration.Hash, "0123456789abcdef", StringComparison.Ordinal));
        Assert.Contains("line 6: the hash 0123456789abcdef is that of no model", Assert.Throws<InvalidDataException>(() => FeatureFile.Read(path)).Message);
        File.WriteAllText(path, "a,b\n1,2\n");
        Assert.Contains("expected the columns scenario", Assert.Throws<InvalidDataException>(() => FeatureFile.Read(path)).Message);
    }

    [Fact]
    public void The_questions_are_paired_over_functions()
    {
        List<FeatureRecord> records = [.. FeatureStudy.Configurations(Profile.Full).Select(run => new FeatureRecord(run, new HiddenFeatures(0.3 + 0.01 * run.Function - (run.Arm == Arm.RegCls ? 0.1 : 0) + (run.Arm == Arm.Reg ? 0.05 : 0), 5, 15)))];
        IReadOnlyList<Verdict> verdicts = FeatureStudy.Judge(records, Scenario.Noisy(0.1));
        Assert.Equal(["noisy: correlation of hidden units, reg+cls − reg", "noisy: correlation of hidden units, reg+cls − scaled reg"], verdicts.Select(verdict => verdict.Question));
        Assert.Equal([-0.15, -0.1], verdicts.Select(verdict => Math.Round(verdict.Comparison.MeanDifference, 9)));
        Assert.All(verdicts, verdict => Assert.Equal((10, 50, Outcome.Holds), (verdict.Comparison.Functions, verdict.Comparison.Runs, verdict.Outcome)));
    }
}
