using RegCls.Binning;
using RegCls.Losses;

namespace RegCls.Training;

/// <summary>A class head's outputs as a prediction of the target.</summary>
public static class ClassReadout
{
    /// <summary>The prediction of each sample.</summary>
    /// <param name="logits">[N, C], row after row.</param>
    /// <param name="ranges">The C classes; each stands for the middle of its range.</param>
    /// <param name="loss">What the head was trained with: says what its outputs are.</param>
    /// <param name="readout"><see cref="Readout.ExpectedValue"/> or <see cref="Readout.MostLikely"/>; of a cumulative head the latter is the number of thresholds passed with more than even chance.</param>
    /// <returns>[N], in units of the target.</returns>
    /// <exception cref="ArgumentException">The readout is that of the regression head, or the lengths do not belong together.</exception>
    public static double[] Predict(ReadOnlySpan<double> logits, ClassRanges ranges, ClassLoss loss, Readout readout)
    {
        if (readout == Readout.RegressionHead || logits.Length % ranges.Count != 0)
        {
            throw new ArgumentException($"A class head of {ranges.Count} classes gives an expected value or a most likely class of rows of that many outputs, got {logits.Length} outputs and {readout}.", nameof(readout));
        }

        double[] middles = [.. Enumerable.Range(0, ranges.Count).Select(c => (ranges.Edges[c] + ranges.Edges[c + 1]) / 2)];
        double[] predictions = new double[logits.Length / ranges.Count];
        for (int i = 0; i < predictions.Length; i++)
        {
            ReadOnlySpan<double> row = logits.Slice(i * ranges.Count, ranges.Count);
            predictions[i] = loss == ClassLoss.Ordinal ? Cumulative(row, middles, readout) : Softmax(row, middles, readout);
        }

        return predictions;
    }

    private static double Softmax(ReadOnlySpan<double> logits, double[] middles, Readout readout)
    {
        int largest = 0;
        for (int c = 1; c < logits.Length; c++)
        {
            largest = logits[c] > logits[largest] ? c : largest;
        }

        if (readout == Readout.MostLikely)
        {
            return middles[largest];
        }

        double sum = 0, weighted = 0;
        for (int c = 0; c < logits.Length; c++)
        {
            double e = Math.Exp(logits[c] - logits[largest]);
            sum += e;
            weighted += e * middles[c];
        }

        return weighted / sum;
    }

    // The expected value is the first middle and, for each threshold, the step beyond it times the chance of being above.
    private static double Cumulative(ReadOnlySpan<double> logits, double[] middles, Readout readout)
    {
        double value = middles[0];
        for (int c = 0; c + 1 < logits.Length; c++)
        {
            double above = readout == Readout.MostLikely ? (logits[c] > 0 ? 1 : 0) : 1 / (1 + Math.Exp(-logits[c]));
            value += above * (middles[c + 1] - middles[c]);
        }

        return value;
    }
}
