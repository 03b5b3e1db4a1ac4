namespace RegCls.Losses;

/// <summary>A Gaussian mixture fitted to labels by expectation maximisation (Dempster, Laird and Rubin 1977).</summary>
/// <param name="Mixture">The mixture after the last round.</param>
/// <param name="LogLikelihoods">The mean log-likelihood of the labels before each round and after the last, in nats; it never falls.</param>
public sealed record GaussianMixtureFit(GaussianMixture Mixture, IReadOnlyList<double> LogLikelihoods)
{
    /// <summary>No component gets a standard deviation below this share of the labels' range: one that sits on a single label would have an infinite likelihood.</summary>
    public const double NarrowestShare = 1e-3;

    /// <summary>
    /// Fits a mixture. The start is deterministic: the sorted labels are cut into K parts of equal size, and each component starts with the mean and
    /// variance of its part. No random number is drawn.
    /// </summary>
    /// <param name="labels"><c>[N]</c> finite labels, not all equal.</param>
    /// <param name="components">K, from 1 to N.</param>
    /// <param name="rounds">At most this many rounds.</param>
    /// <param name="tolerance">Ends when a round gains less than this mean log-likelihood, in nats.</param>
    /// <exception cref="ArgumentException">There are fewer labels than components, one is not finite, or all are equal.</exception>
    public static GaussianMixtureFit Of(ReadOnlySpan<double> labels, int components, int rounds = 200, double tolerance = 1e-7)
    {
        double[] sorted = Sorted(labels, components);
        double least = NarrowestShare * (sorted[^1] - sorted[0]);
        GaussianMixture mixture = Start(sorted, components, least * least);
        double[] responsibilities = new double[sorted.Length * components];
        List<double> likelihoods = [Expect(sorted, mixture, responsibilities)];
        for (int round = 0; round < rounds; round++)
        {
            mixture = Maximise(sorted, mixture, responsibilities, least * least);
            likelihoods.Add(Expect(sorted, mixture, responsibilities));
            if (likelihoods[^1] - likelihoods[^2] < tolerance)
            {
                break;
            }
        }

        return new GaussianMixtureFit(mixture, likelihoods);
    }

    private static double[] Sorted(ReadOnlySpan<double> labels, int components)
    {
        if (components < 1 || labels.Length < components)
        {
            throw new ArgumentException($"A mixture of {components} components cannot be fitted to {labels.Length} labels; expected at least one component and one label for each.", nameof(components));
        }

        foreach (double label in labels)
        {
            if (!double.IsFinite(label))
            {
                throw new ArgumentException($"A label is {label}; expected finite labels: remove or repair that sample.", nameof(labels));
            }
        }

        double[] sorted = labels.ToArray();
        Array.Sort(sorted);
        return sorted[^1] > sorted[0]
            ? sorted
            : throw new ArgumentException($"All {sorted.Length} labels are {sorted[0]}; a mixture has a density only if labels differ.", nameof(labels));
    }

    private static GaussianMixture Start(double[] sorted, int components, double leastVariance)
    {
        double[] means = new double[components], variances = new double[components];
        for (int k = 0; k < components; k++)
        {
            ReadOnlySpan<double> part = sorted.AsSpan()[(int)((long)k * sorted.Length / components)..(int)((k + 1L) * sorted.Length / components)];
            double mean = 0, square = 0;
            foreach (double label in part)
            {
                mean += label / part.Length;
            }

            foreach (double label in part)
            {
                square += (label - mean) * (label - mean) / part.Length;
            }

            (means[k], variances[k]) = (mean, Math.Max(square, leastVariance));
        }

        return new GaussianMixture([.. Enumerable.Repeat(1.0 / components, components)], means, variances);
    }

    // Fills responsibilities [N, K] with p(k | y) and returns the mean of log p(y).
    private static double Expect(double[] labels, GaussianMixture mixture, double[] responsibilities)
    {
        int components = mixture.Components;
        double[] offsets = [.. Enumerable.Range(0, components).Select(k => Math.Log(mixture.Weights[k]) - 0.5 * Math.Log(2 * Math.PI * mixture.Variances[k]))];
        double[] means = [.. mixture.Means], precisions = [.. mixture.Variances.Select(variance => 0.5 / variance)];
        double total = 0;
        for (int n = 0; n < labels.Length; n++)
        {
            Span<double> row = responsibilities.AsSpan(n * components, components);
            double largest = double.NegativeInfinity, sum = 0;
            for (int k = 0; k < components; k++)
            {
                double distance = labels[n] - means[k];
                row[k] = offsets[k] - precisions[k] * distance * distance;
                largest = Math.Max(largest, row[k]);
            }

            foreach (ref double term in row)
            {
                term = Math.Exp(term - largest);
                sum += term;
            }

            foreach (ref double term in row)
            {
                term /= sum;
            }

            total += largest + Math.Log(sum);
        }

        return total / labels.Length;
    }

    private static GaussianMixture Maximise(double[] labels, GaussianMixture mixture, double[] responsibilities, double leastVariance)
    {
        int components = mixture.Components;
        double[] counts = new double[components], means = new double[components], variances = new double[components];
        for (int n = 0; n < labels.Length; n++)
        {
            for (int k = 0; k < components; k++)
            {
                counts[k] += responsibilities[n * components + k];
                means[k] += responsibilities[n * components + k] * labels[n];
            }
        }

        for (int k = 0; k < components; k++)
        {
            means[k] = counts[k] > 0 ? means[k] / counts[k] : mixture.Means[k];
        }

        for (int n = 0; n < labels.Length; n++)
        {
            for (int k = 0; k < components; k++)
            {
                double distance = labels[n] - means[k];
                variances[k] += responsibilities[n * components + k] * distance * distance;
            }
        }

        // A floor under the variance keeps the step a maximiser, of the likelihood among mixtures that are wide enough: it still never falls.
        for (int k = 0; k < components; k++)
        {
            variances[k] = counts[k] > 0 ? Math.Max(variances[k] / counts[k], leastVariance) : mixture.Variances[k];
        }

        double all = counts.Sum();
        return new GaussianMixture([.. counts.Select(count => count / all)], means, variances);
    }
}
