using RegCls.Data;

namespace RegCls.Theory;

/// <summary>How far the gap with C classes (Eq. 9) is from the gap with targets (Eq. 7).</summary>
public static class ClassGapError
{
    /// <summary>Mean of <c>|G_C - G|</c> over pairs of a target y from p(y) and a prediction <c>f = y + σ·N(0, 1)</c>, clamped to the range.</summary>
    /// <param name="prior">p(y).</param>
    /// <param name="relativeSpread">σ as a share of the range.</param>
    /// <param name="classes">Numbers of classes C, of equal width.</param>
    /// <param name="pairs">How many pairs.</param>
    /// <param name="stream">All randomness; the pairs are the same for every C.</param>
    /// <returns>One mean in nats a number of classes.</returns>
    public static double[] Mean(LabelPrior prior, double relativeSpread, IReadOnlyList<int> classes, int pairs, RandomStream stream)
    {
        double spread = relativeSpread * prior.Width;
        double[][] classPriors = [.. classes.Select(prior.ClassProbabilities)];
        double[] sums = new double[classes.Count];
        for (int pair = 0; pair < pairs; pair++)
        {
            double y = prior.Sample(stream);
            double prediction = Math.Clamp(y + spread * stream.NextGaussian(), prior.Low, prior.High);
            double gap = ImbalanceGap.OfGaussian(prior, prediction, spread, y);
            BoundedGaussian balanced = new(prediction, spread, prior.Low, prior.High);
            for (int i = 0; i < classes.Count; i++)
            {
                int trueClass = Math.Min((int)((y - prior.Low) / prior.Width * classes[i]), classes[i] - 1);
                sums[i] += Math.Abs(ClassGap.Of(ClassGap.Posterior(balanced, prior.Low, prior.High, classes[i]), classPriors[i], trueClass) - gap);
            }
        }

        return [.. sums.Select(sum => sum / pairs)];
    }
}
