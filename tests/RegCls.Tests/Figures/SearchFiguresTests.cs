using Deedle;
using Plotly.NET;
using RegCls.Binning;
using RegCls.Data;
using RegCls.Figures;
using RegCls.Studies;
using RegCls.Tests.Studies;
using RegCls.Training;

namespace RegCls.Tests.Figures;

public class SearchFiguresTests
{
    [Fact]
    public void Fig_4_draws_the_validation_means_of_the_classes_it_is_asked_for()
    {
        List<RunRecord> records = Records(Fig4Study.Create(Profile.Quick));
        string uniform = GenericChart.toFigureJson(Fig4Figure.Create(records, ClassDefinition.Uniform, "test"));
        string balanced = GenericChart.toFigureJson(Fig4Figure.Create(records, ClassDefinition.Balanced, "test"));
        Assert.NotEqual(uniform, balanced);
        double mean = records.Where(record => record.Configuration is { Arm: Arm.RegCls, ClassDefinition: ClassDefinition.Balanced, Lambda: 10, Sampling: Sampling.Severe, Scenario.Kind: ScenarioKind.Noisy }).Average(record => record.ValidationMse);
        Assert.Contains(FormattableString.Invariant($"{mean:R}")[..12], balanced);
        Assert.Contains("\"xaxis4\"", uniform);
        Assert.Contains("got none", Assert.Throws<ArgumentException>(() => Fig4Figure.Create(records, ClassDefinition.KeepOnly, "test")).Message);
    }

    [Fact]
    public void Tab_1_keeps_the_papers_numbers_and_ours_in_columns_of_their_own()
    {
        Frame<int, string> table = Tab1Table.Create(Tab1Share.Of(Records(Fig4Study.Create(Profile.Quick))), PublishedTab1.Load());
        Assert.Equal(2 * (2 + 1), table.RowCount);
        Assert.Equal(["imbalanced: paper", "imbalanced: ours", "imbalanced: ours vs scaled reg", "balanced: paper", "balanced: ours", "balanced: ours vs scaled reg"], table.ColumnKeys.Skip(2));
        Assert.Equal("55.4 %", table.GetColumn<string>("imbalanced: paper")[0]);
        Assert.Equal("mean", table.GetColumn<string>("sampling")[2]);

        // The mean of the samplings that were run, uniform and severe: (55.42 + 36.83) / 2.
        Assert.Equal("46.1 %", table.GetColumn<string>("imbalanced: paper")[2]);
    }

    [Fact]
    public void The_table_of_chosen_lambdas_has_a_row_an_arm_and_a_column_a_class_count()
    {
        Frame<int, string> table = ChosenLambdaTable.Create(ChosenLambda.Of(Records(Fig4Study.Create(Profile.Quick))));
        Assert.Equal(["scenario", "arm", "published", "no classes", "C = 16"], table.ColumnKeys);
        Assert.Equal(["scaled reg", "reg+cls", "reg+cls balanced"], table.GetColumn<string>("arm").Values.Take(3));
    }

    [Fact]
    public void Balanced_classes_of_a_severe_set_send_about_equally_many_samples_into_the_loss()
    {
        FunctionDataSet data = FunctionDataGenerator.Generate(SumOfSines.Published[0], 0, Scenario.Clean, Sampling.Severe, 2732);
        string figure = GenericChart.toFigureJson(BalancedClassesFigure.Create([data], 64));
        Assert.Contains("kept samples (Eq. 16)", figure);
        TrainingClasses classes = TrainingClasses.FromTargets(data.Train.Targets, 64, ClassDefinition.Balanced);
        Assert.Contains($"Eq. 12: {classes.Ranges.Count} ranges", figure);
    }

