using RegCls.Binning;
using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Tests.Studies;

public class Fig4StudyTests
{
    private static readonly Study<RunConfiguration> Full = Fig4Study.Create(Profile.Full);

    [Fact]
    public void An_entry_of_Tab_1_has_the_papers_1200_runs_and_every_arm_the_same_values_of_lambda()
    {
        foreach (var entry in Full.Configurations.Where(run => run.Arm == Arm.RegCls).GroupBy(run => (run.Scenario, run.Sampling, run.ClassDefinition)))
        {
            Assert.Equal(1200, entry.Count());
        }

        foreach (var arm in Full.Configurations.Where(run => run.Arm != Arm.Reg).GroupBy(run => (DataSetKey.Of(run), run.Arm, run.Classes, run.ClassDefinition)))
        {
            Assert.Equal(Fig4Study.Lambdas, arm.Select(run => run.Lambda).Order());
        }

        Assert.Equal(21360, Full.Configurations.Select(run => run.Hash).Distinct().Count());
    }

    [Theory]
    [InlineData("fig4")]
    [InlineData("fig4-ood")]
    [InlineData("appendix-b")]
    public void The_quick_profile_is_a_part_of_the_full_one(string name)
    {
        StudyEntry entry = StudyCatalogue.Find(name)!;
        HashSet<string> full = [.. entry.Create(Profile.Full).Runs.Select(run => run.Hash)];
        Assert.All(entry.Create(Profile.Quick).Runs, run => Assert.Contains(run.Hash, full));
    }

    [Fact]
    public void The_search_shares_its_models_with_Fig_3_where_lambda_is_the_published_one()
    {
        HashSet<string> fig3 = [.. Fig3Study.Create(Profile.Full).Configurations.Select(run => run.Hash)];

        // 10 functions, 3 seeds, 4 samplings, 2 scenarios: reg, scaled reg, and five C.
        Assert.Equal(10 * 3 * 4 * 2 * 7, Full.Configurations.Count(run => fig3.Contains(run.Hash)));
    }

    [Fact]
    public void The_lambda_with_the_lowest_mean_validation_MSE_is_chosen_whatever_the_test_says()
    {
        ChosenLambda[] chosen = [.. ChosenLambda.Of(Records(run => run.Arm == Arm.ScaledReg ? Math.Abs(Math.Log10(run.Lambda) - 2) : run.Classes == 16 ? run.Lambda : -run.Lambda))];
        Assert.Equal(2 * (1 + 2), chosen.Length);
        Assert.All(chosen.Where(choice => choice.Arm == Arm.ScaledReg), choice => Assert.Equal(100, choice.Lambda));
        Assert.All(chosen.Where(choice => choice.Classes == 16), choice => Assert.Equal(1e-3, choice.Lambda));
        Assert.All(chosen, choice => Assert.Equal(8, choice.Tried));
    }

    [Fact]
    public void A_search_that_tried_a_lambda_on_fewer_runs_is_refused()
    {
        List<RunRecord> records = Records(run => run.Lambda);
        records.Remove(records.First(record => record.Configuration is { Arm: Arm.ScaledReg, Lambda: 10 }));
        Assert.Contains("expected the same number at every λ", Assert.Throws<ArgumentException>(() => ChosenLambda.Of(records)).Message);
    }

    [Fact]
    public void Shares_of_Tab_1_count_the_runs_that_win()
    {
        // reg has 0.5. Imbalanced classes win over it for λ ≥ 10 (4 of 8), balanced ones for λ ≥ 1 (5 of 8); the control at the same λ has 0.2 where λ ≥ 1000 (2 of 8), else 0.9.
        double Mse(RunConfiguration run) => run.Arm switch
        {
            Arm.Reg => 0.5,
            Arm.ScaledReg => run.Lambda >= 1000 ? 0.2 : 0.9,
            _ => run.Lambda >= (run.ClassDefinition == ClassDefinition.Balanced ? 1 : 10) ? 0.4 : 0.6,
        };
        List<RunRecord> records = Records(Mse);
        foreach (Tab1Share share in Tab1Share.Of(records))
        {
            Assert.Equal(share.ClassDefinition == ClassDefinition.Balanced ? 5 / 8.0 : 4 / 8.0, share.AgainstReg, 1e-12);
            Assert.Equal(6 / 8.0, share.AgainstControl, 1e-12);
            Assert.Equal(3 * 8, share.Runs);
        }

        LambdaShare one = LambdaShare.Of(records).Single(share => share is { Lambda: 1, ClassDefinition: ClassDefinition.Balanced, Scenario.Kind: ScenarioKind.Clean });
        Assert.Equal((1.0, 1.0), (one.AgainstReg, one.AgainstControl));
        Assert.Equal(2 * 2 * 8, LambdaShare.Of(records).Count);
        foreach (Tab1Share share in Tab1Share.Of(records))
        {
            Assert.Equal(share.AgainstReg, LambdaShare.Of(records).Where(at => at.Scenario == share.Scenario && at.ClassDefinition == share.ClassDefinition).Average(at => at.AgainstReg), 1e-12);
        }

        Effect balancing = Tab1Share.Balancing(records, Scenario.Clean, againstControl: false);
        Assert.Equal(100 / 8.0, balancing.Value, 1e-12);
        Assert.Equal(3, balancing.Units);
        records.RemoveAll(record => record.Configuration.Arm == Arm.Reg);
        Assert.Contains("has no reg", Assert.Throws<ArgumentException>(() => Tab1Share.Of(records)).Message);
    }

    [Fact]
    public void The_published_table_has_the_averages_that_the_paper_prints()
    {
        IReadOnlyList<PublishedTab1> published = PublishedTab1.Load();
        Assert.Equal(16, published.Count);
        double Mean(ClassDefinition definition, ScenarioKind kind) => published.Where(entry => entry.ClassDefinition == definition && entry.Scenario == kind).Average(entry => entry.WinsPercent);
        Assert.Equal(48.48, Mean(ClassDefinition.Uniform, ScenarioKind.Clean), 0.005);
        Assert.Equal(55.31, Mean(ClassDefinition.Uniform, ScenarioKind.Noisy), 0.005);
        Assert.Equal(49.60, Mean(ClassDefinition.Balanced, ScenarioKind.Clean), 0.0051);
        Assert.Equal(57.42, Mean(ClassDefinition.Balanced, ScenarioKind.Noisy), 0.005);

        // Each is a share of 1,200 runs.
        Assert.All(published, entry => Assert.Equal(Math.Round(12 * entry.WinsPercent), 12 * entry.WinsPercent, 0.1));
    }

    private static List<RunRecord> Records(Func<RunConfiguration, double> validationMse) =>
    [
        .. Fig4Study.Create(Profile.Quick).Configurations.Select(run => MadeUpRecords.Of(run) with { ValidationMse = validationMse(run) }),
    ];
}
