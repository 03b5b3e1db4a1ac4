namespace RegCls.Data;

/// <summary>What is done to the training targets beyond Gaussian noise: kinds of noise that classes could be good at, as a range forgives what stays within it.</summary>
public enum TrainingNoise
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Heavy tails: plus 0.1 times Student's t with 2 degrees of freedom, whose variance is infinite.</summary>
    HeavyTails,

    /// <summary>5 % of the targets are replaced by uniform draws between the smallest and the largest target.</summary>
    Outliers,

    /// <summary>Heaped, as ages that end on 0 and 5: 40 % of the targets are rounded to a tenth of their range, 30 % to a twentieth, the rest stay.</summary>
    Heaped,

    /// <summary>In every second of 16 equal ranges of the target, starting with the first, Gaussian noise with a standard deviation of 0.3; none in the others.</summary>
    ByClass,
}

/// <summary>Applies <see cref="TrainingNoise"/>.</summary>
public static class TrainingNoiseExtensions
{
    private const int Ranges = 16;

    /// <summary>The samples with noise on their targets.</summary>
    /// <param name="noise">Which.</param>
    /// <param name="samples">Samples; not changed.</param>
    /// <param name="stream">Drawn from once or twice a sample, in order.</param>
    public static SampleSet Apply(this TrainingNoise noise, SampleSet samples, RandomStream stream)
    {
        (double low, double high) = (samples.Targets.Min(), samples.Targets.Max());
        double range = high - low;
        return noise switch
        {
            TrainingNoise.None => samples,
            TrainingNoise.HeavyTails => With(y => y + 0.1 * StudentT2(stream)),
            TrainingNoise.Outliers => With(y => stream.NextUniform(0, 1) < 0.05 ? stream.NextUniform(low, high) : y),
            TrainingNoise.Heaped => With(y => stream.NextUniform(0, 1) switch
            {
                < 0.4 => Rounded(y, range / 10),
                < 0.7 => Rounded(y, range / 20),
                _ => y,
            }),
            TrainingNoise.ByClass => With(y => (int)Math.Min(Ranges * (y - low) / range, Ranges - 1) % 2 == 0 ? y + 0.3 * stream.NextGaussian() : y),
            _ => throw new ArgumentOutOfRangeException(nameof(noise), noise, "Expected a kind of noise."),
        };

        SampleSet With(Func<double, double> change) => new(samples.Inputs, [.. samples.Targets.Select(change)]);

        double Rounded(double y, double step) => low + step * Math.Round((y - low) / step);
    }

    // With two degrees of freedom: a normal over the root of an exponential with mean 1.
    private static double StudentT2(RandomStream stream) => stream.NextGaussian() / Math.Sqrt(-Math.Log(1 - stream.NextUniform(0, 1)));
}
