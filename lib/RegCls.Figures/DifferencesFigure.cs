using System.Globalization;
using Plotly.NET;
using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Figures;

/// <summary>Paired differences below each other, each with its interval: what is read before any band of errors.</summary>
public static class DifferencesFigure
{
    /// <summary>One row a panel of Fig. 3 or 5: reg+cls against reg and against scaled reg, in percent of the other arm's error.</summary>
    /// <param name="comparisons">The comparisons of a study.</param>
    /// <param name="classes">The number of classes C of reg+cls.</param>
    /// <param name="name">The figure whose panels they are, such as <c>Fig. 3</c>.</param>
    /// <exception cref="ArgumentException">There is no comparison with that C.</exception>
    public static GenericChart Create(IReadOnlyList<Fig3Comparison> comparisons, int classes, string name)
    {
        Fig3Comparison[] shown = [.. comparisons.Where(comparison => comparison.Classes == classes && comparison.First == Arm.RegCls)];
        if (shown.Length == 0)
        {
            throw new ArgumentException($"There is no comparison with C = {classes}.", nameof(classes));
        }

        return Rows($"{name} as differences, C = {classes}", $"recorded: mean and 95 % interval over {shown[0].Effect.Over}, in percent of the other arm's error; left of 0 reg+cls is better",
            [.. shown.GroupBy(comparison => (comparison.Scenario, comparison.Sampling)).Select(panel => ($"{Names.Of(panel.Key.Scenario)}, {Names.Of(panel.Key.Sampling)}", Of(panel, Arm.Reg), Of(panel, Arm.ScaledReg)))]);

        static Effect? Of(IEnumerable<Fig3Comparison> panel, Arm second) => panel.SingleOrDefault(comparison => comparison.Second == second)?.Effect;
    }

    /// <summary>The chart of named rows.</summary>
    internal static GenericChart Rows(string title, string note, IReadOnlyList<(string Name, Effect? Reg, Effect? Control)> rows)
    {
        PanelFigure figure = new(1, 1, panelHeight: 110 + 32 * rows.Count) { Title = title, Note = note };
        figure.Panel(0, 0, "", "difference, %", "what is compared");
        figure.NamesDown(0, 0, [.. rows.Select(row => row.Name)]);
        figure.Line(0, 0, [0, 0], [-0.5, rows.Count - 0.5], "no difference", Palette.Curve, width: 1);
        Draw("against reg, as in the paper", Palette.Reg, -0.15, row => row.Reg);
        Draw("against the control", Palette.ScaledReg, 0.15, row => row.Control);
        return figure.Build();

        void Draw(string name, string color, double shift, Func<(string Name, Effect? Reg, Effect? Control), Effect?> effect)
        {
            (string Name, double Y, Effect Effect)[] drawn = [.. rows.Select((row, i) => (row.Name, i + shift, effect(row))).Where(row => row.Item3?.Reference is not null).Select(row => (row.Name, row.Item2, row.Item3!))];
            figure.EstimatesAcross(0, 0, [.. drawn.Select(row => row.Y)], [.. drawn.Select(row => (row.Effect.Percent(row.Effect.Value), row.Effect.Percent(row.Effect.Low), row.Effect.Percent(row.Effect.High)))],
                [.. drawn.Select(row => $"{row.Name}, {name}: {Signed(row.Effect, row.Effect.Value)} % [{Signed(row.Effect, row.Effect.Low)}, {Signed(row.Effect, row.Effect.High)}]")], name, color);
        }
    }

    private static string Signed(Effect effect, double value) => effect.Percent(value).ToString("+0;−0;0", CultureInfo.InvariantCulture);
}
