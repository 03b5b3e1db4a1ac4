using Plotly.NET;
using RegCls.Data;
using RegCls.Theory;

namespace RegCls.Figures;

/// <summary>How the cross-entropy bounds the gap G_C: point by point for a rare and for the most frequent class, and on average for a classifier that leaks.</summary>
public static class GapBoundsFigure
{
    private const double LargestCrossEntropy = 6;

    /// <summary>Draws random posteriors between the bounds, and the means of <see cref="LeakyClassifier"/> against its leak.</summary>
    /// <param name="name">Where the classes come from.</param>
    /// <param name="prior">p, C probabilities.</param>
    /// <param name="posteriors">How many random posteriors a panel.</param>
    public static GenericChart Create(string name, IReadOnlyList<double> prior, int posteriors)
    {
        int rare = Enumerable.Range(0, prior.Count).Where(c => prior[c] > 0).MinBy(c => prior[c]), frequent = Enumerable.Range(0, prior.Count).MaxBy(c => prior[c]);
        PanelFigure figure = new(1, 3, panelHeight: 370)
        {
            Title = "The gap and the cross-entropy",
            Note = $"{name}, C = {prior.Count}; {posteriors:N0} random posteriors a panel; computed live<br>right: a classifier with 1 − ε on the true and ε on the most frequent class",
        };
        DrawPosteriors(figure, 0, prior, rare, $"the rarest class, r = {ClassGap.Ratio(prior, rare):N0}", posteriors);
        DrawPosteriors(figure, 1, prior, frequent, "the most frequent class, r = 1", posteriors);

        double[] leaks = [.. Enumerable.Range(0, 31).Select(i => Math.Pow(10, -3 + i / 12.0))];
        LeakyClassifier[] classifiers = [.. leaks.Select(leak => new LeakyClassifier(prior, leak))];
        figure.Panel(0, 2, "means over the training set", "leak ε to the most frequent class", "nats", logarithmicX: true, logarithmicY: true);
        figure.Line(0, 2, leaks, classifiers.Select(c => c.Bound), "bound p<sub>max</sub> Σ CE<sub>i</sub>", Palette.Series(2), dash: "dash");
        figure.Line(0, 2, leaks, classifiers.Select(c => c.MeanAbsoluteGap), "mean |G<sub>C</sub>|", Palette.Series(3));
        figure.Line(0, 2, leaks, classifiers.Select(c => c.TrainingCrossEntropy), "training cross-entropy", Palette.ScaledReg, dash: "dot");
        return figure.Build();
    }

    private static void DrawPosteriors(PanelFigure figure, int column, IReadOnlyList<double> prior, int trueClass, string title, int posteriors)
    {
        RandomStream stream = RandomStream.Named("theory", "gap bounds", trueClass);
        List<(double CrossEntropy, double Gap)> points = [];
        while (points.Count < posteriors)
        {
            double[] q = RandomPosterior(prior.Count, trueClass, stream);
            double crossEntropy = ClassGap.CrossEntropy(q, trueClass);
            if (crossEntropy < LargestCrossEntropy)
            {
                points.Add((crossEntropy, ClassGap.Of(q, prior, trueClass)));
            }
        }

        double ratio = ClassGap.Ratio(prior, trueClass);
        double[] axis = [.. Enumerable.Range(0, 301).Select(i => LargestCrossEntropy * i / 300)];
        figure.Panel(0, column, title, "cross-entropy CE in nats", "gap G<sub>C</sub> in nats");
        figure.Points(0, column, points.Select(point => point.CrossEntropy), points.Select(point => point.Gap), "random posteriors", Palette.Curve, size: 4);
        figure.Line(0, column, axis, axis, "CE", Palette.Reg);
        figure.Line(0, column, axis, axis.Select(ce => ClassGap.SharpLowerBound(ce, ratio)), "−log(q + (1 − q) r)", Palette.RegCls);
        figure.Line(0, column, axis, axis.Select(ce => ClassGap.LowerBound(ce, ratio)), "−min(log r, (r − 1) CE)", Palette.Accent, dash: "dash");
        figure.Line(0, column, axis, axis.Select(ce => -ce), "−CE: not a bound", Palette.ScaledReg, dash: "dot", width: 1.5);
    }

    // Softmax of Gaussians of a random scale, the true class favoured at random, so that every cross-entropy and every shape occurs.
    private static double[] RandomPosterior(int classes, int trueClass, RandomStream stream)
    {
        double scale = stream.NextUniform(0.2, 6), favour = stream.NextUniform(-2, 10);
        double[] logits = [.. Enumerable.Range(0, classes).Select(c => scale * stream.NextGaussian() + (c == trueClass ? favour : 0))];
        double largest = logits.Max();
        double[] powers = [.. logits.Select(logit => Math.Exp(logit - largest))];
        double sum = powers.Sum();
        return [.. powers.Select(power => power / sum)];
    }
}
