using RegCls.Cli.Notebooks;

namespace RegCls.Cli.Site;

/// <summary>Writes an executed notebook; with plotly.js it stands alone: its charts draw in Jupyter without the site, without a network and before any cell is run.</summary>
internal static class ExecutedNotebook
{
    /// <summary>The file text of an executed notebook.</summary>
    /// <param name="notebook">The executed notebook.</param>
    /// <param name="plotly">plotly.js; put once into the first output that draws a chart. Null to leave it out, as for a site: the first cell brings it when it is run.</param>
    /// <returns>JSON of nbformat 4.5.</returns>
    public static string ToJson(NotebookDocument notebook, string? plotly)
    {
        var isPlaced = plotly is null;
        return NotebookWriter.ToJson(notebook with { Cells = [.. notebook.Cells.Select(cell => cell with { Outputs = [.. cell.Outputs.Select(Place)] })] });

        CellOutput Place(CellOutput output)
        {
            if (isPlaced || output is not DisplayOutput { Html: { } html } display || !PlotlyScript.IsNeededBy(html))
            {
                return output;
            }

            isPlaced = true;
            return display with { Html = PlotlyScript.ToElement(plotly!) + html };
        }
    }
}
