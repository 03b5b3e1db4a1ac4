using System.Globalization;

namespace RegCls.Cli.Site;

/// <summary>Numbers the figures and tables of a page, names what they are in the paper, and offers their data and picture.</summary>
/// <param name="name">The notebook's name; the files a reader saves begin with it.</param>
/// <param name="paper">The paper's figure by the cell's id.</param>
internal sealed class FigureWriter(string name, IReadOnlyDictionary<string, string> paper)
{
    private int pictures;
    private int tables;

    /// <summary>An output of HTML, inside a figure if it is a chart, pictures or a table.</summary>
    /// <param name="html">The output.</param>
    /// <param name="cell">The id of its cell.</param>
    /// <returns>HTML.</returns>
    public string Render(string html, string cell)
    {
        // A chart, or a contact sheet of pictures.
        var isPicture = PlotlyScript.IsNeededBy(html) || html.Contains("<img ", StringComparison.Ordinal);
        var isTable = !isPicture && html.Contains("<table", StringComparison.Ordinal);
        if (!isPicture && !isTable)
        {
            return $"<div class=\"output html\">{html}</div>\n";
        }

        var number = isPicture ? ++pictures : ++tables;
        var (kind, word) = isPicture ? ("figure", "Figure") : ("table", "Table");
        var origin = paper.TryGetValue(cell, out var named) ? $"{PageWriter.Escape(named)} of the paper" : "ours, not in the paper";
        var id = string.Create(CultureInfo.InvariantCulture, $"{kind}-{number}");
        var file = PageWriter.Escape($"{name}-{id}");
        var picture = isPicture ? $" <button type=\"button\" data-save=\"svg\" aria-label=\"Save the picture of {word.ToLowerInvariant()} {number} as SVG\" hidden>SVG</button>" : string.Empty;
        return $"""
            <figure id="{id}" data-file="{file}" aria-labelledby="{id}-caption"><p class="hint" hidden>wider than this page: scroll sideways →</p><div class="output html" tabindex="0" role="region" aria-labelledby="{id}-caption">{html}</div>
            <figcaption id="{id}-caption"><a href="#{id}">{word} {number}</a> · <span class="origin">{origin}</span> <span class="save"><button type="button" data-save="csv" aria-label="Save the data of {word.ToLowerInvariant()} {number} as CSV" hidden>CSV</button>{picture}</span></figcaption></figure>

            """;
    }
}
