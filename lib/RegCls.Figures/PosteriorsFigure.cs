using Plotly.NET;
using RegCls.Data;
using RegCls.Theory;

namespace RegCls.Figures;

/// <summary>Ren's identity (Eq. 5): label priors above, and below what one reading says about the target in the balanced and in the imbalanced world.</summary>
public static class PosteriorsFigure
{
    /// <summary>Draws the priors, and p_bal(y|x) beside p(y|x) computed in three ways, each as a density over the target.</summary>
    /// <param name="worlds">One column a world.</param>
    /// <param name="x">The reading that is shown, the same in all worlds.</param>
    /// <param name="samples">Size of the sample that is counted.</param>
    /// <exception cref="ArgumentException">There is no world.</exception>
    public static GenericChart Create(IReadOnlyList<IdentityWorld> worlds, int x, int samples)
    {
        if (worlds.Count == 0)
        {
            throw new ArgumentException("A figure of posteriors needs at least one world, got none.", nameof(worlds));
        }

        PanelFigure figure = new(2, worlds.Count, panelHeight: 250, rowLabels: ["prior p(y)", "given a reading"])
        {
            Title = "Eq. 5: one reading, two worlds",
            Note = $"reading {x + 1} of {IdentityWorld.Readings}, noise {IdentityWorld.RelativeNoise:P0} of the range; computed live<br>p(y|x) by Bayes' rule on a grid, by Eq. 5 with quadrature, and counted in a sample of {samples:N0}",
        };
        for (int column = 0; column < worlds.Count; column++)
        {
            IdentityWorld world = worlds[column];
            double width = world.Edges[1] - world.Edges[0];
            double[] middles = [.. world.Edges.SkipLast(1).Select(edge => edge + width / 2)];
            string axis = world.Prior.Unit.Length == 0 ? "target y" : $"target y in {world.Prior.Unit}";

            figure.Panel(0, column, world.Prior.Name, axis, "density", yFromZero: true);
            figure.Band(0, column, middles, [.. middles.Select(_ => 0.0)], [.. middles.Select(world.Prior.Density)], Palette.Accent);
            figure.Line(0, column, middles, middles.Select(world.Prior.Density), "p(y)", Palette.Accent, width: 1.5);

            figure.Panel(1, column, "", axis, "density", yFromZero: true);
            figure.Line(1, column, middles, middles.Select(y => world.Reading.BalancedDensity(x, y)), "p<sub>bal</sub>(y|x)", Palette.Curve, dash: "dot");
            figure.Line(1, column, middles, world.OnGrid(x).Select(p => p / width), "p(y|x), Bayes' rule", Palette.ScaledReg, width: 4);
            figure.Line(1, column, middles, world.ByIdentity(x).Select(p => p / width), "p(y|x), Eq. 5", "#1b2a3a", dash: "dash", width: 1.5);
            long[,] counts = ImbalancedPosterior.Count(world.Prior, world.Reading, world.Edges, samples, RandomStream.Named("theory", "posteriors", world.Prior.Name));
            if (ImbalancedPosterior.FromCounts(counts, x) is { } counted)
            {
                figure.Points(1, column, middles, counted.Select(p => p / width), "p(y|x), counted", Palette.Reg, size: 4, opacity: 0.8);
            }
        }

        return figure.Build();
    }
}
