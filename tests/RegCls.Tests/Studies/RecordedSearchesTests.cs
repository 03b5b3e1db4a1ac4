using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Studies.Searches;
using RegCls.Training;

namespace RegCls.Tests.Studies;

/// <summary>What the recorded searches say, and that notebook 12 says that.</summary>
public class RecordedSearchesTests
{
    private const string Notebook = "12-what-a-sceptic-asks.ipynb";

    [Theory]
    [InlineData("tuned-test")]
    [InlineData("scales")]
    [InlineData("class-losses-test")]
    [InlineData("wide-control-test")]
    [InlineData("noise-kinds-test")]
    [InlineData("where-test")]
    [InlineData("corners-best-test")]
    public void A_record_is_the_whole_study(string name)
    {
        IReadOnlyList<RunRecord> records = Read(name);
        Study<RunConfiguration> study = name == "scales" ? ScalesStudy.Create(Profile.Full) : SearchCatalogue.All.Single(search => search.Name + "-test" == name).CreateTest(Profile.Full);
        Assert.Equal(study.Configurations.Select(run => run.Hash).Order(), records.Select(record => record.Configuration.Hash).Order());
    }

    [Fact]
    public void Nothing_is_left_when_every_arm_is_tuned()
    {
        IReadOnlyList<Verdict> verdicts = SearchFamilies.Tuned(Read("tuned-test"));
        Assert.Equal(12, verdicts.Count);
        Assert.All(verdicts, verdict => Assert.Equal((Outcome.Undecided, Outcome.Undecided), (verdict.Outcome, verdict.Control)));

        double before = Published(Arm.Reg), classes = Published(Arm.RegCls), tuned = Read("tuned-test").Where(IsCleanSevere(Arm.Reg)).Average(record => record.TestMse);
        Effect first = verdicts[0].Question.Effect;
        Says("tuned-read", $"the classes gained {before - classes:F3} at the paper's settings ({before:F3} for reg, {classes:F3} for reg+cls). Tuned, they gain {-first.Value:F3}, and the interval reaches from −{-first.Low:F3} to +{first.High:F3}", $"**reg goes from {before:F3} to {tuned:F3}**");
        FormattableString found = $"bring reg from {before:F3} to {tuned:F3}", table = $"reg falls from {before:F3} to {tuned:F3} by that alone, and what reg+cls has left against it is {-first.Value:F3}";
        Assert.Contains(FormattableString.Invariant(found), File.ReadAllText(DataFiles.Find("pages/findings.md")), StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant(table), NotebookProse.Cell("10-claim-by-claim.ipynb", "advice"), StringComparison.Ordinal);
        RunRecord chosen = Read("tuned-test").First(IsCleanSevere(Arm.Reg));
        Assert.Equal((0.019, 0), (Math.Round(chosen.Configuration.LearningRate, 3), chosen.Configuration.WeightDecay));

        static double Published(Arm arm) => Read("deviations").Where(record => IsCleanSevere(arm)(record) && record.Configuration is { Variation: "", WeightDecay: 1e-3, Variant: SamplingVariant.AsReleased }).Average(record => record.TestMse);
        static Func<RunRecord, bool> IsCleanSevere(Arm arm) => record => record.Configuration is { Sampling: Sampling.Severe, Optimiser: Optimiser.Adam } && record.Configuration.Scenario == Scenario.Clean && record.Configuration.Arm == arm;
    }

    [Fact]
    public void Other_ways_to_set_the_size_do_what_the_factor_does()
    {
        IReadOnlyList<RunRecord> records = Read("scales");
        IReadOnlyList<Verdict> clean = ScalesStudy.Judge(records, SearchCondition.Four[0]), noisy = ScalesStudy.Judge(records, SearchCondition.Four[1]);
        double[] means = [.. ScalesStudy.Arms.Take(5).Select(arm => records.Where(record => record.Configuration.Sampling == Sampling.Severe && record.Configuration.Scenario == Scenario.Clean && arm.Apply(Plain(record.Configuration)) == record.Configuration).Average(record => record.TestMse))];
        Effect matched = clean[4].Question.Effect;
        Says("scales-read", $"the running mean takes {means[0] - means[3]:F3} off reg's error and the matched gradient {means[0] - means[4]:F3}; the factor $\\lambda$ takes {means[0] - means[1]:F3}", $"a difference of {matched.Value:F4}, with an interval from −{-matched.Low:F4} to +{matched.High:F4}");
        Assert.Equal([Outcome.Holds, Outcome.Holds, Outcome.Undecided, Outcome.Undecided, Outcome.Equivalent, Outcome.Opposite], clean.Select(verdict => verdict.Outcome));
        Assert.Equal([Outcome.Holds, Outcome.Holds, Outcome.Holds], noisy.Take(3).Select(verdict => verdict.Outcome));

        static RunConfiguration Plain(RunConfiguration run) => run with { Arm = Arm.Reg, Lambda = 1, Classes = 0, Scaling = LossScaling.Fixed, Standardised = false };
    }

