using System.Globalization;
using Deedle;
using RegCls.Evaluation;

namespace RegCls.Tables.Answers;

/// <summary>The tables of an answer, as frames for notebooks and as cells for a console and a page.</summary>
public static class OwnTables
{
    /// <summary>Columns of <see cref="Errors"/>.</summary>
    public static IReadOnlyList<string> ErrorColumns { get; } = ["method", "RMSE", "MAE", "frequent", "between", "rare", "settings tried"];

    /// <summary>Columns of <see cref="Verdicts"/>.</summary>
    public static IReadOnlyList<string> VerdictColumns { get; } = ["comparison", "over", "difference", "%", "p", "verdict"];

    /// <summary>Errors of every method, mean over splits, in the user's unit.</summary>
    /// <param name="result">The answer.</param>
    public static Frame<int, string> Errors(OwnResult result) => Of(ErrorColumns, ErrorRows(result));

    /// <summary>Differences with intervals and verdicts.</summary>
    /// <param name="result">The answer.</param>
    public static Frame<int, string> Verdicts(OwnResult result) => Of(VerdictColumns, VerdictRows(result));

    /// <summary>The cells of <see cref="Errors"/>.</summary>
    /// <param name="result">The answer.</param>
    public static IReadOnlyList<string[]> ErrorRows(OwnResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [.. result.Summaries.Select(summary => new[] { summary.Method.Name(), Number(summary.Rmse), Number(summary.Mae), Number(summary.RmseOf(OwnPart.Many)), Number(summary.RmseOf(OwnPart.Medium)), Number(summary.RmseOf(OwnPart.Few)), summary.Trials.ToString(CultureInfo.InvariantCulture) })];
    }

    /// <summary>The cells of <see cref="Verdicts"/>.</summary>
    /// <param name="result">The answer.</param>
    public static IReadOnlyList<string[]> VerdictRows(OwnResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return
        [
            .. result.Comparisons.SelectMany(comparison => new[]
            {
                Row($"{comparison.Method.Name()} − reg", comparison.Part, comparison.AgainstReg, comparison.Verdict.PValue, comparison.Verdict.Outcome),
                Row($"{comparison.Method.Name()} − scaled reg", comparison.Part, comparison.AgainstControl, comparison.Verdict.ControlPValue, comparison.Verdict.Control ?? Outcome.Described),
            }),
        ];
    }

    private static string[] Row(string name, OwnPart part, Effect effect, double? p, Outcome word) =>
    [
        name,
        part.Name(),
        $"{OwnAdvice.Signed(effect.Value)} [{OwnAdvice.Signed(effect.Low)}, {OwnAdvice.Signed(effect.High)}]",
        OwnAdvice.Signed(effect.Percent(effect.Value), "0.0"),
        p?.ToString("0.000", CultureInfo.InvariantCulture) ?? "–",
        word.Words(),
    ];

    private static string Number(double value) => double.IsNaN(value) ? "–" : value.ToString("G4", CultureInfo.InvariantCulture);

    private static Frame<int, string> Of(IReadOnlyList<string> columns, IReadOnlyList<string[]> rows) =>
        Frame.FromColumns(columns.Select((column, i) => KeyValue.Create(column, new Series<int, object>([.. Enumerable.Range(0, rows.Count)], [.. rows.Select(row => (object)row[i])]))));
}
