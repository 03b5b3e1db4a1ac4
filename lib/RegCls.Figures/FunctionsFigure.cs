using Plotly.NET;
using RegCls.Data;

namespace RegCls.Figures;

/// <summary>Fig. 6: the functions of the study, Eq. 14 with the amplitudes and frequencies of the authors' release.</summary>
public static class FunctionsFigure
{
    private const int Columns = 5;

    /// <summary>Draws each function over [-1, 1].</summary>
    /// <param name="functions">The functions, five a row.</param>
    public static GenericChart Create(IReadOnlyList<SumOfSines> functions)
    {
        PanelFigure figure = new((functions.Count + Columns - 1) / Columns, Columns, panelHeight: 210)
        {
            Title = "Fig. 6: the ten functions",
            Note = "f(x) = a sin(c x) + b sin(d x), b = 1.5 − a, d = ⌊c / 3⌋, with the a and c of the authors' release",
        };
        double[] x = Grid.Inputs(500);
        for (int i = 0; i < functions.Count; i++)
        {
            SumOfSines function = functions[i];
            figure.Panel(i / Columns, i % Columns, FormattableString.Invariant($"{i}: a = {function.A:F2}, c = {function.C}"), "x", "f(x)", yRange: (-1.7, 1.7));
            figure.Line(i / Columns, i % Columns, x, x.Select(function.Evaluate), "f(x)", Palette.Samples, width: 1.6);
        }

        return figure.Build();
    }
}
