using System.Xml.Linq;
using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Tests.Studies;

/// <summary>What the record of weight decay against λ says, counted anew, and that notebook 05 says that.</summary>
public class RecordedCollapseTests
{
    private const string Notebook = "05-does-it-survive-its-controls.ipynb";

    private static readonly IReadOnlyList<RunRecord> Records = new RecordFile<RunRecord>(DataFiles.Find("recorded/collapse.csv")).Read();

    [Fact]
    public void The_record_is_the_whole_study() =>
        Assert.Equal(CollapseStudy.Create(Profile.Full).Configurations.Select(run => run.Hash).Order(), Records.Select(record => record.Configuration.Hash).Order());

    [Fact]
    public void The_ratio_explains_nearly_all()
    {
        double[] explained = [Explained(Scenario.Clean), Explained(Scenario.Noisy(0.1))];
        CollapseFit[] fits = [.. new[] { Scenario.Clean, Scenario.Noisy(0.1) }.Select(scenario => CollapseFit.Of(CollapsePoint.Of(Records, scenario, Sampling.Severe)))];
        Assert.Equal(explained[0], fits[0].Explained, 1e-9);
        Assert.Equal(explained[1], fits[1].Explained, 1e-9);
        Says(
            "collapse-read",
            $"the ratio explains {100 * explained[0]:F1} % of the variance between the {fits[0].Pairs} pairs on clean data, and {100 * explained[1]:F1} % on noisy data",
            $"differ by {Percent(fits[0].Spread):F1} and {Percent(fits[1].Spread):F1} %, less than seeds alone would make them differ ({Percent(fits[0].SeedSpread):F1} and {Percent(fits[1].SeedSpread):F1} %)",
            $"have test errors of {Clean(1e3, 1):F3}, {Clean(1, 1e-3):F3} and {Clean(1e-2, 1e-5):F3}");

        Assert.Contains(FormattableString.Invariant($"explains {100 * explained[0]:F1} % of the variance between {fits[0].Pairs} pairs of the two on clean data and {100 * explained[1]:F1} % on noisy data"), File.ReadAllText(DataFiles.Find("pages/findings.md")), StringComparison.Ordinal);

        static double Percent(double log) => 100 * (Math.Pow(10, log) - 1);
    }

    [Fact]
    public void The_words_are_those_of_the_rules()
    {
        IReadOnlyList<Verdict> clean = CollapseFamily.Judge(Records, Scenario.Clean, Sampling.Severe), noisy = CollapseFamily.Judge(Records, Scenario.Noisy(0.1), Sampling.Severe);
        Assert.Equal([Outcome.Equivalent, Outcome.Equivalent, Outcome.Opposite, Outcome.Equivalent, Outcome.Equivalent], clean.Select(verdict => verdict.Outcome));
        Assert.Equal([Outcome.Equivalent, Outcome.Suggested, Outcome.Undecided, Outcome.Undecided, Outcome.Undecided], noisy.Select(verdict => verdict.Outcome));
        Says(
            "collapse-read",
            $"({clean[1].Question.Effect.Value:F3} worse on average). On noisy data {-noisy[1].Question.Effect.Value:F3} in favour of the classes are *suggested*",
            $"{clean[2].Question.Effect.Value:F3} worse on clean data (*opposite*)");

        // Most of it at λ = 1.
        double[] gains = [.. CollapseStudy.ClassLambdas.Select(lambda => Mean(Arm.RegCls, lambda) - Mean(Arm.ScaledReg, lambda))];
        Assert.True(gains[0] < 0 && gains[0] / gains.Sum() > 0.5);

        double Mean(Arm arm, double lambda) => Records.Where(record => record.Configuration is { Optimiser: Optimiser.Adam } run && run.Scenario == Scenario.Noisy(0.1) && run.Lambda == lambda && run.Arm.HasClasses() == arm.HasClasses()).Average(record => record.TestMse);
    }

    [Fact]
    public void Decoupled_the_factor_does_nothing_and_the_strength_has_to_be_tuned()
    {
        double[] reg = [.. CollapseStudy.DecoupledDecays.Select(decay => Clean(1, decay, Optimiser.AdamW))];
        Says("decoupled-read", $"({reg[2]:F3} in the place of {reg[0]:F3} for reg on clean data), and at 1 it ruins the network ({reg[3]:F3})");
        Assert.All(CollapseStudy.DecoupledDecays, decay => Assert.All(CollapseStudy.Lambdas, lambda => Assert.Equal(Clean(1, decay, Optimiser.AdamW), Clean(lambda, decay, Optimiser.AdamW), 0.005)));
        Assert.Equal(0.007, 1 - Math.Pow(1 - 1e-3 * 1e-3, 6720), 5e-4);
    }

    [Fact]
    public void Every_pair_stands_in_the_picture_where_the_record_says()
    {
        XElement svg = XDocument.Load(DataFiles.Find("knob.svg")).Root!;
        double[] dots = [.. svg.Elements().Where(element => element.Name.LocalName == "circle").Skip(1).Select(dot => (300 - Number(dot, "cy")) / 216)];
        RunRecord[] clean = [.. Records.Where(record => record.Configuration is { Optimiser: Optimiser.Adam, WeightDecay: > 0 } && record.Configuration.Scenario == Scenario.Clean)];
        double[] errors = [.. clean.Where(record => !record.Configuration.Arm.HasClasses()).GroupBy(record => (record.Configuration.Lambda, record.Configuration.WeightDecay)).OrderBy(pair => pair.Key).Select(pair => pair.Average(record => record.TestMse))];
        Assert.Equal(42, dots.Length);
        Assert.All(dots.Zip(errors), pair => Assert.Equal(pair.Second, pair.First, 0.001));
        Assert.Equal(1 + clean.Where(record => record.Configuration.Arm.HasClasses()).Select(record => (record.Configuration.Lambda, record.Configuration.WeightDecay)).Distinct().Count(), svg.Elements().Count(element => (string?)element.Attribute("class") == "classes"));

        static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    // Between ratios over all, straight from the mean errors of pairs.
    private static double Explained(Scenario scenario)
    {
        (double Ratio, double Log)[] pairs =
        [
            .. Records.Where(record => record.Configuration is { Optimiser: Optimiser.Adam, WeightDecay: > 0, Arm: not Arm.RegCls } && record.Configuration.Scenario == scenario)
                .GroupBy(record => (record.Configuration.WeightDecay, record.Configuration.Lambda))
                .Select(pair => (Math.Round(Math.Log10(pair.Key.WeightDecay) - Math.Log10(pair.Key.Lambda)), Math.Log10(pair.Average(record => record.TestMse)))),
        ];
        double mean = pairs.Average(pair => pair.Log);
        return pairs.GroupBy(pair => pair.Ratio).Sum(ratio => ratio.Count() * Math.Pow(ratio.Average(pair => pair.Log) - mean, 2)) / pairs.Sum(pair => Math.Pow(pair.Log - mean, 2));
    }

    private static double Clean(double lambda, double decay, Optimiser optimiser = Optimiser.Adam) => Records
        .Where(record => record.Configuration is { Arm: not Arm.RegCls } run && run.Scenario == Scenario.Clean && run.Lambda == lambda && run.WeightDecay == decay && run.Optimiser == optimiser)
        .Average(record => record.TestMse);

    private static void Says(string cell, params FormattableString[] sentences)
    {
        string text = NotebookProse.Cell(Notebook, cell);
        Assert.All(sentences, sentence => Assert.Contains(FormattableString.Invariant(sentence), text, StringComparison.Ordinal));
    }
}
