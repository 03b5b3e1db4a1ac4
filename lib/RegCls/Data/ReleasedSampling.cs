namespace RegCls.Data;

/// <summary>The arithmetic of the authors' released sampling, for one pool.</summary>
internal static class ReleasedSampling
{
    /// <summary>Equally many draws from each non-empty bin over the pool's target range: 60,000 / 1,024 + 1 = 59 in the study.</summary>
    public static double[] Uniform(TargetPool pool, int total, int bins, RandomStream stream) =>
        new BinnedPool(pool, pool.Minimum, pool.Maximum, bins).Draw((total / bins) + 1, stream);

    /// <summary>
    /// Peak draws (in the study 106 from each non-empty bin of the peak, shuffled, the first 58,971 kept), then background
    /// draws (6 from each non-empty bin of the whole range). A peak outside the pool's range gives background only.
    /// </summary>
    public static double[] Imbalanced(TargetPool pool, double rangeRatio, double peak, int total, int background, int bins, RandomStream stream, out int fromPeak)
    {
        double[] kept = [];
        if (peak > pool.Minimum && peak < pool.Maximum)
        {
            var halfWidth = rangeRatio * pool.Range;
            var perBin = (total - (bins * background)) / bins * 2;
            var drawn = new BinnedPool(pool, peak - halfWidth, peak + halfWidth, bins).Draw(perBin, stream);
            stream.Shuffle<double>(drawn);
            kept = drawn[..Math.Min(drawn.Length, total - bins - background)];
        }

        fromPeak = kept.Length;
        return [.. kept, .. new BinnedPool(pool, pool.Minimum, pool.Maximum, bins).Draw(background + 1, stream)];
    }

    /// <summary>
    /// The same with exactly three peak draws to a background draw, 75 %: a quarter of the total in background draws, equally many from each non-empty bin (15 in the study).
    /// </summary>
    public static double[] ThreeToOne(TargetPool pool, double rangeRatio, double peak, int total, int bins, RandomStream stream, out int fromPeak)
    {
        double[] background = new BinnedPool(pool, pool.Minimum, pool.Maximum, bins).Draw((total / 4 / bins) + 1, stream);
        double halfWidth = rangeRatio * pool.Range;
        BinnedPool around = new(pool, peak - halfWidth, peak + halfWidth, bins);
        fromPeak = 3 * background.Length;
        double[] drawn = around.Draw((fromPeak + around.NonEmpty - 1) / around.NonEmpty, stream);
        stream.Shuffle<double>(drawn);
        return [.. drawn[..fromPeak], .. background];
    }
}
