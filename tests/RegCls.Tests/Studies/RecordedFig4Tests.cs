using RegCls.Binning;
using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Figures;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Tests.Studies;

/// <summary>What the recorded search for λ says, and that notebook 03 says that.</summary>
public class RecordedFig4Tests
{
    private const string Notebook = "03-lambda-and-balanced-classes.ipynb";

    private static readonly IReadOnlyList<RunRecord> Records = Read("fig4");

    [Theory]
    [InlineData("fig4")]
    [InlineData("fig4-ood")]
    [InlineData("fig3-own")]
    [InlineData("appendix-b")]
    public void The_record_is_the_whole_study(string name) =>
        Assert.Empty(StudyCoverage.Of(StudyCatalogue.Find(name)!.Create(Profile.Full), Read(name)).Missing);

    [Fact]
    public void A_model_that_several_studies_record_has_the_same_numbers_in_all()
    {
        Dictionary<string, double> fig3 = Read("fig3").ToDictionary(record => record.Configuration.Hash, record => record.TestMse);
        RunRecord[] shared = [.. Records.Concat(Read("fig3-own")).Concat(Read("appendix-b")).Where(record => fig3.ContainsKey(record.Configuration.Hash))];
        Assert.True(shared.Length > 1680);
        Assert.All(shared, record => Assert.Equal(fig3[record.Configuration.Hash], record.TestMse));
    }

    [Fact]
    public void The_lambda_of_ones_own_is_what_validation_chose()
    {
        ChosenLambda[] chosen = [.. ChosenLambda.Of(Records).Where(choice => choice.ClassDefinition == ClassDefinition.Uniform), .. ChosenLambda.Of(Read("fig4-ood"))];
        Assert.Equal(6 + 6 + 4, chosen.Length);
        Assert.All(chosen, choice => Assert.Equal(choice.Lambda, OwnLambda.For(choice.Scenario, choice.Classes)));
    }

    [Fact]
    public void The_verdict_of_notebook_03_names_every_question_with_what_came_out()
    {
        string text = NotebookProse.Cell(Notebook, "verdict");
        foreach (Verdict verdict in Families.OwnLambda(Records, ChosenLambda.Of(Records)))
        {
            Assert.Contains(FormattableString.Invariant($"- {verdict.Question.Text}: {verdict.Outcome.Words()} ({verdict.Question.Effect.Value:+0.000;−0.000;0.000})"), text);
        }

        foreach (Verdict verdict in Families.Balancing(Records))
        {
            Assert.Contains(FormattableString.Invariant($"- {verdict.Question.Text}: {verdict.Outcome.Words()} ({verdict.Question.Effect.Value:+0.0;−0.0;0.0} points)"), text);
        }
    }

    [Fact]
    public void Out_of_distribution_notebook_03_quotes_the_recorded_errors()
    {
        IReadOnlyList<RunRecord> own = Read("fig3-own");
        double Mse(Arm arm) => own.Where(record => record.Configuration.Scenario.Kind == ScenarioKind.OutOfDistribution && record.Configuration.Arm == arm).Average(record => record.TestMse);
        Assert.Contains(
            FormattableString.Invariant($"The test MSE falls from {Mse(Arm.Reg):F2} for reg to {Mse(Arm.ScaledReg):F2} for scaled reg and {Mse(Arm.RegCls):F2} for reg+cls."),
            NotebookProse.Cell(Notebook, "fig3-own-read"));
    }

    [Fact]
    public void Shares_against_reg_are_a_step_in_lambda_as_notebook_03_says()
    {
        foreach (LambdaShare share in LambdaShare.Of(Records))
        {
            if (share.Lambda < 0.1)
            {
                Assert.True(share.AgainstReg < 0.2);
                Assert.True(share.AgainstControl > 0.5);
            }
            else if (share.Lambda >= 10)
            {
                Assert.True(share.AgainstReg > 0.6);
                Assert.InRange(share.AgainstControl, 0.35, 0.7);
            }
        }
    }

    [Fact]
    public void Equalising_first_hardly_matters_for_the_regression()
    {
        IReadOnlyList<RunRecord> records = Read("appendix-b");
        Effect[] rows =
        [
            .. from scenario in Fig4Study.Scenarios
               from classes in PublishedSettings.Classes
               select Comparisons.Of(records, StudyArm.RegClsBalanced, new StudyArm(Arm.RegCls, ClassDefinition.KeepOnly), run => run.Scenario == scenario && run.Classes == classes),
        ];
        Assert.Contains("in all ten rows the interval contains 0, and in one it lies within the margin", NotebookProse.Cell(Notebook, "appendix-verdict"));
        Assert.All(rows, row => Assert.False(row.Interval.ExcludesZero));
        Assert.Single(rows, row => -row.Margin <= row.Low && row.High <= row.Margin);
    }

    [Fact]
    public void From_16_classes_on_Eq_13_alone_never_shows_more_than_half_of_the_samples()
    {
        FunctionDataSet data = FunctionDataGenerator.Generate(SumOfSines.Published[0], 0, Scenario.Clean, Sampling.Severe, StudySeeds.Data[0]);
        Assert.Contains("From $C = 16$ on, more than half of all training samples are not seen once in 80 epochs", NotebookProse.Cell(Notebook, "appendix-read"));
        foreach (int classes in PublishedSettings.Classes.Where(classes => classes >= 16))
        {
            TrainingClasses made = TrainingClasses.FromTargets(data.Train.Targets, classes, ClassDefinition.KeepOnly);
            Assert.True(made.Counts.Zip(made.Keep!, (count, keep) => count * Math.Pow(1 - keep, 80)).Sum() > 0.5 * data.Train.Count);
        }
    }

    private static IReadOnlyList<RunRecord> Read(string name) => new RecordFile<RunRecord>(DataFiles.Find($"recorded/{name}.csv")).Read();
}
