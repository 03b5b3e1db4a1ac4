using Plotly.NET;
using RegCls.Data.Labels;
using RegCls.Evaluation;
using RegCls.Studies.Depth;
using RegCls.Training.Depth;

namespace RegCls.Figures;

/// <summary>Error against depth, with the training density behind it.</summary>
public static class DepthErrorFigure
{
    // 0.5 m each, up to 10 m.
    private const int Buckets = 5, Halves = 20;

    /// <summary>RMSE of the test pixels in each half metre, one line a model; the bars behind are the training pixels, on a scale of their own.</summary>
    /// <param name="errors">Errors by bucket of 0.1 m of one model an arm.</param>
    /// <param name="training">Training pixels by bucket.</param>
    /// <param name="source">What was run.</param>
    /// <exception cref="ArgumentException">There is no model.</exception>
    public static GenericChart Create(IReadOnlyList<(DepthRun Run, DepthErrorSums Sums)> errors, LabelCounts training, string source)
    {
        ArgumentNullException.ThrowIfNull(errors);
        ArgumentNullException.ThrowIfNull(training);
        if (errors.Count == 0)
        {
            throw new ArgumentException("Error against depth needs at least one model, got none.", nameof(errors));
        }

        PanelFigure figure = new(1, 1, panelHeight: 380) { Title = "Error against depth", Note = $"{source}; one seed" };
        figure.Panel(0, 0, "RMSE in each half metre", "depth, m", "RMSE, m", yFromZero: true);
        (DepthRun Run, double?[] Rmse)[] lines = [.. errors.Select(model => (model.Run, Enumerable.Range(0, Halves).Select(half => DepthErrors.Of(model.Sums, Enumerable.Range(Buckets * half, Buckets)).Rmse).ToArray()))];
        double highest = lines.SelectMany(line => line.Rmse).OfType<double>().Max();
        double[] pixels = [.. Enumerable.Range(0, Halves).Select(half => Enumerable.Range(Buckets * half, Buckets).Sum(bucket => (double)training.InBin(bucket)))];
        int last = Math.Max(Array.FindLastIndex(pixels, count => count > 0), lines.Max(line => Array.FindLastIndex(line.Rmse, rmse => rmse is not null))) + 1;
        figure.Bars(0, 0, Enumerable.Range(0, last).Select(half => 0.5 * half + 0.25), pixels.Take(last).Select(count => 0.6 * highest * count / pixels.Max()), "training pixels, own scale", Palette.Faint(Palette.Curve, 0.22));
        foreach ((DepthRun run, double?[] rmse) in lines)
        {
            int[] filled = [.. Enumerable.Range(0, Halves).Where(half => rmse[half] is not null)];
            figure.Line(0, 0, filled.Select(half => 0.5 * half + 0.25), filled.Select(half => rmse[half]!.Value), run.DisplayName, DepthNames.Colour(run.Method), marker: "circle");
        }

        return figure.Build();
    }
}
