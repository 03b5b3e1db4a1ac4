using RegCls.Losses;
using RegCls.Theory;

namespace RegCls.Tests.Theory;

public class LossCurveTests
{
    private static readonly double[] Predictions = [-1.5, -0.2, 0.4, 0.5, 0.9, 2];

    [Fact]
    public void Gai_is_the_squared_error_and_the_log_ratio_of_the_blurred_prior()
    {
        GaussianMixture prior = new([0.3, 0.7], [-1, 0.5], [0.1, 0.4]);
        foreach (double sigma in new[] { 0.5, 0.05 })
        {
            GaussianMixture blurred = prior.Blurred(sigma * sigma);
            double[] curve = LossCurve.Gai(Predictions, 0.5, prior, sigma);
            for (int i = 0; i < Predictions.Length; i++)
            {
                double expected = Math.Pow(Predictions[i] - 0.5, 2) + 2 * sigma * sigma * Math.Log(blurred.Density(Predictions[i]) / blurred.Density(0.5));
                Assert.Equal(expected, curve[i], 1e-9);
            }
        }
    }

    [Fact]
    public void Bmc_is_within_2_sigma_squared_log_B_of_its_limit_and_free_where_its_own_target_is_nearest()
    {
        double[] targets = [0.5, -1, 1.4, 1.5];
        double[] limit = LossCurve.BmcLimit(Predictions, targets);
        foreach (double sigma in new[] { 0.3, 0.03, 0.003 })
        {
            double[] curve = LossCurve.Bmc(Predictions, targets, sigma);
            for (int i = 0; i < Predictions.Length; i++)
            {
                Assert.InRange(curve[i] - limit[i], 0, 2 * sigma * sigma * Math.Log(4));
            }
        }

        // 0.9 is 0.4 off, but still nearer to 0.5 than to 1.4: nothing pulls it back.
        Assert.Equal(0, limit[4], 1e-12);
        Assert.Equal(Math.Pow(2 - 0.5, 2) - Math.Pow(2 - 1.5, 2), limit[5], 1e-12);
    }
}