    [Fact]
    public void Classes_alone_are_suggested_and_beside_a_regression_all_but_one_are_not()
    {
        IReadOnlyList<RunRecord> records = Read("class-losses-test");
        Verdict[] clean = [.. SearchFamilies.ClassLosses(records, "clean, severe")], noisy = [.. SearchFamilies.ClassLosses(records, "noisy, severe")];
        Assert.Equal(["expected class (DEX)", "ordinal alone", "HL-Gauss alone"], Suggested(clean));
        Assert.Equal(["reg+ordinal", "expected class (DEX)", "ordinal alone", "HL-Gauss alone"], Suggested(noisy));
        Assert.All(clean.Concat(noisy), verdict => Assert.True(verdict.Outcome is Outcome.Suggested or Outcome.Undecided));

        double[] one = [.. Levels("clean, severe", "scaled reg", "expected class (DEX)", "ordinal alone", "HL-Gauss alone", "most likely class")], two = [.. Levels("noisy, severe", "scaled reg", "expected class (DEX)", "ordinal alone", "HL-Gauss alone", "reg")];
        Says(
            "losses-read",
            $"the control's error of {one[0]:F3} down to {one[1]:F3}, {one[2]:F3} and {one[3]:F3}: about a third less",
            $"On noisy data it is {two[1]:F3}, {two[2]:F3} and {two[3]:F3} where the control has {two[0]:F3} and reg {two[4]:F3}",
            $"does not do it ({one[4]:F3} on clean data)");
        Assert.All(one[1..4], mse => Assert.InRange(mse / one[0], 0.6, 0.72));

        static IEnumerable<string> Suggested(Verdict[] verdicts) => verdicts.Where(verdict => verdict.Outcome == Outcome.Suggested).Select(verdict => verdict.Question.Text.Replace(" − scaled reg", "", StringComparison.Ordinal));

        IEnumerable<double> Levels(string condition, params string[] arms)
        {
            RandomSearch search = SearchCatalogue.ClassLosses;
            SearchCondition own = search.Conditions.Single(one => one.Name == condition);
            return arms.Select(arm => search.Tested(records, own, search.Arms.Single(one => one.Name == arm)).Average(record => record.TestMse));
        }
    }

    [Fact]
    public void A_regression_of_the_same_size_is_as_good_as_classes_alone_or_better()
    {
        IReadOnlyList<RunRecord> losses = Read("class-losses-test"), wide = Read("wide-control-test");
        Verdict[] verdicts = [.. new[] { "clean, severe", "noisy, severe" }.SelectMany(condition => SearchFamilies.AgainstWide(losses, wide, condition))];
        Assert.Equal((6, 2, 4), (verdicts.Count(verdict => verdict.Question.Effect.Value > 0), verdicts.Count(verdict => verdict.Outcome == Outcome.Opposite), verdicts.Count(verdict => verdict.Outcome == Outcome.Undecided)));
        double Clean(Arm arm) => wide.Where(record => record.Configuration.Arm == arm && record.Configuration.Scenario == Scenario.Clean).Average(record => record.TestMse);
        Says("wide-read", $"an error of {Clean(Arm.Reg):F3} on clean data (reg) and {Clean(Arm.ScaledReg):F3} (scaled reg)");

        // As many parameters as with 64 classes: 6-15 with both heads, and 6-143 with one.
        Assert.InRange((2 * 6) + (7 * 143) + 144 - ((2 * 6) + (7 * 15) + 16 + (64 * 16)), -8, 8);
    }

