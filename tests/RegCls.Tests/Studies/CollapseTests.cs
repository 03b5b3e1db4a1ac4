using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Tests.Studies;

public class CollapseTests
{
    private static readonly Study<RunConfiguration> Whole = CollapseStudy.Create(Profile.Full);

    [Fact]
    public void The_grid_has_every_decade_and_the_reverse_control()
    {
        Assert.Equal(13_200, Whole.Configurations.DistinctBy(run => run.Hash).Count());
        foreach (Scenario scenario in Fig4Study.Scenarios)
        {
            double lambda = PublishedSettings.For(scenario).Lambda;
            Assert.Equal(50, Whole.Configurations.Count(run => run.Scenario == scenario && run.Arm == Arm.RegCls && run.Lambda == lambda && run.Optimiser == Optimiser.Adam && run.WeightDecay == 1e-3 * lambda));
        }
    }

    [Fact]
    public void Errors_that_depend_on_the_ratio_alone_are_one_curve()
    {
        RunRecord[] records = Records(run => run.WeightDecay / run.Lambda is > 3e-7 and < 3e-3 ? 0.2 : 0.9);
        CollapseFit fit = CollapseFit.Of(CollapsePoint.Of(records, Scenario.Clean, Sampling.Severe));
        Assert.Equal((1, 0, 42), (Math.Round(fit.Explained, 12), Math.Round(fit.Spread, 12), fit.Pairs));
        IReadOnlyList<Verdict> verdicts = CollapseFamily.Judge(records, Scenario.Clean, Sampling.Severe);
        Assert.Equal(Outcome.Equivalent, verdicts[0].Outcome);
        Assert.Equal(Outcome.Equivalent, verdicts[1].Outcome);

        // The published λ with its own decay is better than reg; with the decay times λ it is reg.
        Assert.Equal(0, verdicts[2].Question.Effect.Value, 1e-12);
    }

    [Fact]
    public void Errors_that_depend_on_the_decay_alone_are_not()
    {
        RunRecord[] records = Records(run => 0.2 - 0.1 * Math.Log10(run.WeightDecay + 1e-9) / 9);
        CollapseFit fit = CollapseFit.Of(CollapsePoint.Of(records, Scenario.Clean, Sampling.Severe));
        Assert.InRange(fit.Explained, 0, 0.7);
        Assert.True(fit.Spread > 0.01);
        Assert.Equal(Outcome.Opposite, CollapseFamily.Judge(records, Scenario.Clean, Sampling.Severe)[0].Outcome);
    }

    [Fact]
    public void What_seeds_give_to_a_mean_is_the_root_of_the_functions_variances()
    {
        // Two functions, two seeds: errors 1 and 3, and 5 and 5. Variances 2 and 0, of means 1 and 0, of the mean of both 1/4.
        RunConfiguration[] runs = [.. Whole.Configurations.Where(run => run is { Arm: Arm.Reg, WeightDecay: 1e-3, Optimiser: Optimiser.Adam, Sampling: Sampling.Severe, Function: < 2 } && run.Scenario == Scenario.Clean && StudySeeds.Data.Take(2).Contains(run.DataSeed))];
        double[,] errors = { { 1, 3 }, { 5, 5 } };
        CollapsePoint point = Assert.Single(CollapsePoint.Of(runs.Select(run => MadeUpRecords.Of(run) with { TestMse = errors[run.Function, run.DataSeed == StudySeeds.Data[0] ? 0 : 1] }), Scenario.Clean, Sampling.Severe));
        Assert.Equal((3.5, 0.5), (point.TestMse, point.SeedDeviation));
    }

    [Fact]
    public void Settings_are_chosen_on_validation_from_the_same_grid_for_every_arm()
    {
        RunRecord[] records = Records(run => Math.Abs(Math.Log10(run.Lambda) - 3) + Math.Abs(Math.Log10(run.WeightDecay + 1e-9) + 2) + 1);
        Assert.Equal((1e3, 1e-2), CollapseFamily.Choose(records, Arm.RegCls, Optimiser.Adam));
        Assert.Equal((1e3, 1e-2), CollapseFamily.Choose(records, Arm.ScaledReg, Optimiser.AdamW));
        Assert.Equal((1, 1e-2), CollapseFamily.Choose(records, Arm.Reg, Optimiser.Adam));
    }

    // Clean, severe; a little of each function's own, so that intervals have a width.
    private static RunRecord[] Records(Func<RunConfiguration, double> error) =>
    [
        .. Whole.Configurations.Where(run => run.Scenario == Scenario.Clean && run.Sampling == Sampling.Severe)
            .Select(run => MadeUpRecords.Of(run) with { TestMse = error(run) * (1 + 0.01 * run.Function), ValidationMse = error(run) }),
    ];
}
