using System.Text.RegularExpressions;
using Plotly.NET;
using RegCls.Data;
using RegCls.Figures;
using RegCls.Studies;
using RegCls.Theory;
using RegCls.Training;

namespace RegCls.Tests.Figures;

public class TheoryFiguresTests
{
    private static readonly IdentityWorld[] Worlds = [IdentityWorld.Of(LabelPriors.Mixture), IdentityWorld.Of(LabelPriors.AgeDb())];

    [Fact]
    public void Posteriors_have_a_column_a_world_and_say_how_they_were_computed()
    {
        string figure = Json(PosteriorsFigure.Create(Worlds, 20, 5_000));
        Assert.Contains("\"xaxis4\"", figure, StringComparison.Ordinal);
        Assert.All(["reading 21 of 40", "counted in a sample of 5,000", "target y in years", "p(y|x), Eq. 5", "p(y|x), Bayes"], text => Assert.Contains(text, figure, StringComparison.Ordinal));
        Assert.Throws<ArgumentException>(() => PosteriorsFigure.Create([], 20, 1));
    }

    [Fact]
    public void The_error_of_the_identity_is_drawn_for_both_cases()
    {
        string figure = Json(IdentityErrorFigure.Create(Worlds, 16_384));
        Assert.All(["up to n = 16,384", "the same p(x|y) in both worlds", "some readings are never seen in training", "1/√n"], text => Assert.Contains(text, figure, StringComparison.Ordinal));
    }

    [Fact]
    public void The_gap_is_drawn_for_each_spread_with_targets_without_data_left_out()
    {
        string figure = Json(GapFigure.Create([LabelPriors.AgeDb()], 0.02, 0.08));
        Assert.All(["σ = 2", "σ = 8", "gap G in nats", "density p(y)"], text => Assert.Contains(text, figure, StringComparison.Ordinal));
        Assert.DoesNotContain("Infinity", figure, StringComparison.Ordinal);
    }

    [Fact]
    public void The_class_gap_names_its_cases()
    {
        string figure = Json(ClassGapFigure.Create([LabelPriors.Tail], LabelPriors.AgeDb(), 5));
        Assert.All(["mean over 5 pairs", "C = 17", "rare (87 years), right", "rare (87 years), taken for 33", "1/C"], text => Assert.Contains(text, figure, StringComparison.Ordinal));
    }

    [Fact]
    public void The_bounds_are_drawn_for_the_rarest_and_the_most_frequent_class()
    {
        string figure = Json(GapBoundsFigure.Create("by hand", [0.9, 0.01, 0.09], 50));
        Assert.All(["by hand, C = 3; 50 random posteriors", "the rarest class, r = 90", "training cross-entropy"], text => Assert.Contains(text, figure, StringComparison.Ordinal));
    }

    [Fact]
    public void The_mechanism_is_drawn_for_every_arm_and_the_head()
    {
        MechanismRecord[] records =
        [
            .. MechanismStudy.Create(Profile.Quick).Configurations.Select(run => new MechanismRecord
            {
                Configuration = run,
                Seconds = 1,
                Version = "test",
                Measure = new MechanismMeasure
                {
                    TrainingCrossEntropy = 1,
                    BalancedCrossEntropy = run.Epochs + 0.125,
                    Gap = run.Function + 0.25,
                    HeadCrossEntropy = run.Arm == Arm.RegCls ? 7.0625 : double.NaN,
                    HeadGap = run.Arm == Arm.RegCls ? 3 : double.NaN,
                    LikelihoodDifference = 2,
                },
            }),
        ];
        string figure = Json(MechanismFigure.Create(records, "quick run, live"));
        Assert.All(["quick run, live: severe, C = 16, 3 functions × 1 seed", "reg+cls, its head", "scaled reg", "80.125", "7.0625", "1.25"], text => Assert.Contains(text, figure, StringComparison.Ordinal));
        Assert.Throws<ArgumentException>(() => MechanismFigure.Create([], ""));
    }

    private static string Json(GenericChart chart) => Regex.Unescape(GenericChart.toFigureJson(chart));
}
