using RegCls.Data;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Tests.Studies;

public class DeviationsStudyTests
{
    [Fact]
    public void Each_deviation_changes_one_thing_and_all_arms_alike()
    {
        Study<RunConfiguration> full = DeviationsStudy.Create(Profile.Full);
        Assert.Equal(3300, full.Configurations.Select(run => run.Hash).Distinct().Count());
        foreach (Deviation deviation in DeviationsStudy.Deviations)
        {
            RunConfiguration[] runs = [.. full.Configurations.Where(deviation.Includes)];
            int samplings = deviation.Name.StartsWith("peak", StringComparison.Ordinal) ? 1 : 2;
            Assert.Equal(2 * samplings * 10 * 5 * 3, runs.Length);
            Assert.Equal(3, runs.Select(run => run.Arm).Distinct().Count());
            Assert.Single(runs.Select(run => (run.Variant, run.Selection, run.WeightDecay, run.Optimiser)).Distinct());
        }

        Assert.Equal(full.Configurations.Count, DeviationsStudy.Deviations.Sum(deviation => full.Configurations.Count(deviation.Includes)));
    }

    [Fact]
    public void As_released_means_the_models_of_Fig_3()
    {
        HashSet<string> fig3 = [.. Fig3Study.Create(Profile.Full).Configurations.Select(run => run.Hash)];
        Assert.All(DeviationsStudy.Create(Profile.Full).Configurations.Where(DeviationsStudy.Deviations[0].Includes), run => Assert.Contains(run.Hash, fig3));
    }

    [Fact]
    public void Every_arm_of_the_limits_has_the_same_trials_and_shares_their_draws()
    {
        Study<RunConfiguration> full = LimitsStudy.Create(Profile.Full);
        Assert.Equal(2970, full.Configurations.Select(run => run.Hash).Distinct().Count());
        foreach (LimitsSetting setting in LimitsStudy.Settings)
        {
            foreach (int function in LimitsStudy.Functions)
            {
                ILookup<Arm, RunConfiguration> arms = full.Configurations.Where(run => run.Function == function && setting.Includes(run)).ToLookup(run => run.Arm);
                Assert.All(Enum.GetValues<Arm>(), arm => Assert.Equal(30, arms[arm].Count()));
                Assert.Equal(arms[Arm.RegCls].Select(run => (run.LearningRate, run.Lambda, run.LossScale)), arms[Arm.ScaledReg].Select(run => (run.LearningRate, run.Lambda, run.LossScale)));
                Assert.Equal(arms[Arm.RegCls].Select(run => run.LearningRate), arms[Arm.Reg].Select(run => run.LearningRate));
                Assert.All(arms[Arm.RegCls], run => Assert.InRange(run.Lambda, 0.1, 1000));
            }
        }
    }

    [Fact]
    public void Depths_have_as_many_parameters_as_integers_allow()
    {
        int reference = Count(LimitsStudy.Settings.Single(setting => setting is { Factor: "width", Value: "17" }));
        foreach (LimitsSetting setting in LimitsStudy.Settings.Where(setting => setting.Factor == "depth"))
        {
            int layers = setting.Hidden.Widths.Count, width = setting.Hidden.Widths[0];
            int Off(int w) => Math.Abs(Count(setting with { Hidden = HiddenLayers.Of([.. Enumerable.Repeat(w, layers)]) }) - reference);
            Assert.True(Off(width) <= Off(width - 1) && Off(width) <= Off(width + 1));
        }

        static int Count(LimitsSetting setting) => new RegCls.Models.MlpShape(1, setting.Hidden.Widths, 0).ParameterCount;
    }

    [Theory]
    [InlineData("deviations")]
    [InlineData("limits")]
    public void The_quick_profile_is_a_part_of_the_full_one(string name)
    {
        StudyEntry entry = StudyCatalogue.Find(name)!;
        HashSet<string> full = [.. entry.Create(Profile.Full).Runs.Select(run => run.Hash)];
        Assert.All(entry.Create(Profile.Quick).Runs, run => Assert.Contains(run.Hash, full));
    }

    [Fact]
    public void A_search_that_is_stopped_between_batches_ends_with_the_records_of_an_undisturbed_one()
    {
        using TemporaryFolder folder = new();
        Study<RunConfiguration> smoke = LimitsStudy.Create(Profile.Smoke);
        IReadOnlyList<RunRecord> undisturbed = StudyRunner.Run(smoke, workers: 1);
        RecordFile<RunRecord> file = new(Path.Combine(folder.FullPath, "limits.csv"));

        // As if the process had been killed while it recorded a batch: some of its models are there, some are not.
        foreach (RunRecord record in undisturbed.Where((_, i) => i % 3 == 1))
        {
            file.Append(record);
        }

        StudyRunner.Run(smoke, file, workers: 2);
        Assert.Equal(Sorted(undisturbed), Sorted(file.Read()));

        static IEnumerable<(string, double, double)> Sorted(IEnumerable<RunRecord> records) =>
            records.Select(record => (record.Configuration.Hash, record.TrainMse, record.TestMse)).Order();
    }
}
