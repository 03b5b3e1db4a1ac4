using Plotly.NET;
using RegCls.Binning;
using RegCls.Data;
using RegCls.Studies;

namespace RegCls.Figures;

/// <summary>Tab. 1 taken apart by λ: the share of runs that reg+cls wins, at each λ of the search.</summary>
public static class LambdaShareFigure
{
    /// <summary>Draws the share won against reg (left, as Tab. 1 counts) and against scaled reg at the same λ (right), over all samplings, functions, seeds and C.</summary>
    /// <param name="records">Records of the search for λ.</param>
    /// <param name="source">What the records are.</param>
    public static GenericChart Create(IReadOnlyList<RunRecord> records, string source)
    {
        PanelFigure figure = new(1, 2, panelHeight: 320)
        {
            Title = "Tab. 1, one λ at a time",
            Note = $"{source}: {RunSizes.Of(records)}<br>the mean of a curve over λ is an entry of Tab. 1, averaged over samplings",
        };
        IReadOnlyList<LambdaShare> shares = LambdaShare.Of(records);
        for (int column = 0; column < 2; column++)
        {
            bool againstControl = column == 1;
            figure.Panel(0, column, againstControl ? "against scaled reg at the same λ" : "against reg", "λ", "share of runs won by reg+cls", logarithmicX: true, ticks: [.. Fig4Study.Lambdas], yRange: (0, 1));
            figure.Line(0, column, [Fig4Study.Lambdas[0], Fig4Study.Lambdas[^1]], [0.5, 0.5], "a coin", Palette.Curve, dash: "dot", width: 1);
            foreach (var curve in shares.GroupBy(share => (share.Scenario, share.ClassDefinition)))
            {
                bool clean = curve.Key.Scenario.Kind == ScenarioKind.Clean;
                figure.Line(
                    0,
                    column,
                    curve.Select(share => share.Lambda),
                    curve.Select(share => againstControl ? share.AgainstControl : share.AgainstReg),
                    $"{(clean ? "clean" : "noisy")}, {Names.Of(curve.Key.ClassDefinition)}",
                    curve.Key.ClassDefinition == ClassDefinition.Balanced ? Palette.Balanced : Palette.RegCls,
                    dash: clean ? "solid" : "dash",
                    marker: clean ? "circle" : "circle-open");
            }
        }

        return figure.Build();
    }
}
