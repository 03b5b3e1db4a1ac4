namespace RegCls.Data.Labels;

/// <summary>From how many training samples a label is many-, medium- or few-shot.</summary>
public sealed record ShotRule
{
    /// <summary>Many-shot labels have more training samples than this; 100 in Yang et al.</summary>
    public double ManyAbove { get; init; } = 100;

    /// <summary>Few-shot labels have fewer training samples than this; 20 in Yang et al.</summary>
    public double FewBelow { get; init; } = 20;

    /// <summary>The rule for a training set that was thinned to a share of its samples: both thresholds are multiplied by it.</summary>
    /// <param name="share">In (0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not in (0, 1].</exception>
    public ShotRule Scaled(double share) => share is > 0 and <= 1
        ? this with { ManyAbove = ManyAbove * share, FewBelow = FewBelow * share }
        : throw new ArgumentOutOfRangeException(nameof(share), share, "The share of a training set must be above 0 and at most 1.");

    /// <summary>The group of a label with a number of training samples.</summary>
    public Shot Of(int trainingSamples)
        => trainingSamples > ManyAbove ? Shot.Many : trainingSamples < FewBelow ? Shot.Few : Shot.Medium;

    /// <summary>The group of each label, by the training samples in its bin; a label that training never saw is few-shot.</summary>
    /// <param name="labels">[N] labels, as those of the test set.</param>
    /// <param name="training">Counts of the training labels.</param>
    /// <returns>[N] groups.</returns>
    /// <exception cref="ArgumentException">A label is not finite.</exception>
    public Shot[] Of(ReadOnlySpan<double> labels, LabelCounts training)
    {
        Shot[] shots = new Shot[labels.Length];
        for (int i = 0; i < shots.Length; i++)
        {
            shots[i] = Of(training.At(labels[i]));
        }

        return shots;
    }
}
