namespace RegCls.Binning;

/// <summary>The symmetric kernel of label and feature distribution smoothing (Yang et al. 2021), over bins.</summary>
public sealed class SmoothingKernel
{
    private readonly double[] weights;

    private SmoothingKernel(double[] weights) => this.weights = weights;

    /// <summary>The weights, an odd number of them.</summary>
    public ReadOnlySpan<double> Weights => weights;

    /// <summary>A Gaussian, <c>exp(-k² / 2σ²)</c> for k = -size/2…size/2; its maximum is 1.</summary>
    /// <param name="size">Bins it reaches over, odd and positive; 5 in Yang et al.</param>
    /// <param name="sigma">σ in bins; 2 in Yang et al.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is not odd and positive, or σ not a positive number.</exception>
    public static SmoothingKernel Gaussian(int size = 5, double sigma = 2)
    {
        if (size < 1 || size % 2 == 0)
        {
            throw new ArgumentOutOfRangeException(nameof(size), size, "A smoothing kernel reaches over an odd number of bins.");
        }

        if (!(sigma > 0) || !double.IsFinite(sigma))
        {
            throw new ArgumentOutOfRangeException(nameof(sigma), sigma, "The σ of a smoothing kernel must be a positive number of bins.");
        }

        int half = size / 2;
        return new SmoothingKernel([.. Enumerable.Range(-half, size).Select(k => Math.Exp(-k * k / (2 * sigma * sigma)))]);
    }

    /// <summary>
    /// The Gaussian as the release of Yang et al. computes it: an impulse in the middle of <paramref name="size"/> bins, filtered with a Gaussian that reaches over 4σ and is reflected at both ends. What
    /// the ends throw back makes it flatter than <see cref="Gaussian"/>: 0.858, 0.946, 1 instead of 0.607, 0.882, 1. Its maximum is 1.
    /// </summary>
    /// <param name="size">Bins it reaches over, odd and positive; 5 in Yang et al.</param>
    /// <param name="sigma">σ in bins; 2 in Yang et al.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is not odd and positive, or σ not a positive number.</exception>
    public static SmoothingKernel ReflectedGaussian(int size = 5, double sigma = 2)
    {
        double[] impulse = Gaussian(size, sigma).weights;
        Array.Clear(impulse);
        impulse[size / 2] = 1;
        double[] filtered = Gaussian(2 * (int)(4 * sigma + 0.5) + 1, sigma).Convolve(impulse, SmoothingEdge.Reflect);
        return new SmoothingKernel([.. filtered.Select(weight => weight / filtered.Max())]);
    }

    /// <summary>The same kernel with weights that sum to 1.</summary>
    public SmoothingKernel Normalised()
    {
        double sum = weights.Sum();
        return new SmoothingKernel([.. weights.Select(weight => weight / sum)]);
    }

    /// <summary>Convolves values over bins.</summary>
    /// <param name="values">[K], one a bin.</param>
    /// <param name="edge">What lies beyond the ends.</param>
    /// <returns>[K].</returns>
    public double[] Convolve(ReadOnlySpan<double> values, SmoothingEdge edge)
    {
        double[] smoothed = new double[values.Length];
        int half = weights.Length / 2;
        for (int bin = 0; bin < smoothed.Length; bin++)
        {
            for (int k = -half; k <= half; k++)
            {
                int source = Inside(bin + k, values.Length, edge);
                smoothed[bin] += source < 0 ? 0 : weights[k + half] * values[source];
            }
        }

        return smoothed;
    }

    // The bin that stands at a place, or -1 for zero. A mirrored place may be beyond the other end where there are few bins.
    private static int Inside(int place, int length, SmoothingEdge edge)
    {
        if (edge == SmoothingEdge.Zero)
        {
            return place >= 0 && place < length ? place : -1;
        }

        if (length == 1)
        {
            return 0;
        }

        while (place < 0 || place >= length)
        {
            int repeated = edge == SmoothingEdge.Reflect ? 1 : 0;
            place = place < 0 ? -place - repeated : 2 * (length - 1) - place + repeated;
        }

        return place;
    }
}
