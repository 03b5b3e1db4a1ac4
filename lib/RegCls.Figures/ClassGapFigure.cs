using Plotly.NET;
using RegCls.Data;
using RegCls.Theory;

namespace RegCls.Figures;

/// <summary>From targets to classes (Eq. 9–11): G_C tends to G with many classes, and to 0 with a classifier that is sure and right.</summary>
public static class ClassGapFigure
{
    private const double RelativeSpread = 0.08;
    private const int TemperatureClasses = 17;

    /// <summary>Draws <c>|G_C - G|</c> against C, and G_C of three classifiers against the temperature of their posterior.</summary>
    /// <param name="priors">Priors for the first panel.</param>
    /// <param name="ages">The prior of the second panel.</param>
    /// <param name="pairs">Pairs of target and prediction a prior.</param>
    /// <exception cref="ArgumentException">There is no prior.</exception>
    public static GenericChart Create(IReadOnlyList<LabelPrior> priors, LabelPrior ages, int pairs)
    {
        if (priors.Count == 0)
        {
            throw new ArgumentException("A figure of the class gap needs at least one prior, got none.", nameof(priors));
        }

        int[] classes = [4, 16, 64, 256, 1024];
        PanelFigure figure = new(1, 2, panelHeight: 360)
        {
            Title = "Eq. 9 to 11: classes instead of targets",
            Note = FormattableString.Invariant($"left: mean over {pairs} pairs (x, y), p<sub>bal</sub> = N(f, σ²), σ = {RelativeSpread:P0} of the range; right: {ages.Name}, C = {TemperatureClasses}; computed live"),
        };
        figure.Panel(0, 0, "the gap with C classes tends to the gap", "classes C", "mean |G<sub>C</sub> − G| in nats", logarithmicX: true, logarithmicY: true, ticks: [.. classes.Select(c => (double)c)]);
        for (int i = 0; i < priors.Count; i++)
        {
            double[] errors = ClassGapError.Mean(priors[i], RelativeSpread, classes, pairs, RandomStream.Named("theory", "class gap", priors[i].Name));
            figure.Line(0, 0, classes.Select(c => (double)c), errors, priors[i].Name, Palette.Series(i + 1), marker: "circle", width: 1.5);
        }

        figure.Line(0, 0, classes.Select(c => (double)c), classes.Select(c => 4.0 / c), "1/C", Palette.Curve, dash: "dot", width: 1.5);
        DrawTemperature(figure, ages);
        return figure.Build();
    }

    private static void DrawTemperature(PanelFigure figure, LabelPrior ages)
    {
        double[] prior = ages.ClassProbabilities(TemperatureClasses);
        double[] temperatures = [.. Enumerable.Range(0, 61).Select(i => Math.Pow(10, -1.5 + i / 20.0))];
        figure.Panel(0, 1, "sharper posteriors: good if right, bad if wrong", "temperature T of the posterior", "gap G<sub>C</sub> in nats", logarithmicX: true);
        figure.Line(0, 1, [temperatures[0], temperatures[^1]], [0, 0], "no gap", Palette.Curve, width: 1);
        double frequent = ages.Low + (Enumerable.Range(0, TemperatureClasses).MaxBy(c => prior[c]) + 0.5) * ages.Width / TemperatureClasses;
        double rare = ages.Low + 0.85 * ages.Width;
        (string Name, double Target, double Prediction, string Color)[] cases =
        [
            ($"frequent ({frequent:F0} {ages.Unit}), right", frequent, frequent, Palette.Series(0)),
            ($"rare ({rare:F0} {ages.Unit}), right", rare, rare, Palette.ScaledReg),
            ($"rare ({rare:F0} {ages.Unit}), taken for {frequent:F0}", rare, frequent, Palette.Reg),
        ];
        foreach ((string name, double target, double prediction, string color) in cases)
        {
            double[] posterior = ClassGap.Posterior(new BoundedGaussian(prediction, RelativeSpread * ages.Width, ages.Low, ages.High), ages.Low, ages.High, TemperatureClasses);
            int trueClass = (int)((target - ages.Low) / ages.Width * TemperatureClasses);
            figure.Line(0, 1, temperatures, temperatures.Select(t => ClassGap.Of(ClassGap.AtTemperature(posterior, t), prior, trueClass)), name, color);
        }
    }
}
