using RegCls.Binning;
using RegCls.Data;
using RegCls.Training;

namespace RegCls.Theory;

/// <summary>
/// The quantities of Eq. 6 to 11 for one trained model, in nats. Class posteriors are those of the regression itself: <c>N(f(x), σ̂²)</c> with σ̂² the training MSE, restricted to the range of
/// the training targets and integrated over C uniform classes; where the model has a classification head, its softmax as well.
/// </summary>
public sealed record MechanismMeasure
{
    // A class further from f(x) than about 37 σ̂ has probability 0 in double precision; its cross-entropy is cut off here.
    private const double SmallestProbability = 1e-300;

    /// <summary>Mean cross-entropy of the regression's posteriors over the (imbalanced) training set.</summary>
    public required double TrainingCrossEntropy { get; init; }

    /// <summary>Mean cross-entropy of the regression's posteriors over the uniform test set, the balanced world.</summary>
    public required double BalancedCrossEntropy { get; init; }

    /// <summary>Mean |G_C| of the regression's posteriors over the uniform test set, p the class shares of the training set.</summary>
    public required double Gap { get; init; }

    /// <summary>Mean cross-entropy of the head over the uniform test set; NaN without a head.</summary>
    public required double HeadCrossEntropy { get; init; }

    /// <summary>Mean |G_C| of the head's posteriors over the uniform test set; NaN without a head.</summary>
    public required double HeadGap { get; init; }

    /// <summary>Mean of <c>-log N(y; f(x), σ̂²)</c> over the uniform test set minus that over the training set: how much worse the likelihood is where data are rare.</summary>
    public required double LikelihoodDifference { get; init; }

    /// <summary>Measures a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="data">Its data.</param>
    /// <param name="classes">C; the same for all arms that are compared, also for those trained without classes.</param>
    public static MechanismMeasure Of(TrainedReplica model, FunctionDataSet data, int classes)
    {
        ClassRanges ranges = ClassRanges.FromTargets(data.Train.Targets, classes);
        double[] trainPredictions = model.Predict(data.Train.Inputs), testPredictions = model.Predict(data.Test.Inputs);
        double spread = Math.Sqrt(trainPredictions.Zip(data.Train.Targets, (f, y) => (f - y) * (f - y)).Average());
        long[] trainLabels = ranges.Labels(data.Train.Targets), testLabels = ranges.Labels(data.Test.Targets);
        double[] prior = [.. ranges.Histogram(trainLabels).Select(count => (double)count / trainLabels.Length)];

        Means training = Average(trainLabels, prior, sample => Posterior(trainPredictions[sample], spread, ranges));
        Means balanced = Average(testLabels, prior, sample => Posterior(testPredictions[sample], spread, ranges));
        Means head = Head(model, data.Test.Inputs, classes) is { } probabilities ? Average(testLabels, prior, sample => probabilities[sample]) : new(double.NaN, double.NaN);
        return new MechanismMeasure
        {
            TrainingCrossEntropy = training.CrossEntropy,
            BalancedCrossEntropy = balanced.CrossEntropy,
            Gap = balanced.Gap,
            HeadCrossEntropy = head.CrossEntropy,
            HeadGap = head.Gap,
            LikelihoodDifference = Likelihood(testPredictions, data.Test.Targets, spread) - Likelihood(trainPredictions, data.Train.Targets, spread),
        };
    }

    private static double Likelihood(double[] predictions, double[] targets, double spread) =>
        predictions.Zip(targets, (f, y) => GaussianLikelihood.NegativeLog(y, f, spread)).Average();

    private static double[] Posterior(double prediction, double spread, ClassRanges ranges)
    {
        ReadOnlySpan<double> edges = ranges.Edges;
        BoundedGaussian gaussian = new(prediction, spread, edges[0], edges[^1]);
        double[] posterior = new double[ranges.Count];
        for (int c = 0; c < posterior.Length; c++)
        {
            posterior[c] = gaussian.Probability(edges[c], edges[c + 1]);
        }

        return posterior;
    }

    // A test target in a class that no training target has is left out: its prior is 0 and its gap -∞.
    private static Means Average(long[] labels, double[] prior, Func<int, double[]> posterior)
    {
        double crossEntropy = 0, gap = 0;
        int counted = 0;
        for (int sample = 0; sample < labels.Length; sample++)
        {
            int label = (int)labels[sample];
            if (prior[label] > 0)
            {
                double[] q = posterior(sample);
                crossEntropy -= Math.Log(Math.Max(q[label], SmallestProbability));
                gap += Math.Abs(ClassGap.Of(q, prior, label));
                counted++;
            }
        }

        return new Means(crossEntropy / counted, gap / counted);
    }

    private static double[][]? Head(TrainedReplica model, ReadOnlySpan<double> inputs, int classes)
    {
        double[]? flat = model.ClassProbabilities(inputs);
        return flat is null ? null : [.. flat.Chunk(classes)];
    }

    private readonly record struct Means(double CrossEntropy, double Gap);
}
