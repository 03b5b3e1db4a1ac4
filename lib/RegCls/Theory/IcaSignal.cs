using RegCls.Data;

namespace RegCls.Theory;

/// <summary>A signal of independent, non-stationary sources and what is observed of it.</summary>
/// <param name="Count">Number of samples N, segment after segment.</param>
/// <param name="Sources">s, <c>[N, n]</c> row by row.</param>
/// <param name="Observed">x, <c>[N, n]</c> row by row.</param>
/// <param name="Segments">The segment of each sample, <c>[N]</c>.</param>
/// <param name="Scales">b, the scale of each source in each segment, <c>[segments, n]</c> row by row.</param>
public sealed record IcaSignal(int Count, double[] Sources, double[] Observed, long[] Segments, double[] Scales)
{
    /// <summary>
    /// The share of samples whose segment is told by who knows sources and scales: the segment with the largest <c>-Σ_i (|s_i| / b_i + log b_i)</c>. No classifier of x does better on average, because the
    /// mixing is one to one.
    /// </summary>
    public double BestAccuracy()
    {
        int n = Sources.Length / Count, segments = Scales.Length / n, right = 0;
        double[] constants = [.. Enumerable.Range(0, segments).Select(segment => Scales.AsSpan(segment * n, n).ToArray().Sum(scale => Math.Log(scale)))];
        for (int i = 0; i < Count; i++)
        {
            (int best, double least) = (0, double.PositiveInfinity);
            for (int segment = 0; segment < segments; segment++)
            {
                double value = constants[segment];
                for (int source = 0; source < n; source++)
                {
                    value += Math.Abs(Sources[i * n + source]) / Scales[segment * n + source];
                }

                (best, least) = value < least ? (segment, value) : (best, least);
            }

            right += best == Segments[i] ? 1 : 0;
        }

        return (double)right / Count;
    }

    /// <summary>
    /// Draws two signals, to train and to test, that share mixing and segments: in segment τ source i is Laplace with a scale <c>b_i(τ)</c> of its own,
    /// <c>log b ~ U(-1.5, 1.5)</c>. A test sample is a fresh draw.
    /// </summary>
    /// <param name="options">Sizes.</param>
    /// <param name="seed">Which pair of signals.</param>
    /// <exception cref="ArgumentException">As <see cref="IcaOptions.Validate"/>.</exception>
    public static (IcaSignal Train, IcaSignal Test) Draw(IcaOptions options, int seed)
    {
        options.Validate();
        IcaMixing mixing = new(options.Sources, options.MixingLayers, RandomStream.Named("ica", seed, "mixing"));
        RandomStream stream = RandomStream.Named("ica", seed, "scales");
        double[] scales = [.. Enumerable.Range(0, options.Segments * options.Sources).Select(_ => Math.Exp(stream.NextUniform(-1.5, 1.5)))];
        return (Draw("train"), Draw("test"));

        IcaSignal Draw(string purpose)
        {
            RandomStream draws = RandomStream.Named("ica", seed, purpose);
            int count = options.Segments * options.SamplesPerSegment, n = options.Sources;
            double[] sources = new double[count * n], observed = new double[count * n];
            long[] segments = new long[count];
            for (int i = 0; i < count; i++)
            {
                int segment = i / options.SamplesPerSegment;
                segments[i] = segment;
                for (int source = 0; source < n; source++)
                {
                    double u = draws.NextUniform(-1, 1);
                    sources[i * n + source] = -scales[segment * n + source] * Math.Sign(u) * Math.Log(1 - Math.Abs(u));
                }

                mixing.Mix(sources.AsSpan(i * n, n)).CopyTo(observed, i * n);
            }

            return new IcaSignal(count, sources, observed, segments, scales);
        }
    }
}
