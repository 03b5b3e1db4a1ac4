namespace RegCls.Data;

/// <summary>The numbers behind the samplings.</summary>
public static class SamplingExtensions
{
    /// <summary>
    /// The range ratio: half the width of the peak, as a share of the target range, so the peak is
    /// [y* - ratio (max - min), y* + ratio (max - min)].
    /// </summary>
    /// <returns>0.3 mild, 0.1 moderate, 0.03 severe.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Uniform sampling has no peak.</exception>
    public static double RangeRatio(this Sampling sampling) => sampling switch
    {
        Sampling.Mild => 0.3,
        Sampling.Moderate => 0.1,
        Sampling.Severe => 0.03,
        _ => throw new ArgumentOutOfRangeException(nameof(sampling), sampling, "Only mild, moderate and severe sampling have a peak and thus a range ratio."),
    };
}
