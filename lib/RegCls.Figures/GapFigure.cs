using Plotly.NET;
using RegCls.Theory;

namespace RegCls.Figures;

/// <summary>The gap G of Eq. 7 over the target, with its sign, above the density of targets.</summary>
public static class GapFigure
{
    private const int Points = 400;

    /// <summary>Draws G(y) for a model that predicts f(x) = y with several spreads σ, one column a prior, and the prior below.</summary>
    /// <param name="priors">The priors.</param>
    /// <param name="relativeSpreads">σ as shares of the range.</param>
    /// <exception cref="ArgumentException">There is no prior.</exception>
    public static GenericChart Create(IReadOnlyList<LabelPrior> priors, params double[] relativeSpreads)
    {
        if (priors.Count == 0)
        {
            throw new ArgumentException("A figure of the gap needs at least one prior, got none.", nameof(priors));
        }

        PanelFigure figure = new(2, priors.Count, panelHeight: 260)
        {
            Title = "The gap G between the balanced and the imbalanced likelihood (Eq. 7)",
            Note = "f(x) = y, p<sub>bal</sub>(y'|x) = N(f(x), σ²) on the range; targets without training data are left out; computed live",
        };
        for (int column = 0; column < priors.Count; column++)
        {
            LabelPrior prior = priors[column];
            string axis = prior.Unit.Length == 0 ? "target y" : $"target y in {prior.Unit}";
            double[] targets = [.. Enumerable.Range(0, Points).Select(i => prior.Low + prior.Width * (i + 0.5) / Points)];
            figure.Panel(0, column, prior.Name, axis, "gap G in nats");
            figure.Line(0, column, [prior.Low, prior.High], [0, 0], "no gap", Palette.Curve, width: 1);
            for (int i = 0; i < relativeSpreads.Length; i++)
            {
                double spread = relativeSpreads[i] * prior.Width;
                figure.Line(
                    0,
                    column,
                    targets,
                    targets.Select(y => ImbalanceGap.OfGaussian(prior, y, spread, y)).Select(gap => double.IsFinite(gap) ? gap : double.NaN),
                    FormattableString.Invariant($"σ = {relativeSpreads[i]:P0} of the range"),
                    Palette.Series(2 * i),
                    width: 1.5);
            }

            figure.Panel(1, column, "", axis, "density p(y)", yFromZero: true);
            figure.Band(1, column, targets, [.. targets.Select(_ => 0.0)], [.. targets.Select(prior.Density)], Palette.Accent);
            figure.Line(1, column, targets, targets.Select(prior.Density), "p(y)", Palette.Accent, width: 1.5);
        }

        return figure.Build();
    }
}
