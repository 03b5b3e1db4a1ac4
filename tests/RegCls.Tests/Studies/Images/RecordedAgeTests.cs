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
        Assert.Equal((73, 73), (study.Runs.Count, records.Select(record => record.Configuration.Hash).Distinct().Count()));
        Assert.Equal(24, records.GroupBy(record => (AgeArm.Of(record.Configuration), record.Configuration.WeightDecay)).Count(arm => arm.Count() == 3));

        // The control knows no λ below 1, where it is reg: to the bit the same in the search.
        AgeRecord[] least = [.. Read("age-utk-lambda").Where(record => record.Configuration is { Method: AgeMethod.ScaledReg, Lambda: <= 1 })];
        Assert.Equal([0.1, 1], least.Select(record => record.Configuration.Lambda).Order());
        Assert.Equal(least[0].ValidationMse, least[1].ValidationMse);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Faces_over_splits_are_judged_as_plain_arithmetic_judges_them(int shot)
    {
        IReadOnlyList<AgeRecord> records = Read("age-utk-splits");
        Assert.Equal(48, StudyCoverage.Of(AgeStudy.CreateSplits(Profile.Full), records).Recorded);
        IReadOnlyList<Verdict> verdicts = Families.FacesOverSplits(records, shot);
        Assert.Equal(5, verdicts.Count);

        // The first question by hand: eight differences, Student's t with seven degrees of freedom.
        double[] differences = [.. Enumerable.Range(1, 8).Select(split => Mae(AgeMethod.RegCls, split) - Mae(AgeMethod.Reg, split))];
        double mean = differences.Average(), error = Math.Sqrt(differences.Sum(difference => (difference - mean) * (difference - mean)) / 7 / 8);
        Effect effect = verdicts[0].Question.Effect;
        Assert.Equal(mean, effect.Value, 1e-12);
        Assert.True(effect.Interval.Low <= mean - 2.3646 * error && effect.Interval.High >= mean + 2.3646 * error);

        string prose = NotebookProse.Cell("07-age.ipynb", "splits-read");
        double largest = verdicts.Max(verdict => Math.Max(Math.Abs(verdict.Question.Effect.Interval.Low), Math.Abs(verdict.Question.Effect.Interval.High)));
        if (shot == 0)
        {
            Assert.All(verdicts, verdict => Assert.Equal(Outcome.Equivalent, verdict.Outcome));
            Assert.Contains(FormattableString.Invariant($"is at most {largest:F1} years"), prose, StringComparison.Ordinal);
        }
        else
        {
            Assert.All(verdicts, verdict => Assert.Contains(verdict.Outcome, new[] { Outcome.Equivalent, Outcome.Undecided }));
            int equivalent = verdicts.Count(verdict => verdict.Outcome == Outcome.Equivalent);
            Assert.Contains($"{new[] { "None", "One", "Two", "Three", "Four", "Five" }[equivalent]} of five", prose, StringComparison.Ordinal);
        }

        double Mae(AgeMethod method, int split) => records.Single(record => record.Configuration is { WeightDecay: 0 } run && run.Method == method && run.Split == split).Mae[shot]!.Value;
    }

    [Fact]
    public void The_record_of_ResNet_50_is_one_epoch_of_two_methods()
    {
        IReadOnlyList<AgeRecord> records = Read("age-utk-resnet50");
        Assert.Equal(2, records.Count);
        Assert.All(records, record => Assert.Equal((PictureNetworkKind.ResNet50, 64, 1), (record.Configuration.Network, record.Configuration.Size, record.Configuration.Epochs)));
    }

    [Fact]
    public void The_verdict_of_notebook_07_is_in_the_record()
    {
        IReadOnlyList<AgeRecord> records = Read("age-utk");
        string prose = NotebookProse.Cell("07-age.ipynb", "verdict");
        Dictionary<string, Verdict> verdicts = Families.Faces(records).ToDictionary(verdict => verdict.Question.Text);
        Assert.All(verdicts.Values, verdict => Assert.Equal(Outcome.Described, verdict.Outcome));
        Effect[] classes = [.. verdicts.Where(pair => pair.Key.StartsWith("decay 0, all ages: reg+cls", StringComparison.Ordinal) && pair.Key.EndsWith("− reg", StringComparison.Ordinal)).Select(pair => pair.Value.Question.Effect)];
        Assert.Equal(6, classes.Length);
        Says($"lower mean error than reg, by {-classes.Max(effect => effect.Value):F2} to {-classes.Min(effect => effect.Value):F2} years");
        Assert.All(classes, effect => Assert.False(effect.Interval.ExcludesZero));
        double[] few = [.. verdicts.Where(pair => pair.Key.StartsWith("decay 0, few-shot ages: reg+cls", StringComparison.Ordinal) && pair.Key.EndsWith("− reg", StringComparison.Ordinal)).Select(pair => -pair.Value.Question.Effect.Value)];
        Says($"larger, {few.Min():F1} to {few.Max():F1} years");
        Says($"balanced with 100 classes, is {-Of("decay 0, all ages: reg+cls bal. (100 cls) − reg").Value:F2} years below reg");

        AgeArm reg = new(AgeMethod.Reg), lds = new(AgeMethod.Lds), roots = new(AgeMethod.SquareRootInverse);
        Says($"few-shot error from {Mean(reg, 0, 3):F1} to {Mean(lds, 0, 3):F1} years and pays with the many-shot one, {Mean(reg, 0, 1):F1} to {Mean(lds, 0, 1):F1}");
        Says($"nearly as much ({Mean(roots, 0, 3):F1}) and have the lowest error over all ages, {Mean(roots, 0, 0):F1}");
        AgeArm bmc = new(AgeMethod.Bmc), gaiLast = new(AgeMethod.GaiLastLayer), bmcLast = new(AgeMethod.BmcLastLayer);
        Says($"its few-shot error is {Mean(bmc, 0, 3):F1} years, and its error over all ages {Mean(bmc, 0, 0):F1}, the highest");
        Says($"fall to {Mean(gaiLast, 0, 3):F1} (GAI) and {Mean(bmcLast, 0, 3):F1} (BMC), many-shot ones rise to {Mean(gaiLast, 0, 1):F1} and {Mean(bmcLast, 0, 1):F1}");
        double[] all = [.. records.Where(record => record.Configuration.WeightDecay == 0).Select(record => AgeArm.Of(record.Configuration)).Where(arm => arm.Method is not (AgeMethod.ScaledReg or AgeMethod.RegKept or AgeMethod.RegClsKept)).Distinct().Select(arm => Mean(arm, 0, 0))];
        Assert.Equal((Mean(roots, 0, 0), Mean(bmc, 0, 0)), (all.Min(), all.Max()));
        foreach (AgeMethod method in new[] { AgeMethod.BmcLastLayer, AgeMethod.GaiLastLayer })
        {
            Assert.Equal(1, records.Count(last => last.Configuration.Method == method && last.Mae[0] == Runs(reg, 0).Single(other => other.Configuration.Seed == last.Configuration.Seed).Mae[0]));
        }

        Effect ten = Of("decay 0.0001, all ages: scaled reg, λ = 10 − reg"), hundred = Of("decay 0.0001, all ages: scaled reg, λ = 100 − reg");
        Effect[] decayed = [.. new AgeArm[] { new(AgeMethod.RegCls, 100), new(AgeMethod.RegClsBalanced, 100) }.Select(arm => Comparisons.Ages(0).Find(records.Where(record => record.Configuration.WeightDecay > 0), arm.Has, reg.Has)!)];
        Says($"by −{-ten.Value:F2} and −{-hundred.Value:F2} years, reg+cls and balanced change it by −{-decayed[0].Value:F2} and −{-decayed[1].Value:F2}, and all intervals contain 0");
        Assert.All([ten, hundred, .. decayed], effect => Assert.False(effect.Interval.ExcludesZero));
        Says($"reg+cls and balanced are {Of("decay 0.0001, all ages: reg+cls (100 cls) − scaled reg, λ = 10").Value:F2} and {Of("decay 0.0001, all ages: reg+cls bal. (100 cls) − scaled reg, λ = 100").Value:F2} years from scaled reg");

        AgeRecord control = records.Single(record => record.Configuration is { Method: AgeMethod.ScaledReg, WeightDecay: 0 });
        AgeRecord same = records.Single(record => record.Configuration is { Method: AgeMethod.Reg, WeightDecay: 0, Seed: 0 });
        Says($"the recorded model is {Math.Abs(control.Mae[0]!.Value - same.Mae[0]!.Value):F1} years from reg's of the same seed, {Math.Abs(control.Mae[3]!.Value - same.Mae[3]!.Value):F1} on few-shot ages");
        Says($"({Mean(new(AgeMethod.RegKept), 0, 0):F1} and {Mean(new(AgeMethod.RegClsKept, 100), 0, 0):F1} years)");
        Assert.All(verdicts.Where(pair => pair.Key.Contains("balanced samples", StringComparison.Ordinal) || pair.Key.Contains("kept", StringComparison.Ordinal)), pair => Assert.False(pair.Value.Question.Effect.Interval.ExcludesZero));

        void Says(FormattableString text) => Assert.Contains(FormattableString.Invariant(text), prose, StringComparison.Ordinal);
        Effect Of(string question) => verdicts[question].Question.Effect;
        IEnumerable<AgeRecord> Runs(AgeArm arm, double decay) => records.Where(record => AgeArm.Of(record.Configuration) == arm && record.Configuration.WeightDecay == decay);
        double Mean(AgeArm arm, double decay, int shot) => Runs(arm, decay).Average(record => record.Mae[shot]!.Value);
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