    [Fact]
    public void Of_the_kinds_of_noise_one_holds_and_none_against_the_control()
    {
        IReadOnlyList<Verdict> verdicts = SearchFamilies.Gains(SearchCatalogue.NoiseKinds, Read("noise-kinds-test"));
        Assert.Equal([Outcome.Holds, Outcome.Undecided, Outcome.Undecided, Outcome.Undecided], verdicts.Select(verdict => verdict.Outcome));
        Assert.All(verdicts, verdict => Assert.Equal(Outcome.Undecided, verdict.Control));
        Effect tails = verdicts[0].Question.Effect;
        Says("noise-read", $"reg+cls takes {-tails.Value:F3} off reg's error of {tails.Reference:F3}", $"what is left, {-verdicts[0].Question.Control!.Value:F3}, is *undecided*");
        double share = (tails.Reference!.Value - verdicts[0].Question.Control!.Reference!.Value) / -tails.Value;
        Assert.InRange(share, 0.4, 0.65);
        Assert.Equal(2, verdicts.Skip(1).Count(verdict => verdict.Question.Effect.Value > 0));
    }

    [Fact]
    public void At_no_number_of_epochs_or_samples_do_classes_win()
    {
        IReadOnlyList<Verdict> verdicts = SearchFamilies.Gains(SearchCatalogue.Where, Read("where-test"));
        Assert.Equal(8, verdicts.Count(verdict => verdict.Outcome == Outcome.Undecided));
        Assert.Equal("32 samples", Assert.Single(verdicts, verdict => verdict.Control != Outcome.Undecided).Question.Text.Split(':')[0]);
        Assert.Equal(Outcome.Opposite, verdicts[3].Control);
        Says("where-read", $"from {verdicts[0].Question.Effect.Reference:F3} after 20 epochs to {verdicts[1].Question.Effect.Reference:F3} after 320, and stays at {verdicts[2].Question.Effect.Reference:F3} after 1,000");
    }

    [Fact]
    public void No_corner_is_found_in_which_classes_beat_the_control_by_more_than_the_margin()
    {
        double[][] gains = [.. Corners.Rounds.Select(round => round.Conditions.Select(corner => Gain(round.Name, corner.Name)).Order().ToArray())];
        IReadOnlyList<Verdict> verdicts = SearchFamilies.Corners(Read("corners-best-test"));
        Says("corners-read", $"the classes took {-gains[0][0]:F0} % off", $"the next round had {-gains[1][0]:F0}, {-gains[1][1]:F0} and {-gains[1][2]:F0} %; tuned once more, {-gains[2][0]:F0} and {-gains[2][1]:F0} %, and in the third the control was better by {gains[2][2]:F0} %");
        Assert.Equal([Outcome.Suggested, Outcome.Undecided, Outcome.Undecided], verdicts.Select(verdict => verdict.Outcome).Order());
        Verdict suggested = verdicts.Single(verdict => verdict.Outcome == Outcome.Suggested);
        Assert.True(suggested.Question.Effect.High > -suggested.Question.Effect.Margin);
        Says("corners-read", $"{suggested.Question.Text.Split(':')[0]}, with {-suggested.Question.Effect.Value:F3} off an error of {suggested.Question.Effect.Reference:F3}");
        Assert.Contains("uniform sampling, 1024 samples", Corners.Rounds[^1].Conditions.Single(corner => suggested.Question.Text.StartsWith(corner.Name + ":", StringComparison.Ordinal)).Details, StringComparison.Ordinal);

        static double Gain(string round, string corner)
        {
            ILookup<string, ChosenTrial> chosen = ChosenTrial.Read(round).Where(choice => choice.Condition == corner).ToLookup(choice => choice.Arm);
            return 100 * (chosen["reg+cls"].Single().ValidationMse / chosen["scaled reg"].Single().ValidationMse - 1);
        }
    }

    private static IReadOnlyList<RunRecord> Read(string name) => new RecordFile<RunRecord>(DataFiles.Find($"recorded/{name}.csv")).Read();

    private static void Says(string cell, params FormattableString[] sentences)
    {
        string text = NotebookProse.Cell(Notebook, cell);
        Assert.All(sentences, sentence => Assert.Contains(FormattableString.Invariant(sentence), text, StringComparison.Ordinal));
    }
}
