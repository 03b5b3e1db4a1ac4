using RegCls.Evaluation;
using Xunit;

namespace RegCls.Tests.Evaluation;

public class HolmCorrectionTests
{
    [Fact]
    public void Four_hypotheses_give_the_textbook_adjustment()
    {
        // The usual worked example: sorted 0.005, 0.01, 0.03, 0.04 times 4, 3, 2, 1, made monotone.
        double[] expected = [0.03, 0.06, 0.06, 0.02];
        var adjusted = HolmCorrection.Adjust([0.01, 0.04, 0.03, 0.005]);
        Assert.All(expected.Zip(adjusted), pair => Assert.Equal(pair.First, pair.Second, 12));
    }

    [Fact]
    public void Adjusted_values_stop_at_one_and_bad_ones_are_told()
    {
        Assert.Equal([1, 1], HolmCorrection.Adjust([0.9, 0.6]));
        Assert.Empty(HolmCorrection.Adjust([]));
        Assert.Contains("p-value 1", Assert.Throws<ArgumentException>(() => HolmCorrection.Adjust([0.1, 1.5])).Message, StringComparison.Ordinal);
    }
}
