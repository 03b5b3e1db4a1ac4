using RegCls.Data.Labels;

namespace RegCls.Evaluation;

/// <summary>Errors over all samples and by how often their labels occur in training: the columns of Tab. 3.</summary>
/// <param name="All">All samples.</param>
/// <param name="Many">Samples with many-shot labels.</param>
/// <param name="Medium">Samples with medium-shot labels.</param>
/// <param name="Few">Samples with few-shot labels.</param>
public sealed record ShotErrors(ErrorSummary All, ErrorSummary Many, ErrorSummary Medium, ErrorSummary Few)
{
    /// <summary>The group of a shot.</summary>
    public ErrorSummary this[Shot shot] => shot switch
    {
        Shot.Many => Many,
        Shot.Medium => Medium,
        _ => Few,
    };

    /// <summary>Summarises predictions.</summary>
    /// <param name="predictions">f(x), [N].</param>
    /// <param name="targets">y, [N].</param>
    /// <param name="training">Counts of the training labels.</param>
    /// <param name="rule">When a label is many-, medium- or few-shot; null for that of Yang et al.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a number is not finite.</exception>
    public static ShotErrors Of(ReadOnlySpan<double> predictions, ReadOnlySpan<double> targets, LabelCounts training, ShotRule? rule = null)
    {
        ArgumentNullException.ThrowIfNull(training);
        if (predictions.Length != targets.Length)
        {
            throw new ArgumentException($"There are {predictions.Length} predictions for {targets.Length} targets; expected one a target.", nameof(predictions));
        }

        Shot[] shots = (rule ?? new ShotRule()).Of(targets, training);
        double[] errors = new double[targets.Length];
        for (int i = 0; i < errors.Length; i++)
        {
            errors[i] = predictions[i] - targets[i];
        }

        return new ShotErrors(ErrorSummary.Of(errors), Group(Shot.Many), Group(Shot.Medium), Group(Shot.Few));

        ErrorSummary Group(Shot shot) => ErrorSummary.Of([.. errors.Where((_, i) => shots[i] == shot)]);
    }
}
