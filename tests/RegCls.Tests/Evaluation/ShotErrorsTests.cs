using CsCheck;
using RegCls.Data.Labels;
using RegCls.Evaluation;

namespace RegCls.Tests.Evaluation;

public class ShotErrorsTests
{
    [Fact]
    public void Errors_are_those_of_each_group()
    {
        LabelCounts training = LabelCounts.FromCounts(30, [500, 50, 5]);
        ShotErrors errors = ShotErrors.Of([31, 27, 33, 30, 60], [30, 30, 31, 32, 80], training);
        Assert.Equal((2, 2, 5), (errors.Many.Count, errors.Many.Mae, errors.Many.Mse));
        Assert.Equal(Math.Sqrt(3), errors.Many.GeometricMean!.Value, 1e-12);
        Assert.Equal((1, 2, 4, 2.0), (errors.Medium.Count, errors.Medium.Mae, errors.Medium.Mse, Math.Round(errors.Medium.GeometricMean!.Value, 12)));
        Assert.Equal((2, 11), (errors[Shot.Few].Count, errors.Few.Mae));
        Assert.Equal((5, 28.0 / 5), (errors.All.Count, errors.All.Mae));
    }

    [Fact]
    public void An_empty_group_has_no_numbers_and_shows_a_dash()
    {
        ShotErrors errors = ShotErrors.Of([31], [30], LabelCounts.FromCounts(30, [500]));
        Assert.Equal((0, null, null, null), (errors.Few.Count, errors.Few.Mae, errors.Few.Mse, errors.Few.GeometricMean));
        Assert.Equal(("–", "1.00"), (ErrorSummary.Text(errors.Few.Mae), ErrorSummary.Text(errors.Many.Mae)));
    }

    [Fact]
    public void The_means_are_ordered_as_means_are_and_groups_add_up()
    {
        Gen.Select(Gen.Double[-50, 150].Array[1, 30], Gen.Int[0, 6].Array[1, 5], Gen.Int[0, 999]).Sample((predictions, counts, seed) =>
        {
            Random random = new(seed);
            double[] targets = [.. predictions.Select(_ => random.Next(0, 8) + 0.5)];
            ShotErrors errors = ShotErrors.Of(predictions, targets, LabelCounts.FromCounts(0, counts), new ShotRule { ManyAbove = 4, FewBelow = 2 });
            Assert.Equal(errors.All.Count, Enum.GetValues<Shot>().Sum(shot => errors[shot].Count));
            Assert.Equal(errors.All.Mse!.Value * errors.All.Count, Enum.GetValues<Shot>().Sum(shot => errors[shot].Count * (errors[shot].Mse ?? 0)), 1e-6);
            Assert.True(errors.All.GeometricMean <= errors.All.Mae + 1e-9 && errors.All.Mae * errors.All.Mae <= errors.All.Mse + 1e-9);
        });
    }

    [Fact]
    public void An_exact_prediction_makes_the_geometric_mean_0_and_a_diverged_one_is_a_sentence()
    {
        LabelCounts training = LabelCounts.FromCounts(0, [1]);
        Assert.Equal(0, ShotErrors.Of([0, 5], [0, 0], training).All.GeometricMean);
        Assert.Contains("has diverged", Assert.Throws<ArgumentException>(() => ShotErrors.Of([double.NaN], [0], training)).Message, StringComparison.Ordinal);
        Assert.Contains("2 predictions for 1 targets", Assert.Throws<ArgumentException>(() => ShotErrors.Of([1, 2], [0], training)).Message, StringComparison.Ordinal);
    }
}
