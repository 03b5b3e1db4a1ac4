using Plotly.NET;
using RegCls.Data;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Figures;

/// <summary>The central picture: test error against weight decay ÷ loss scale, all pairs of both on one axis. If only the ratio counts, they fall on one curve.</summary>
public static class CollapseFigure
{
    // Where pairs without decay stand: left of all others.
    private const double NoDecay = 1e-10;

    /// <summary>Draws coupled decay against the ratio, a panel a condition.</summary>
    /// <param name="records">Records of <c>collapse</c>.</param>
    /// <param name="sampling">Severe or uniform.</param>
    /// <param name="source">What the records are.</param>
    public static GenericChart Create(IReadOnlyList<RunRecord> records, Sampling sampling, string source) => Draw(
        records, sampling, source, "One knob? Test error against weight decay ÷ loss scale", "weight decay ÷ factor of the regression loss", point => !point.IsDecoupled, point => point.Ratio);

    /// <summary>Draws decoupled decay against the decay itself: here a factor on the loss should not matter.</summary>
    /// <param name="records">Records of <c>collapse</c>.</param>
    /// <param name="sampling">Severe or uniform.</param>
    /// <param name="source">What the records are.</param>
    public static GenericChart CreateDecoupled(IReadOnlyList<RunRecord> records, Sampling sampling, string source) => Draw(
        records, sampling, source, "Decoupled decay: test error against the decay alone", "weight decay (AdamW)", point => point.IsDecoupled, point => point.Decay);

    private static GenericChart Draw(IReadOnlyList<RunRecord> records, Sampling sampling, string source, string title, string xTitle, Func<CollapsePoint, bool> isShown, Func<CollapsePoint, double> x)
    {
        Scenario[] scenarios = [.. records.Select(record => record.Configuration.Scenario).Distinct()];
        PanelFigure figure = new(1, scenarios.Length, panelHeight: 380)
        {
            Title = title,
            Note = $"{source}: {RunSizes.Of(records)}, {Names.Of(sampling)} sampling<br>a point is one pair of λ and weight decay, mean over functions and seeds; points at the left edge are without decay",
        };
        for (int column = 0; column < scenarios.Length; column++)
        {
            CollapsePoint[] points = [.. CollapsePoint.Of(records, scenarios[column], sampling).Where(isShown).Where(point => double.IsFinite(point.TestMse))];
            figure.Panel(0, column, Names.Of(scenarios[column]), xTitle, "test MSE", logarithmicX: true, yFromZero: true, powersX: true);
            Series(column, points, "scaled reg, every λ", Palette.ScaledReg, "circle", 8, point => !point.Arm.HasClasses() && point.Lambda != 1);
            Series(column, points, "reg+cls, every λ", Palette.RegCls, "diamond-open", 10, point => point.Arm.HasClasses());
            Series(column, points, "reg (λ = 1)", Palette.Reg, "x", 9, point => !point.Arm.HasClasses() && point.Lambda == 1);
        }

        return figure.Build();

        void Series(int column, CollapsePoint[] points, string name, string color, string symbol, double size, Func<CollapsePoint, bool> isOf)
        {
            CollapsePoint[] own = [.. points.Where(isOf)];
            figure.Marks(0, column, own.Select(point => Math.Max(x(point), NoDecay)), own.Select(point => point.TestMse), name, color, symbol, size, [.. own.Select(Hover)]);
        }
    }

    private static string Hover(CollapsePoint point) => FormattableString.Invariant($"{(point.Arm.HasClasses() ? "reg+cls" : point.Lambda == 1 ? "reg" : "scaled reg")}, λ = {point.Lambda:0.######}, decay {point.Decay:0.######}: test MSE {point.TestMse:F3}");
}
