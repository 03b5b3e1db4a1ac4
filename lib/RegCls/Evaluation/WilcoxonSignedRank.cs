using MathNet.Numerics.Distributions;

namespace RegCls.Evaluation;

/// <summary>
/// The two-sided Wilcoxon signed-rank test that differences are symmetric around zero. Zeros are dropped (Wilcoxon's own rule);
/// equal magnitudes share the mean of their ranks.
/// </summary>
/// <param name="PositiveRanks">The sum of the ranks of the positive differences.</param>
/// <param name="NegativeRanks">The sum of the ranks of the negative differences.</param>
/// <param name="Count">How many differences are not zero.</param>
/// <param name="PValue">The two-sided p-value; 1 if every difference is zero.</param>
/// <param name="IsExact">Whether the p-value is exact (up to 25 differences) or the normal approximation.</param>
public sealed record WilcoxonSignedRank(double PositiveRanks, double NegativeRanks, int Count, double PValue, bool IsExact)
{
    /// <summary>Up to this many differences the p-value is exact.</summary>
    public const int MostExact = 25;

    /// <summary>Tests the differences of pairs.</summary>
    /// <param name="differences">[n] finite differences.</param>
    /// <returns>
    /// The test. Up to 25 nonzero differences, all 2ⁿ signs of the ranks at hand, ties included, are counted exactly; above,
    /// the normal approximation with corrections for ties and continuity.
    /// </returns>
    /// <exception cref="ArgumentException">No differences, or one that is not finite.</exception>
    public static WilcoxonSignedRank Test(ReadOnlySpan<double> differences)
    {
        if (differences.IsEmpty)
        {
            throw new ArgumentException("The Wilcoxon test got no differences; expected at least one.", nameof(differences));
        }

        var nonzero = new List<double>(differences.Length);
        for (var i = 0; i < differences.Length; i++)
        {
            if (!double.IsFinite(differences[i]))
            {
                throw new ArgumentException($"Difference {i} of the Wilcoxon test is {differences[i]}; expected finite differences.", nameof(differences));
            }

            if (differences[i] != 0)
            {
                nonzero.Add(differences[i]);
            }
        }

        nonzero.Sort((x, y) => Math.Abs(x).CompareTo(Math.Abs(y)));
        var doubledRanks = DoubledRanks(nonzero, out var tieTerm);
        var doubledPositive = 0;
        for (var i = 0; i < nonzero.Count; i++)
        {
            doubledPositive += nonzero[i] > 0 ? doubledRanks[i] : 0;
        }

        var n = nonzero.Count;
        var doubledTotal = n * (n + 1);
        var isExact = n <= MostExact;
        var p = isExact ? Exact(doubledRanks, doubledPositive) : Approximate(n, doubledPositive / 2.0, tieTerm);
        return new WilcoxonSignedRank(doubledPositive / 2.0, (doubledTotal - doubledPositive) / 2.0, n, p, isExact);
    }

    // Twice the rank is an integer even when ranks are shared.
    private static int[] DoubledRanks(List<double> sorted, out double tieTerm)
    {
        var ranks = new int[sorted.Count];
        tieTerm = 0;
        for (var start = 0; start < ranks.Length;)
        {
            var end = start + 1;
            while (end < ranks.Length && Math.Abs(sorted[end]) == Math.Abs(sorted[start]))
            {
                end++;
            }

            ranks.AsSpan(start..end).Fill(start + 1 + end);
            var ties = (double)(end - start);
            tieTerm += (ties * ties * ties) - ties;
            start = end;
        }

        return ranks;
    }

    // ways[s]: how many of the 2ⁿ choices of signs give doubled rank sum s.
    private static double Exact(int[] doubledRanks, int observed)
    {
        var ways = new long[doubledRanks.Sum() + 1];
        ways[0] = 1;
        var reached = 0;
        foreach (var rank in doubledRanks)
        {
            for (var sum = reached; sum >= 0; sum--)
            {
                ways[sum + rank] += ways[sum];
            }

            reached += rank;
        }

        var atMost = ways.AsSpan(..(observed + 1)).ToArray().Sum();
        var atLeast = ways.AsSpan(observed..).ToArray().Sum();
        return Math.Min(1, 2.0 * Math.Min(atMost, atLeast) / (1L << doubledRanks.Length));
    }

    private static double Approximate(double n, double positive, double tieTerm)
    {
        var mean = n * (n + 1) / 4;
        var variance = (n * (n + 1) * ((2 * n) + 1) / 24) - (tieTerm / 48);
        var distance = Math.Max(0, Math.Abs(positive - mean) - 0.5);
        return Math.Min(1, 2 * Normal.CDF(0, 1, -distance / Math.Sqrt(variance)));
    }
}
