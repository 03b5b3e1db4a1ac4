namespace RegCls.Data;

/// <summary>
/// One data set of the 1D study, with everything that made it. Models train on <see cref="Train"/> and are always
/// judged on uniformly sampled targets: <see cref="Validation"/> and <see cref="Test"/> are the same arrays, bit for bit, whichever
/// sampling the training set has.
/// </summary>
public sealed record FunctionDataSet
{
    /// <summary>The function behind the targets.</summary>
    public required SumOfSines Function { get; init; }

    /// <summary>The number of the function in its study; part of the name of every random stream.</summary>
    public required int FunctionIndex { get; init; }

    /// <summary>Clean, noisy or out-of-distribution.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>How the training targets are distributed.</summary>
    public required Sampling Sampling { get; init; }

    /// <summary>As released or as written in the paper.</summary>
    public required SamplingVariant Variant { get; init; }

    /// <summary>The data seed.</summary>
    public required int DataSeed { get; init; }

    /// <summary>The target y* at the middle of the peak; null for uniform sampling. It is the same for mild, moderate and severe.</summary>
    public required double? Peak { get; init; }

    /// <summary>
    /// The share of this sampling's draws that was made for the peak (background draws that happen to fall there do not count);
    /// null for uniform sampling. As released, clean and noisy, it is taken before the draws are shuffled and split in three.
    /// </summary>
    public required double? PeakShare { get; init; }

    /// <summary>The training set, [N] samples of this sampling.</summary>
    public required SampleSet Train { get; init; }

    /// <summary>The uniform validation set of the same function, scenario, seed and variant.</summary>
    public required SampleSet Validation { get; init; }

    /// <summary>The uniform test set of the same function, scenario, seed and variant.</summary>
    public required SampleSet Test { get; init; }

    /// <summary>The input intervals of the three sets; null unless out-of-distribution.</summary>
    public required IntervalSet? Intervals { get; init; }
}
