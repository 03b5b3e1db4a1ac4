using Plotly.NET;
using RegCls.Data;
using RegCls.Theory;

namespace RegCls.Figures;

/// <summary>How far Eq. 5 is from a sample, as the sample grows: where p(x|y) is the same in both worlds, and where it is not.</summary>
public static class IdentityErrorFigure
{
    // Powers of ten, the same for both panels.
    private static readonly (double Low, double High) LogarithmicRange = (-2.4, -0.05);

    /// <summary>Draws the total variation distance against the sample size, both logarithmic, with a line of slope -1/2.</summary>
    /// <param name="worlds">The worlds.</param>
    /// <param name="largest">Largest sample; smaller ones by factors of four.</param>
    /// <exception cref="ArgumentException">There is no world.</exception>
    public static GenericChart Create(IReadOnlyList<IdentityWorld> worlds, int largest)
    {
        if (worlds.Count == 0)
        {
            throw new ArgumentException("A figure of the identity's error needs at least one world, got none.", nameof(worlds));
        }

        int[] sizes = [.. Enumerable.Range(0, 6).Select(power => largest >> (2 * (5 - power)))];
        PanelFigure figure = new(1, 2, panelHeight: 350)
        {
            Title = "Eq. 5 against a sample of the imbalanced world",
            Note = $"total variation between p(y|x) by Eq. 5 and as counted, mean over readings; one sample a point, up to n = {largest:N0}; drawn live",
        };
        (string Title, bool IsPartlySeen)[] panels = [("the same p(x|y) in both worlds", false), ("some readings are never seen in training", true)];
        for (int panel = 0; panel < panels.Length; panel++)
        {
            figure.Panel(0, panel, panels[panel].Title, "sample size n", "total variation distance", logarithmicX: true, yRange: LogarithmicRange, logarithmicY: true);
            for (int i = 0; i < worlds.Count; i++)
            {
                IdentityWorld world = worlds[i];
                double[] distances =
                [
                    .. sizes.Select(size => world.DistanceFromSample(
                        size, RandomStream.Named("theory", "identity", world.Prior.Name, panels[panel].Title, size), panels[panel].IsPartlySeen ? world.OutOfDistribution() : null)),
                ];
                figure.Line(0, panel, sizes.Select(size => (double)size), distances, world.Prior.Name, Palette.Series(i), marker: "circle", width: 1.5);
            }

            figure.Line(0, panel, sizes.Select(size => (double)size), sizes.Select(size => 0.5 * Math.Sqrt((double)sizes[0] / size)), "1/√n", Palette.Curve, dash: "dot", width: 1.5);
        }

        return figure.Build();
    }
}
