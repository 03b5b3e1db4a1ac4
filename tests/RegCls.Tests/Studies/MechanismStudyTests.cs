using MathNet.Numerics.Distributions;
using RegCls.Binning;
using RegCls.Data;
using RegCls.Studies;
using RegCls.Theory;
using RegCls.Training;

namespace RegCls.Tests.Studies;

public class MechanismStudyTests
{
    private static readonly RunConfiguration Run = MechanismStudy.Create(Profile.Smoke).Configurations.First(run => run.Arm == Arm.RegCls).Training;

    [Fact]
    public void The_measure_is_a_slow_rewrite_of_its_definition()
    {
        FunctionDataSet data = Run.GenerateData();
        using TrainedReplica model = StudyRunner.Train(Run with { Epochs = 3 }, data);
        MechanismMeasure measure = MechanismMeasure.Of(model, data, 16);

        double[] f = model.Predict(data.Train.Inputs), g = model.Predict(data.Test.Inputs);
        double sigma = Math.Sqrt(Enumerable.Range(0, f.Length).Average(i => Math.Pow(f[i] - data.Train.Targets[i], 2)));
        double low = data.Train.Targets.Min(), high = data.Train.Targets.Max();
        int Class(double y) => Math.Clamp((int)Math.Floor((y - low) / (high - low) * 16), 0, 15);
        double[] p = new double[16];
        foreach (double y in data.Train.Targets)
        {
            p[Class(y)] += 1.0 / f.Length;
        }

        double[] Posterior(double mean)
        {
            double[] masses = [.. Enumerable.Range(0, 16).Select(c => Normal.CDF(mean, sigma, low + (high - low) * (c + 1) / 16) - Normal.CDF(mean, sigma, low + (high - low) * c / 16))];
            return [.. masses.Select(mass => mass / masses.Sum())];
        }

        double CrossEntropy(double[] predictions, double[] targets) => predictions.Zip(targets, (mean, y) => -Math.Log(Posterior(mean)[Class(y)])).Average();
        double Nll(double[] predictions, double[] targets) => predictions.Zip(targets, (mean, y) => -Normal.PDFLn(mean, sigma, y)).Average();
        double gap = g.Zip(data.Test.Targets, (mean, y) => Math.Abs(Math.Log(p[Class(y)]) - Math.Log(Posterior(mean).Zip(p, (q, share) => q * share).Sum()))).Average();
        Assert.Equal(CrossEntropy(f, data.Train.Targets), measure.TrainingCrossEntropy, 1e-6);
        Assert.Equal(CrossEntropy(g, data.Test.Targets), measure.BalancedCrossEntropy, 1e-6);
        Assert.Equal(gap, measure.Gap, 1e-6);
        Assert.Equal(Nll(g, data.Test.Targets) - Nll(f, data.Train.Targets), measure.LikelihoodDifference, 1e-6);

        double[] head = model.ClassProbabilities(data.Test.Inputs)!;
        Assert.Equal(data.Test.Count, head.Sum(), 1e-2);
        Assert.Equal(data.Test.Targets.Select((y, i) => -Math.Log(head[16 * i + Class(y)])).Average(), measure.HeadCrossEntropy, 1e-9);
        Assert.Equal(model.ClassAccuracy(data.Test.Inputs, ClassRanges.FromTargets(data.Train.Targets, 16).Labels(data.Test.Targets)), data.Test.Targets.Select((y, i) => head.AsSpan(16 * i, 16).ToArray().Max() == head[16 * i + Class(y)] ? 1.0 : 0).Average(), 1e-3);
        Assert.InRange(measure.HeadGap, 0.01, Math.Log(p.Max() / p.Min()));
    }

    [Fact]
    public void Without_a_head_there_is_nothing_of_a_head()
    {
        MechanismRecord record = MechanismStudy.Run(MechanismStudy.Create(Profile.Smoke)).First(record => record.Configuration.Arm == Arm.ScaledReg);
        Assert.True(double.IsNaN(record.Measure.HeadCrossEntropy) && double.IsNaN(record.Measure.HeadGap));
        Assert.True(record.Measure.BalancedCrossEntropy > 0);
    }

    [Fact]
    public void A_training_that_is_stopped_early_is_the_longer_one_at_that_epoch()
    {
        // The best epoch of eight, kept by the trainer, against trainings of one to eight epochs.
        RunConfiguration run = Run with { Arm = Arm.ScaledReg, Classes = 0, LearningRate = 0.3 };
        FunctionDataSet data = run.GenerateData();
        double[] inputs = data.Test.Inputs.Take(200).ToArray();
        double[] Predictions(int epochs, Selection selection)
        {
            using TrainedReplica model = StudyRunner.Train(run with { Epochs = epochs, Selection = selection }, data);
            return model.Predict(inputs);
        }

        double[] best = Predictions(8, Selection.BestOnValidation);
        int[] equal = [.. Enumerable.Range(1, 8).Where(epochs => Predictions(epochs, Selection.LastEpoch).SequenceEqual(best))];
        Assert.InRange(Assert.Single(equal), 1, 7);
    }

    [Fact]
    public void The_grid_is_what_it_says_and_its_records_survive_the_file()
    {
        Assert.Equal(2_100, MechanismStudy.Create(Profile.Full).Configurations.DistinctBy(run => run.Hash).Count());
        Assert.Equal(63, MechanismStudy.Create(Profile.Quick).Configurations.Count);
        Assert.Empty(MechanismStudy.Create(Profile.Full).Configurations.Select(run => run.Hash).Intersect(Fig3Study.Create(Profile.Full).Configurations.Select(run => run.Hash)));

        using TemporaryFolder folder = new();
        RecordFile<MechanismRecord> file = new(Path.Combine(folder.FullPath, "mechanism.csv"));
        IReadOnlyList<MechanismRecord> trained = MechanismStudy.Run(MechanismStudy.Create(Profile.Smoke), file);
        Assert.Equal(12, trained.Count);
        // Nothing is trained again: the records are those of the file, whose seconds have two digits.
        Assert.Equal(file.Read().OrderBy(record => record.Configuration.Hash), MechanismStudy.Run(MechanismStudy.Create(Profile.Smoke), file).OrderBy(record => record.Configuration.Hash));
        Assert.Equal(trained.Select(record => record.Measure), MechanismStudy.Run(MechanismStudy.Create(Profile.Smoke), file).Select(record => record.Measure));
    }
}
