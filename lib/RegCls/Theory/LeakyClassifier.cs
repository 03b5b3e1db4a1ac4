namespace RegCls.Theory;

/// <summary>
/// A classifier that is nearly right: for every true class i it puts <c>1 - ε</c> on i and ε on the most frequent class. Its cross-entropy on the training set is
/// about ε, however the classes are distributed; its gap is not.
/// </summary>
/// <param name="prior">p, C probabilities.</param>
/// <param name="leak">ε, 0 to 1.</param>
public sealed class LeakyClassifier(IReadOnlyList<double> prior, double leak)
{
    private readonly int mostFrequent = Enumerable.Range(0, prior.Count).MaxBy(c => prior[c]);

    /// <summary>Mean cross-entropy over the training set, <c>E_{i~p} CE_i</c>.</summary>
    public double TrainingCrossEntropy => Classes.Sum(i => prior[i] * ClassGap.CrossEntropy(Posterior(i), i));

    /// <summary>Mean size of the gap over the training set, <c>E_{i~p} |G_C|</c>.</summary>
    public double MeanAbsoluteGap => Classes.Sum(i => prior[i] * Math.Abs(ClassGap.Of(Posterior(i), prior, i)));

    /// <summary>The bound on it by the class-balanced cross-entropy: <c>p_max Σ_i CE_i</c>.</summary>
    public double Bound => prior.Max() * Classes.Sum(i => ClassGap.CrossEntropy(Posterior(i), i));

    // Classes that never occur have no gap and are no part of any mean.
    private IEnumerable<int> Classes => Enumerable.Range(0, prior.Count).Where(i => prior[i] > 0);

    private double[] Posterior(int trueClass)
    {
        double[] posterior = new double[prior.Count];
        posterior[trueClass] += 1 - leak;
        posterior[mostFrequent] += leak;
        return posterior;
    }
}
