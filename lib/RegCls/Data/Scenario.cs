using System.Globalization;

namespace RegCls.Data;

/// <summary>A scenario of the 1D study: clean, noisy targets with a standard deviation, or out-of-distribution (Fig. 1).</summary>
public sealed record Scenario
{
    private Scenario(ScenarioKind kind, double noiseStandardDeviation)
    {
        Kind = kind;
        NoiseStandardDeviation = noiseStandardDeviation;
    }

    /// <summary>The targets are f(x).</summary>
    public static Scenario Clean { get; } = new(ScenarioKind.Clean, 0);

    /// <summary>Training, validation and test inputs come from different intervals; the targets are f(x).</summary>
    public static Scenario OutOfDistribution { get; } = new(ScenarioKind.OutOfDistribution, 0);

    /// <summary>Which of the three.</summary>
    public ScenarioKind Kind { get; }

    /// <summary>The standard deviation of the Gaussian noise on the targets, in units of the target; 0 unless noisy.</summary>
    public double NoiseStandardDeviation { get; }

    /// <summary>A short name for titles and records: "clean", "noisy (σ = 0.1)", "out-of-distribution".</summary>
    public string Name => Kind switch
    {
        ScenarioKind.Clean => "clean",
        ScenarioKind.Noisy => string.Create(CultureInfo.InvariantCulture, $"noisy (σ = {NoiseStandardDeviation:R})"),
        _ => "out-of-distribution",
    };

    /// <summary>The targets are f(x) plus Gaussian noise; Fig. 3 uses σ = 0.1, Fig. 5 varies it.</summary>
    /// <param name="standardDeviation">σ ≥ 0, in units of the target.</param>
    /// <exception cref="ArgumentOutOfRangeException">σ is negative, NaN or infinite.</exception>
    public static Scenario Noisy(double standardDeviation = 0.1)
    {
        if (!(standardDeviation >= 0) || double.IsInfinity(standardDeviation))
        {
            throw new ArgumentOutOfRangeException(nameof(standardDeviation), standardDeviation, "The noise of a noisy scenario must be a finite standard deviation of at least 0.");
        }

        return new Scenario(ScenarioKind.Noisy, standardDeviation);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
