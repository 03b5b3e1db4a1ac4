using MathNet.Numerics.Distributions;

namespace RegCls.Evaluation;

/// <summary>Two arms compared at equal seeds on one split: what a study of three seeds can say. It describes the randomness of training, not other data; see <c>data/verdict-rules.md</c>.</summary>
/// <param name="Mean">Mean over seeds of first − second.</param>
/// <param name="Low">Lower end of the 95 % t-interval over seeds.</param>
/// <param name="High">Upper end.</param>
/// <param name="Seeds">How many seeds.</param>
public sealed record SeedDifference(double Mean, double Low, double High, int Seeds)
{
    /// <summary><c>seen</c> if the interval lies below 0, <c>opposite</c> if above, else <c>not seen</c>: the claim is that the first arm's error is smaller.</summary>
    public string Word => High < 0 ? "seen" : Low > 0 ? "opposite" : "not seen";

    /// <summary>Compares values of equal seeds.</summary>
    /// <param name="first">Value of each seed, first arm.</param>
    /// <param name="second">Value of each seed, second arm.</param>
    /// <exception cref="ArgumentException">The arms have other seeds, fewer than two, or a value that is not finite.</exception>
    public static SeedDifference Of(IReadOnlyDictionary<int, double> first, IReadOnlyDictionary<int, double> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Count < 2 || !first.Keys.Order().SequenceEqual(second.Keys.Order()))
        {
            throw new ArgumentException($"A comparison needs the same two seeds or more in both arms, got {string.Join(", ", first.Keys.Order())} and {string.Join(", ", second.Keys.Order())}.", nameof(second));
        }

        double[] differences = [.. first.Keys.Order().Select(seed => first[seed] - second[seed])];
        if (!differences.All(double.IsFinite))
        {
            throw new ArgumentException("A comparison needs finite values.", nameof(first));
        }

        double mean = differences.Average();
        double variance = differences.Sum(value => (value - mean) * (value - mean)) / (differences.Length - 1);
        double half = StudentT.InvCDF(0, 1, differences.Length - 1, 0.975) * Math.Sqrt(variance / differences.Length);
        return new SeedDifference(mean, mean - half, mean + half, differences.Length);
    }
}
