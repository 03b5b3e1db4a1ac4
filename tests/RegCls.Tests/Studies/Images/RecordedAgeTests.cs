using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Studies.Images;

namespace RegCls.Tests.Studies.Images;

/// <summary>That the records of the age studies are what the code and notebook 07 take them for.</summary>
public class RecordedAgeTests
{
    [Theory]
    [InlineData("age-utk-lambda", 36, 9)]
    [InlineData("age-lambda", 12, 3)]
    public void The_lambda_of_each_method_is_the_one_that_the_recorded_search_chose(string name, int models, int methods)
    {
        IReadOnlyList<AgeRecord> records = Read(name);
        Assert.Empty(StudyCoverage.Of(StudyCatalogue.Find(name)!.Create(Profile.Full), records).Missing);
        Assert.Equal(models, records.Count);
        IReadOnlyList<ChosenAgeLambda> chosen = ChosenAgeLambda.Of(records);
        Assert.Equal(methods, chosen.Count);
        AgeData data = records[0].Configuration.Data;
        Assert.All(chosen, choice => Assert.Equal(choice.Lambda, AgeLambda.For(data, choice.WeightDecay, choice.Method, choice.Classes)));
    }

    [Fact]
    public void A_search_that_is_not_whole_and_a_method_that_was_not_searched_are_refused()
    {
        Assert.Contains("each λ must be tried on as many models", Assert.Throws<ArgumentException>(() => ChosenAgeLambda.Of(Read("age-lambda").Concat(Read("age-lambda").Take(1)))).Message, StringComparison.Ordinal);
        Assert.Contains("No λ was searched for RegCls with 10 classes", Assert.Throws<ArgumentOutOfRangeException>(() => AgeLambda.For(AgeData.UtkFace, AgeStudy.Decay, AgeMethod.RegCls, 10)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_record_of_UTKFace_is_the_whole_study()
    {
        IReadOnlyList<AgeRecord> records = Read("age-utk");
        Study study = StudyCatalogue.Find("age-utk")!.Create(Profile.Full);
        Assert.Empty(StudyCoverage.Of(study, records).Missing);
        Assert.Equal((76, 76), (study.Runs.Count, records.Select(record => record.Configuration.Hash).Distinct().Count()));
        Assert.Equal(25, records.GroupBy(record => (AgeArm.Of(record.Configuration), record.Configuration.WeightDecay)).Count(arm => arm.Count() == 3));

        // The control at λ = 1 is reg, to the bit.
        AgeRecord[] one = [.. records.Where(record => record.Configuration is { Method: AgeMethod.ScaledReg, Lambda: 1 })];
        Assert.All(one, record => Assert.Equal(records.Single(other => other.Configuration.Method == AgeMethod.Reg && other.Configuration.WeightDecay > 0 && other.Configuration.Seed == record.Configuration.Seed).Mae, record.Mae));
        Assert.Equal(3, one.Length);
    }

    [Fact]
    public void The_verdict_of_notebook_07_is_in_the_record()
    {
        IReadOnlyList<AgeRecord> records = Read("age-utk");
        string prose = NotebookProse.Cell("07-age.ipynb", "verdict");
        AgeComparison[] classes = [.. AgeComparison.All.Where(question => question.WeightDecay == 0 && question.First.Method is AgeMethod.RegCls or AgeMethod.RegClsBalanced && question.WeightDecay == 0)];
        double[] gains = [.. classes.Select(question => -question.Of(records, 0)!.Mean)];
        Assert.Equal(6, gains.Length);
        Says($"lower mean error than reg, by {gains.Min():F1} to {gains.Max():F1} years");
        AgeComparison seen = Assert.Single(classes, question => question.Of(records, 0)!.Word == "seen");
        Assert.Equal(new AgeArm(AgeMethod.RegClsBalanced, 100), seen.First);
        Assert.Equal("seen", seen.Of(records, 3)!.Word);
        Says($"−{-seen.Of(records, 0)!.Mean:F2} years over all ages and −{-seen.Of(records, 3)!.Mean:F2} on few-shot ages");

        AgeArm reg = new(AgeMethod.Reg), lds = new(AgeMethod.Lds), roots = new(AgeMethod.SquareRootInverse);
        Assert.Equal("seen", AgeComparison.All.Single(question => question.First == lds).Of(records, 3)!.Word);
        Says($"few-shot error from {Mean(reg, 0, 3):F1} to {Mean(lds, 0, 3):F1} years (seen) and pays with the many-shot one, {Mean(reg, 0, 1):F1} to {Mean(lds, 0, 1):F1}");
        Says($"nearly as much ({Mean(roots, 0, 3):F1})");
        Assert.True(Mean(new(AgeMethod.Bmc), 0, 0) > Mean(reg, 0, 0) + 2);
        foreach (AgeMethod method in new[] { AgeMethod.BmcLastLayer, AgeMethod.GaiLastLayer })
        {
            Assert.Equal(2, records.Count(last => last.Configuration.Method == method && last.Mae[0] == Of(reg, 0).Single(other => other.Configuration.Seed == last.Configuration.Seed).Mae[0]));
        }

        AgeComparison[] decayed = [.. AgeComparison.All.Where(question => question.WeightDecay > 0)];
        SeedDifference Decayed(AgeMethod method, double lambda, AgeMethod second, int shot) => decayed.Single(question => question.First.Method == method && (lambda == 0 || question.First.Lambda == lambda) && question.Second.Method == second).Of(records, shot)!;
        Says($"+{Decayed(AgeMethod.ScaledReg, 10, AgeMethod.Reg, 0).Mean:F2} and +{Decayed(AgeMethod.ScaledReg, 100, AgeMethod.Reg, 0).Mean:F2} years, not seen");
        Assert.Equal("seen", Decayed(AgeMethod.RegClsBalanced, 0, AgeMethod.ScaledReg, 3).Word);
        Says($"(−{-Decayed(AgeMethod.RegClsBalanced, 0, AgeMethod.ScaledReg, 3).Mean:F2} years, seen), not over all (−{-Decayed(AgeMethod.RegClsBalanced, 0, AgeMethod.ScaledReg, 0).Mean:F2})");
        Assert.Single(decayed.SelectMany(question => new[] { question.Of(records, 0)!.Word, question.Of(records, 3)!.Word }), word => word != "not seen");

        AgeRecord control = records.Single(record => record.Configuration is { Method: AgeMethod.ScaledReg, WeightDecay: 0 });
        Says($"the recorded model is {Math.Abs(control.Mae[0]!.Value - records.Single(record => record.Configuration is { Method: AgeMethod.Reg, WeightDecay: 0, Seed: 0 }).Mae[0]!.Value):F1} years from reg's of the same seed");
        Says($"({Mean(new(AgeMethod.RegKept), 0, 0):F1} and {Mean(new(AgeMethod.RegClsKept, 100), 0, 0):F1} years)");
        Assert.All([0, 3], shot => Assert.Equal("not seen", AgeComparison.All.Single(question => question.First.Method == AgeMethod.RegClsKept).Of(records, shot)!.Word));

        void Says(FormattableString text) => Assert.Contains(FormattableString.Invariant(text), prose, StringComparison.Ordinal);
        IEnumerable<AgeRecord> Of(AgeArm arm, double decay) => records.Where(record => AgeArm.Of(record.Configuration) == arm && record.Configuration.WeightDecay == decay);
        double Mean(AgeArm arm, double decay, int shot) => Of(arm, decay).Average(record => record.Mae[shot]!.Value);
    }

    [Fact]
    public void The_published_tables_are_whole()
    {
        IReadOnlyList<PublishedAgeError> tab3 = PublishedAgeError.Tab3(), tab4 = PublishedAgeError.Tab4();
        Assert.Equal((76, 10, 4), (tab3.Count, tab3.Select(entry => entry.Method).Distinct().Count(), tab4.Count));
        Assert.Equal(7.59, tab3.Single(entry => entry is { Method: "reg+cls bal. (100 cls)", Error: "mae", Shot: "all" }).Mean);
        Assert.Equal(1017.59, tab3.Single(entry => entry is { Method: "reg", Error: "mse", Shot: "few" }).Mean);

        // The mean over all is between those of the shots, as it must be; this finds most slips of typing.
        Assert.All(tab3.GroupBy(entry => (entry.Method, entry.Error)), row => Assert.InRange(row.Single(entry => entry.Shot == "all").Mean, row.Min(entry => entry.Mean), row.Max(entry => entry.Mean)));
        Assert.All(tab3.GroupBy(entry => (entry.Method, entry.Error)), row => Assert.Equal(["all", "many", "medium", "few"], row.Select(entry => entry.Shot)));
    }

    private static IReadOnlyList<AgeRecord> Read(string name) => new RecordFile<AgeRecord>(DataFiles.Find($"recorded/{name}.csv")).Read();
}
