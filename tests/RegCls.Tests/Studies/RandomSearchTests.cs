using RegCls.Data;
using RegCls.Studies;
using RegCls.Studies.Searches;
using RegCls.Training;

namespace RegCls.Tests.Studies;

public class RandomSearchTests
{
    private static readonly RandomSearch Search = SearchCatalogue.Tuned;

    public static TheoryData<string> Names => [.. SearchCatalogue.All.Select(search => search.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_arm_has_the_same_budget(string name)
    {
        RandomSearch search = SearchCatalogue.All.Single(search => search.Name == name);
        IReadOnlyList<RunConfiguration> runs = search.Create(Profile.Full).Configurations;
        Assert.Equal(search.Conditions.Count * search.Arms.Count * search.Trials * search.Functions.Count, runs.Count);
        var budgets = runs.GroupBy(run => (run.Arm, run.Optimiser, run.ClassLoss, run.Readout, IsAlone: run.Lambda == 0)).Select(arm => arm.Count()).Distinct();
        Assert.True(runs.Count == 0 || budgets.Count() == 1);
    }

    [Fact]
    public void A_trial_is_the_same_for_all_arms_and_only_what_is_its_own_differs()
    {
        IReadOnlyList<RunConfiguration> runs = Search.Create(Profile.Full).Configurations;
        RunConfiguration[] Of(Arm arm, Optimiser optimiser) => [.. runs.Where(run => run.Arm == arm && run.Optimiser == optimiser && run.Function == 4 && run.Sampling == Sampling.Severe && run.Scenario == Scenario.Clean)];
        RunConfiguration[] classes = Of(Arm.RegCls, Optimiser.Adam), control = Of(Arm.ScaledReg, Optimiser.Adam), reg = Of(Arm.Reg, Optimiser.Adam), decoupled = Of(Arm.RegCls, Optimiser.AdamW);
        Assert.Equal(30, classes.Length);
        Assert.Equal(control, classes.Select(run => run with { Arm = Arm.ScaledReg, Classes = 0 }));
        Assert.Equal(reg, classes.Select(run => run with { Arm = Arm.Reg, Classes = 0, Lambda = 1 }));
        Assert.All(classes.Zip(decoupled), pair => Assert.Equal(1000 * pair.First.WeightDecay, pair.Second.WeightDecay, 1e-3 * pair.Second.WeightDecay));
        Assert.InRange(classes.Min(run => run.LearningRate), 1e-4, 3e-3);
        Assert.InRange(classes.Max(run => run.LearningRate), 3e-3, 3e-2);
        Assert.InRange(classes.Count(run => run.WeightDecay == 0), 1, 14);
        Assert.True(classes.Max(run => run.Lambda) > 1e3 && classes.Min(run => run.Lambda) < 0.1);
    }

    [Fact]
    public void The_lowest_mean_over_functions_is_chosen_and_never_a_trial_that_diverged_once()
    {
        RandomSearch small = Search with { Under = () => [Search.Conditions[0]], Arms = [SearchArm.Reg.WithAdam()], Trials = 4, Functions = [0, 2] };

        // Means over the two functions: 3, 2, 1 but once not a number, 2.5.
        double[,] errors = { { 1, 5 }, { 2, 2 }, { double.NaN, 0 }, { 5, 0 } };
        RunRecord[] records =
        [
            .. small.Create(Profile.Full).Configurations.Select(run => MadeUpRecords.Of(run) with
            {
                ValidationMse = errors[Enumerable.Range(0, 4).Single(trial => RandomTrial.Draw(trial).LearningRate == run.LearningRate), run.Function == 0 ? 0 : 1],
            }),
        ];
        ChosenTrial chosen = Assert.Single(small.Choose(records));
        Assert.Equal((1, 2.0, 1), (chosen.Trial, chosen.ValidationMse, chosen.Diverged));
        Assert.Contains("is not recorded", Assert.Throws<ArgumentException>(() => small.Choose(records[1..])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_written_down_is_what_the_records_choose(string name)
    {
        RandomSearch search = SearchCatalogue.All.Single(search => search.Name == name);
        if (DataFiles.TryFind($"recorded/{name}.csv") is not { } path)
        {
            Assert.Empty(ChosenTrial.Read(name));
            return;
        }

        IReadOnlyList<RunRecord> records = new RecordFile<RunRecord>(path).Read();
        Assert.Equal(search.Create(Profile.Full).Configurations.Select(run => run.Hash).Order(), records.Select(record => record.Configuration.Hash).Order());

        // Chosen once more, from the columns of the file alone: the setting of the lowest mean validation MSE, of each condition and arm.
        IReadOnlyList<ChosenTrial> chosen = ChosenTrial.Read(name);
        Assert.Equal(search.Conditions.Count * search.Arms.Count, chosen.Count);
        var settings = records
            .GroupBy(record => (record.Configuration with { Function = 0 }).Hash)
            .Select(setting => setting.Average(record => record.ValidationMse))
            .Where(double.IsFinite)
            .ToHashSet();
        Assert.All(chosen, choice => Assert.Contains(settings, mean => Math.Abs(mean - choice.ValidationMse) < 1e-12));
        Assert.Equal(ChosenTrial.Text(search.Choose(records)), ChosenTrial.Text(chosen));
    }

    [Fact]
    public void The_test_has_the_chosen_trials_on_all_functions_and_seeds()
    {
        foreach (RandomSearch search in SearchCatalogue.All.Where(search => search.IsTested))
        {
            IReadOnlyList<ChosenTrial> chosen = ChosenTrial.Read(search.Name);
            IReadOnlyList<RunConfiguration> runs = search.CreateTest(Profile.Full).Configurations;
            Assert.Equal(10 * search.TestSeeds.Count * chosen.Count, runs.Count);
            Assert.All(runs, run => Assert.Contains(search.TestSeeds, seed => seed == (run.DataSeed, run.TrainingSeed)));
        }
    }
}
