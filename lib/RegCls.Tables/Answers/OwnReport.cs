using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Plotly.NET;

namespace RegCls.Tables.Answers;

/// <summary>The answer as one HTML page that needs no network: sentences, tables, charts.</summary>
internal static class OwnReport
{
    /// <summary>Writes the page.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="command">What was typed; null where nothing was.</param>
    /// <param name="cancellation">Stops the trainings whose predictions are drawn.</param>
    public static string Html(OwnResult result, string? command, CancellationToken cancellation)
    {
        GenericChart[] charts = [OwnCharts.Differences(result), OwnCharts.Target(result), OwnCharts.ErrorByTarget(result, cancellation: cancellation), OwnCharts.Predictions(result, cancellation), OwnCharts.Search(result)];
        StringBuilder body = new();
        string name = Path.GetFileName(result.Data.Source);
        body.Append($"<h1>Do classes help on {Text(name)}?</h1>\n");
        body.Append($"<p class=\"facts\">{result.Data.Rows} rows, {result.Data.Width} inputs, target <b>{Text(result.Data.Options.Target)}</b>; {result.Splits.Count} splits ({Text(Scheme(result))}), {result.Options.Budget.Trials} trials of each arm on each; profile {result.Options.Profile.ToString().ToLowerInvariant()}.</p>\n");
        foreach (string warning in result.Advice.Warnings)
        {
            body.Append($"<p class=\"warning\">{Text(warning)}</p>\n");
        }

        body.Append($"<p class=\"answer\">{Text(result.Advice.ToDo)}</p>\n").AppendJoin("", result.Advice.Verdicts.Select(verdict => $"<p>{Text(verdict)}</p>\n"));
        body.Append("<h2>Errors</h2>\n<p>Means over splits, in the unit of the target. Of each split every method has the setting that was best on validation rows; test rows choose nothing.</p>\n");
        Table(body, OwnTables.ErrorColumns, OwnTables.ErrorRows(result));
        Chart(body, charts[0], 0);
        body.Append("<h2>Verdicts</h2>\n<p>The rules are those of the project's <code>verdict-rules.md</code>: a difference within 5 % of the other arm's error is called equivalent; p is corrected over the family (all rows; parts of the rows). Intervals are widened because splits of one table share training rows (Nadeau and Bengio, 2003).</p>\n");
        Table(body, OwnTables.VerdictColumns, OwnTables.VerdictRows(result));
        for (int i = 1; i < charts.Length; i++)
        {
            Chart(body, charts[i], i);
        }

        body.Append("<h2>What was done</h2>\n<ul>\n");
        foreach (string note in Notes(result, command))
        {
            body.Append($"<li>{Text(note)}</li>\n");
        }

        body.Append("</ul>\n");
        return Template.Replace("$TITLE", Text($"Do classes help on {name}?"), StringComparison.Ordinal).Replace("$BODY", body.ToString(), StringComparison.Ordinal).Replace("$PLOTLY", Plotly(), StringComparison.Ordinal);
    }

    /// <summary>What was done to the table and how much was trained, as sentences.</summary>
    internal static IEnumerable<string> Notes(OwnResult result, string? command)
    {
        foreach (string note in result.Data.Notes)
        {
            yield return note;
        }

        yield return $"Inputs: {string.Join(", ", result.Data.InputNames)}.";
        yield return "Inputs and target are standardised with the mean and standard deviation of each split's training rows; errors are given in the unit of the table.";
        yield return $"Networks have hidden layers of {string.Join(" and ", result.Options.Hidden)} units and about {result.Options.Budget.Steps} steps; the epoch that is best on validation rows is kept. Every arm was tried with the same {result.Options.Budget.Trials} draws of learning rate, weight decay (coupled or decoupled), λ and C ({string.Join(", ", result.Options.Classes)}), as far as it has them.";
        yield return $"Seed {result.Options.Seed}; {result.Records.Count} models, {result.Records.Sum(record => record.Seconds):0} core-seconds; table {result.Data.Hash}.";
        if (command is not null)
        {
            yield return $"Command: {command}";
        }
    }

    private static string Scheme(OwnResult result) => result.Data.Times.Count > 0 ? $"by time, {result.Data.Options.Time}"
        : (result.Options.Folds is null ? "random" : "folds") + (result.Data.Groups.Count > 0 ? $", groups of {result.Data.Options.Group} kept together" : "");

    private static void Table(StringBuilder body, IReadOnlyList<string> columns, IReadOnlyList<string[]> rows)
    {
        body.Append("<div class=\"scroll\"><table><thead><tr>").AppendJoin("", columns.Select(column => $"<th>{Text(column)}</th>")).Append("</tr></thead><tbody>\n");
        foreach (string[] row in rows)
        {
            body.Append("<tr>").AppendJoin("", row.Select(cell => $"<td>{Text(cell)}</td>")).Append("</tr>\n");
        }

        body.Append("</tbody></table></div>\n");
    }

    // Text written by JsonNode has no '<' in it, so no name in a table can end the script element.
    private static void Chart(StringBuilder body, GenericChart chart, int index)
    {
        string figure = JsonNode.Parse(GenericChart.toFigureJson(chart))!.ToJsonString();
        body.Append($"<div class=\"chart\" id=\"chart{index}\"></div><script>figures.push({figure});</script>\n");
    }

    private static string Plotly()
    {
        Assembly plotly = typeof(GenericChart).Assembly;
        string name = plotly.GetManifestResourceNames().First(entry => entry.Contains("plotly", StringComparison.OrdinalIgnoreCase) && entry.EndsWith(".js", StringComparison.Ordinal));
        using StreamReader reader = new(plotly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase);
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Template
    {
        get
        {
            using StreamReader reader = new(typeof(OwnReport).Assembly.GetManifestResourceStream("report.html")!);
            return reader.ReadToEnd();
        }
    }
}
