using RegCls.Binning;
using RegCls.Data;
using RegCls.Losses;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Tests.Studies;

public class StudyTests
{
    private static Study<RunConfiguration> Small()
    {
        Study<RunConfiguration> smoke = Fig3Study.Create(Profile.Smoke);
        return smoke with { Configurations = [.. smoke.Configurations.Where(run => run.Sampling == Sampling.Severe)] };
    }

    [Fact]
    public void The_full_grid_is_that_of_the_paper_with_the_control()
    {
        IReadOnlyList<RunConfiguration> grid = Fig3Study.Create(Profile.Full).Configurations;
        Assert.Equal(600, grid.Count(run => run.Arm == Arm.Reg));
        Assert.Equal(600, grid.Count(run => run.Arm == Arm.ScaledReg));
        Assert.Equal(3000, grid.Count(run => run.Arm == Arm.RegCls));
        Assert.All(grid, run => Assert.Equal(80, run.Epochs));
        Assert.All(grid, run => Assert.Equal(StudySeeds.Training[StudySeeds.Data.ToList().IndexOf(run.DataSeed)], run.TrainingSeed));
        Assert.Equal(grid.Count, grid.Select(run => run.Hash).Distinct().Count());
    }

    [Theory]
    [InlineData(Profile.Smoke)]
    [InlineData(Profile.Quick)]
    [InlineData(Profile.Full)]
    public void Every_arm_gets_the_same_data_steps_and_published_settings(Profile profile)
    {
        foreach (IGrouping<object, RunConfiguration> group in Fig3Study.Create(profile).Configurations.GroupBy(object (run) => (run.Scenario, run.Sampling, run.Function, run.DataSeed)))
        {
            Assert.Single(group.Select(run => (run.Epochs, run.BatchSize, run.LearningRate, run.WeightDecay, run.TrainingSeed)).Distinct());
            Assert.Single(group.Where(run => run.Arm != Arm.Reg).Select(run => run.Lambda).Distinct());
            Assert.Equal(PublishedSettings.For(group.First().Scenario).Lambda, group.First(run => run.Arm == Arm.ScaledReg).Lambda);
            Assert.All(group.Where(run => run.Arm == Arm.Reg), run => Assert.Equal(1, run.Lambda));
        }
    }

    [Fact]
    public void A_hash_changes_with_every_field()
    {
        RunConfiguration run = Fig3Study.Create(Profile.Full).Configurations[^1];
        RunConfiguration[] others =
        [
            run with { Scenario = Scenario.Clean }, run with { Scenario = Scenario.Noisy(0.2) }, run with { Sampling = Sampling.Mild },
            run with { Variant = SamplingVariant.AsWritten }, run with { Function = 0 }, run with { DataSeed = 1 }, run with { TrainingSeed = 1 },
            run with { Arm = Arm.Reg }, run with { Classes = 3 }, run with { Lambda = 2 }, run with { LearningRate = 0.5 },
            run with { WeightDecay = 0 }, run with { Epochs = 79 }, run with { BatchSize = 128 },
            run with { ClassDefinition = ClassDefinition.Balanced }, run with { Hidden = HiddenLayers.Of(17, 17) }, run with { Optimiser = Optimiser.Sgd },
            run with { Selection = Selection.BestOnValidation }, run with { Loss = RegressionLoss.Huber }, run with { LossScale = 2 },
            run with { Precision = RegCls.Models.Precision.Double }, run with { ClassLoss = ClassLoss.Ordinal }, run with { Readout = Readout.ExpectedValue }, run with { Scaling = LossScaling.RunningMean },
            run with { Standardised = true }, run with { Noise = TrainingNoise.Heaped }, run with { Samples = 512 }, run with { IsForcedVectorised = true },
        ];
        Assert.Equal(others.Length, others.Select(other => other.Hash).Append(run.Hash).Distinct().Count() - 1);
        Assert.Equal(others.Length, typeof(RunConfiguration).GetProperties().Count(property => property.CanWrite) + 1);
        Assert.Equal(run.Hash, (run with { }).Hash);
    }

    [Fact]
    public void A_published_run_has_the_hash_under_which_it_is_recorded() =>
        Assert.Equal("616b220960c2366b", Fig3Study.Create(Profile.Full).Configurations.First(run => run is { Arm: Arm.Reg, Function: 0, DataSeed: 2732, Sampling: Sampling.Uniform, Scenario.Kind: ScenarioKind.Clean }).Hash);

    [Fact]
    public void A_study_that_was_stopped_ends_with_the_records_of_an_undisturbed_one()
    {
        using TemporaryFolder folder = new();
        IReadOnlyList<RunRecord> undisturbed = StudyRunner.Run(Small(), workers: 1);

        RecordFile<RunRecord> file = new(Path.Combine(folder.FullPath, "records", "small.csv"));
        int stops = 0;
        for (bool finished = false; !finished;)
        {
            using CancellationTokenSource source = new();
            int reports = 0;
            try
            {
                StudyRunner.Run(Small(), file, new ImmediateProgress<double>(_ => { if (++reports == 3) { source.Cancel(); } }), workers: 1 + stops % 2, source.Token);
                finished = true;
            }
            catch (OperationCanceledException)
            {
                stops++;
                // As if the process had been killed while it wrote a line.
                File.AppendAllText(file.Path, "Clean,0,Severe,AsRel");
            }
        }

        Assert.True(stops >= 4);
        Assert.Equal(Sorted(undisturbed), Sorted(file.Read()));
        Assert.DoesNotContain("Clean,0,Severe,AsRelC", File.ReadAllText(file.Path));

        static IEnumerable<(string, double, double, double, double)> Sorted(IEnumerable<RunRecord> records) =>
            records.Select(record => (record.Configuration.Hash, record.TrainMse, record.ValidationMse, record.TestMse, record.ClassAccuracy)).Order();
    }

    [Fact]
    public void An_edited_record_or_another_file_is_refused_with_file_and_line()
    {
        using TemporaryFolder folder = new();
        RecordFile<RunRecord> file = new(Path.Combine(folder.FullPath, "records.csv"));
        StudyRunner.Run(Small() with { Configurations = [.. Small().Configurations.Take(2)] }, file, workers: 1);
        string good = File.ReadAllText(file.Path);

        File.WriteAllText(file.Path, good.Replace(",256,", ",128,", StringComparison.Ordinal));
        Assert.Contains("line 2", Assert.Throws<InvalidDataException>(file.Read).Message);
        File.WriteAllText(file.Path, "age,path,split\n1,a.jpg,train\n");
        Assert.Contains("scenario, noise, sampling", Assert.Throws<InvalidDataException>(file.Read).Message);
    }

    [Fact]
    public void Records_survive_the_file_to_the_last_bit()
    {
        using TemporaryFolder folder = new();
        RecordFile<RunRecord> file = new(Path.Combine(folder.FullPath, "records.csv"));
        IReadOnlyList<RunRecord> records = StudyRunner.Run(Small() with { Configurations = [.. Small().Configurations.Take(4)] }, file, workers: 1);
        Assert.Equal(
            records.Select(record => record with { Seconds = 0 }).OrderBy(record => record.Configuration.Hash),
            file.Read().Select(record => record with { Seconds = 0 }).OrderBy(record => record.Configuration.Hash));
    }
}
