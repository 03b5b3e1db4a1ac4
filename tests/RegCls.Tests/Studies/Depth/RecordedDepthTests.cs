using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Studies.Depth;

namespace RegCls.Tests.Studies.Depth;

/// <summary>That the records of the depth studies are what the code and notebook 08 take them for.</summary>
public class RecordedDepthTests
{
    [Theory]
    [InlineData("depth-rooms-lambda", 40)]
    [InlineData("depth-lambda", 32)]
    public void The_lambda_of_each_arm_is_the_one_that_the_recorded_search_chose(string name, int models)
    {
        IReadOnlyList<DepthRecord> records = Read(name);
        Assert.Empty(StudyCoverage.Of(StudyCatalogue.Find(name)!.Create(Profile.Full), records).Missing);
        Assert.Equal(models, records.Count);
        DepthData data = records[0].Configuration.Data;
        IReadOnlyList<ChosenDepthLambda> chosen = ChosenDepthLambda.Of(records);
        Assert.Equal(8, chosen.Count);
        foreach (ChosenDepthLambda choice in chosen)
        {
            Assert.Equal(choice.Lambda, DepthLambda.For(data, choice.Method, choice.Classes));
            Assert.Contains(choice.Lambda, DepthStudy.Lambdas(data));
        }

        Assert.Equal(data == DepthData.BuiltIn ? 10.0 : 1000.0, chosen.Single(choice => choice.Method == DepthMethod.ScaledReg).Lambda);
    }

    [Fact]
    public void The_record_of_real_frames_is_the_whole_study()
    {
        IReadOnlyList<DepthRecord> records = Read("depth-rooms");
        Study study = StudyCatalogue.Find("depth-rooms")!.Create(Profile.Full);
        Assert.Empty(StudyCoverage.Of(study, records).Missing);
        Assert.Equal((112, 112), (study.Runs.Count, records.Count));
        Assert.Equal(14, records.GroupBy(record => (record.Configuration.Method, record.Configuration.Classes)).Count(arm => arm.Count() == DepthStudy.Splits));
    }

    [Fact]
    public void The_record_of_the_built_in_rooms_is_the_whole_study()
    {
        IReadOnlyList<DepthRecord> records = Read("depth");
        Assert.Empty(StudyCoverage.Of(StudyCatalogue.Find("depth")!.Create(Profile.Full), records).Missing);
        Assert.Equal(42, records.Count);
    }

    [Fact]
    public void The_verdict_of_notebook_08_is_in_the_record()
    {
        IReadOnlyList<DepthRecord> records = Read("depth-rooms");
        string prose = NotebookProse.Cell("08-depth.ipynb", "verdict");
        Dictionary<string, Verdict> verdicts = Families.Depth(records).ToDictionary(verdict => verdict.Question.Text);
        Verdict paper = verdicts["reg+cls − reg"], control = verdicts["reg+cls − scaled reg"], balanced = verdicts["reg+cls bal. − reg"], balancedControl = verdicts["reg+cls bal. − scaled reg"];
        Assert.All([paper, control, balanced, balancedControl], verdict => Assert.Equal(Outcome.Undecided, verdict.Outcome));
        Says($"{Gain(paper):F3} m better than reg (interval from −{-paper.Question.Effect.Low:F3} to +{paper.Question.Effect.High:F3} m) and {Gain(control):F3} m better than the control; balanced classes are {-Gain(balanced):F3} m worse and {Gain(balancedControl):F3} m better");
        Says($"reg's own error is {Mean(DepthMethod.Reg, 0):F3} m");

        ChosenDepthLambda[] chosen = [.. ChosenDepthLambda.Of(Read("depth-rooms-lambda"))];
        double ten = chosen.Single(choice => choice is { Method: DepthMethod.RegCls, Classes: 10 }).ValidationRmse, scaled = chosen.Single(choice => choice.Method == DepthMethod.ScaledReg).ValidationRmse;
        Says($"reg+cls with 10 classes was {100 * (1 - ten / scaled):F0} % better than the control");
        Says($"On the test frames of eight splits it is {100 * (1 - Mean(DepthMethod.RegCls, 10) / Mean(DepthMethod.ScaledReg, 0)):F0} %. The interval of that difference contains 0, one split makes three quarters of it");
        Assert.False(Comparisons.Depth.Of(records, record => record.Configuration is { Method: DepthMethod.RegCls, Classes: 10 }, record => record.Configuration.Method == DepthMethod.ScaledReg).Interval.ExcludesZero);
        double[] bySplit = [.. Of(DepthMethod.RegCls, 10).OrderBy(record => record.Configuration.Fold).Zip(Of(DepthMethod.ScaledReg, 0).OrderBy(record => record.Configuration.Fold), (classes, control) => classes.OnValidation.Rmse[0]!.Value - control.OnValidation.Rmse[0]!.Value)];
        Assert.InRange(bySplit.Min() / bySplit.Sum(), 0.7, 0.8);
        string predict = NotebookProse.Cell("08-depth.ipynb", "predict");
        Assert.Contains($"{ten:F3} m on validation, the best of the control {scaled:F3} m", predict, StringComparison.Ordinal);
        Assert.Equal((4, 2, 8), (chosen.Count(choice => choice.Lambda == 0.1), chosen.Count(choice => choice.Lambda == 1000), chosen.Length));
        Assert.Contains("six of the eight arms took a λ at an end of the grid (four 0.1, two 1000)", predict, StringComparison.Ordinal);

        Says($"takes reg from {Mean(DepthMethod.Reg, 0):F3} to {OnTest(DepthMethod.Reg, 0):F3} m, and reg+cls with 10 classes from {Mean(DepthMethod.RegCls, 10):F3} to {OnTest(DepthMethod.RegCls, 10):F3} m");
        Verdict samples = verdicts["reg+cls, balanced samples − reg, balanced samples"];
        Assert.Equal(Outcome.Undecided, samples.Outcome);
        Says($"gain {Gain(samples):F3} m** against reg on the same pixels (undecided)");
        Says($"{Mean(DepthMethod.Gai, 0):F2} and {Mean(DepthMethod.Bmc, 0):F2} m");
        Says($"the control is {-Gain(verdicts["scaled reg − reg"]):F3} m worse than reg (equivalent)");
        Assert.Equal(Outcome.Equivalent, verdicts["scaled reg − reg"].Outcome);

        void Says(FormattableString text) => Assert.Contains(FormattableString.Invariant(text), prose, StringComparison.Ordinal);
        double Mean(DepthMethod method, int classes) => Of(method, classes).Average(record => record.OnValidation.Rmse[0]!.Value);
        double OnTest(DepthMethod method, int classes) => Of(method, classes).Average(record => record.OnTest.Rmse[0]!.Value);
        IEnumerable<DepthRecord> Of(DepthMethod method, int classes) => records.Where(record => record.Configuration.Method == method && record.Configuration.Classes == classes);
        static double Gain(Verdict verdict) => -verdict.Question.Effect.Value;
    }

    private static IReadOnlyList<DepthRecord> Read(string name) => new RecordFile<DepthRecord>(DataFiles.Find($"recorded/{name}.csv")).Read();
}
