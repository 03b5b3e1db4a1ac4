using RegCls.Data;

namespace RegCls.Theory;

/// <summary>A pair of worlds in which everything is known: targets with a prior, and a reading of them. In the balanced world targets are uniform.</summary>
/// <param name="Prior">p(y) of the imbalanced world.</param>
/// <param name="Reading">p(x|y) of the balanced world.</param>
/// <param name="Edges">Edges of the bins of y in which posteriors are compared.</param>
public sealed record IdentityWorld(LabelPrior Prior, NoisyReading Reading, IReadOnlyList<double> Edges)
{
    /// <summary>Noise τ of the reading, as a share of the range.</summary>
    public const double RelativeNoise = 0.08;

    /// <summary>Number of readings: cells of the instrument's scale.</summary>
    public const int Readings = 40;

    /// <summary>A world with noise of 8 % of the range and 40 readings, compared in as many bins as the prior's histogram has, or 50.</summary>
    public static IdentityWorld Of(LabelPrior prior) => new(
        prior,
        new NoisyReading(prior.Low, prior.High, RelativeNoise * prior.Width, Readings),
        ImbalancedPosterior.EqualBins(prior, prior.Breaks.Count > 2 ? prior.Breaks.Count - 1 : 50));

    /// <summary>Posterior by Bayes' rule on a grid; see <see cref="ImbalancedPosterior.OnGrid"/>.</summary>
    /// <param name="x">The reading.</param>
    /// <param name="training">p(x|y) of the imbalanced world; null for the balanced world's.</param>
    public double[] OnGrid(int x, IReading? training = null) => ImbalancedPosterior.OnGrid(Prior, training ?? Reading, x, Edges);

    /// <summary>Posterior by Eq. 5, from p_bal(y|x) of the balanced world; see <see cref="ImbalancedPosterior.ByIdentity"/>.</summary>
    public double[] ByIdentity(int x) => ImbalancedPosterior.ByIdentity(Prior, y => Reading.BalancedDensity(x, y), Edges);

    /// <summary>
    /// How far Eq. 5 is from what a sample of the imbalanced world shows: total variation between the two posteriors, averaged over readings as often as they occur.
    /// </summary>
    /// <param name="samples">Sample size n; the distance falls as 1/√n where Eq. 5 holds.</param>
    /// <param name="stream">All randomness.</param>
    /// <param name="training">p(x|y) of the imbalanced world; null for the balanced world's.</param>
    public double DistanceFromSample(int samples, RandomStream stream, IReading? training = null)
    {
        long[,] counts = ImbalancedPosterior.Count(Prior, training ?? Reading, Edges, samples, stream);
        double sum = 0;
        for (int x = 0; x < Reading.Count; x++)
        {
            if (ImbalancedPosterior.FromCounts(counts, x) is { } counted)
            {
                long occurred = Enumerable.Range(0, counts.GetLength(1)).Sum(bin => counts[x, bin]);
                sum += occurred * ImbalancedPosterior.TotalVariation(counted, ByIdentity(x));
            }
        }

        return sum / samples;
    }

    /// <summary>The training data of the out-of-distribution case: every third block of five readings is never shown.</summary>
    public PartlySeenReading OutOfDistribution() => new(Reading, x => x / 5 % 3 != 1);
}