    [Fact]
    public void What_Eq_13_alone_never_shows_is_reckoned_from_the_counts()
    {
        FunctionDataSet data = FunctionDataGenerator.Generate(SumOfSines.Published[0], 0, Scenario.Clean, Sampling.Severe, 2732);
        Frame<int, string> table = NeverSeenFigure.Table(data, [4], epochs: 80);

        // By brute force: every sample's own chance to be dropped eighty times.
        ClassRanges ranges = ClassRanges.FromTargets(data.Train.Targets, 4);
        long[] labels = ranges.Labels(data.Train.Targets);
        int rarest = labels.GroupBy(label => label).Min(group => group.Count());
        double never = labels.Average(label => Math.Pow(1 - (double)rarest / labels.Count(other => other == label), 80));
        Assert.Equal(FormattableString.Invariant($"{100 * never:F1} %"), table.GetColumn<string>("samples never seen")[0]);
    }

    [Fact]
    public void The_table_of_Appendix_B_subtracts_keep_only_from_balanced()
    {
        List<RunRecord> records =
        [
            .. AppendixBStudy.Create(Profile.Quick).Configurations.Select(run => MadeUpRecords.Of(run) with { TestMse = run.ClassDefinition == ClassDefinition.KeepOnly ? 0.5 + 0.01 * run.Function : 0.3 + 0.01 * run.Function }),
        ];
        Frame<int, string> table = AppendixBTable.Create(records);
        Assert.Equal(2, table.RowCount);
        Assert.All(table.GetColumn<string>("balanced − Eq. 13 alone").Values, text => Assert.StartsWith("−0.200 [", text));
    }

    [Fact]
    public void Deviations_are_drawn_one_tick_each_with_three_differences()
    {
        List<RunRecord> records = Records(DeviationsStudy.Create(Profile.Quick));
        string figure = GenericChart.toFigureJson(DeviationsFigure.Create(records, "test"));
        foreach (Deviation deviation in DeviationsStudy.Deviations)
        {
            Assert.Contains(deviation.Name.Split(' ')[0], figure);
        }

        Assert.Equal(12, Families.Deviations(records, Scenario.Clean).Count);
        double expected = records.Where(record => record.Configuration is { Arm: Arm.RegCls, WeightDecay: 0 }).Average(record => record.TestMse)
            - records.Where(record => record.Configuration is { Arm: Arm.Reg, WeightDecay: 0 }).Average(record => record.TestMse);
        Assert.Equal(expected, Families.Deviations(records, Scenario.Clean).Single(verdict => verdict.Question.Text == "no weight decay: reg+cls − reg").Question.Effect.Value, 1e-12);
    }

    [Fact]
    public void A_diverged_trial_is_counted_and_never_chosen()
    {
        List<RunRecord> records = Records(LimitsStudy.Create(Profile.Quick));
        RunRecord best = records.Where(record => record.Configuration is { Arm: Arm.RegCls, Function: 0, Optimiser: Optimiser.Sgd }).MinBy(record => record.ValidationMse)!;
        records[records.IndexOf(best)] = best with { ValidationMse = double.NaN, TestMse = double.NaN };
        IReadOnlyList<LimitsChoice> choices = LimitsChoice.Of(records);
        Assert.Equal(2 * 2 * 3, choices.Count);
        LimitsChoice choice = choices.Single(choice => choice is { Arm: Arm.RegCls, Function: 0, Setting.Factor: "optimiser" });
        Assert.Equal((10, 1), (choice.Trials, choice.Diverged));
        Assert.NotEqual(best.Configuration.Hash, choice.Best.Configuration.Hash);
        Assert.All(choices, chosen => Assert.True(double.IsFinite(chosen.Best.TestMse)));

        Frame<int, string> table = LimitsTable.Create(choices);
        Assert.Equal(2, table.RowCount);
        Assert.Equal("1 of 60", table.GetColumn<string>("diverged")[1]);
        Assert.Contains("Adam", GenericChart.toFigureJson(LimitsFigure.Create(choices, "test")));
        Assert.Contains("SGD", GenericChart.toFigureJson(LossScaleFigure.Create(records, "test")));
    }

    private static List<RunRecord> Records(Study<RunConfiguration> study) => [.. study.Configurations.Select(MadeUpRecords.Of)];
}
