using RegCls.Losses;
using RegCls.Theory;

namespace RegCls.Tests.Losses;

/// <summary>The minimiser of each loss on a linear-Gaussian case, whose balanced regression and whose imbalanced posterior mean are known in closed form.</summary>
public class BalancedMinimiserTests
{
    private static readonly (double[] Inputs, double[] Targets) Sample = BalancedLine.Sample(256);

    [Fact]
    public void The_sample_has_the_moments_of_the_case()
    {
        // Var y = τ², Var x = τ² + s², Cov(x, y) = τ².
        double meanX = Sample.Inputs.Average(), meanY = Sample.Targets.Average();
        Assert.Equal(0.7, meanY, 1e-3);
        Assert.Equal(0.7, meanX, 0.01);
        Assert.Equal(0.36, Sample.Targets.Average(y => (y - meanY) * (y - meanY)), 0.01);
        Assert.Equal(0.61, Sample.Inputs.Average(x => (x - meanX) * (x - meanX)), 0.02);
        Assert.Equal(0.36, Sample.Inputs.Zip(Sample.Targets, (x, y) => (x - meanX) * (y - meanY)).Average(), 0.01);
    }

    [Fact]
    public void Mse_finds_the_shrunk_line()
    {
        BalancedLine line = BalancedLine.Fit(RegressionLoss.Squared, Sample.Inputs, Sample.Targets);
        Assert.Equal(0.36 / 0.61, line.Slope, 0.01);
        Assert.Equal((1 - (0.36 / 0.61)) * 0.7, line.Offset, 0.01);
        Assert.Equal(0.36 / 0.61, BalancedLine.ShrunkSlope, 1e-12);
        Assert.True(double.IsNaN(line.Sigma));
    }

    [Theory]
    [InlineData(RegressionLoss.Gai)]
    [InlineData(RegressionLoss.Bni)]
    [InlineData(RegressionLoss.Bmc)]
    public void Each_balanced_loss_finds_the_balanced_line_and_its_noise(RegressionLoss loss)
    {
        // The shrunk slope is 0.59, 0.41 away.
        const double tolerance = 0.03;
        BalancedLine line = BalancedLine.Fit(loss, Sample.Inputs, Sample.Targets);
        Assert.Equal(1, line.Slope, tolerance);
        Assert.Equal(0, line.Offset, tolerance);
        Assert.Equal(0.5, line.Sigma, tolerance);
    }
}
