using System.Text;
using Deedle;

namespace RegCls.Interactive.Html;

/// <summary>A Deedle frame as an HTML table.</summary>
internal sealed class FrameHtml : IFrameOperation<string>
{
    /// <summary>Rows shown before the table is cut.</summary>
    public const int MaximumRows = 50;

    /// <summary>Renders the frame: row keys first unless they only count the rows, at most <see cref="MaximumRows"/> rows, and a note on what is left out.</summary>
    public static string Render(IFrame frame) => frame.Apply(new FrameHtml());

    /// <inheritdoc/>
    public string Invoke<TRowKey, TColumnKey>(Frame<TRowKey, TColumnKey> frame)
    {
        int rows = Math.Min(frame.RowCount, MaximumRows);
        Series<TRowKey, object>[] columns = [.. Enumerable.Range(0, frame.ColumnCount).Select(frame.GetColumnAt<object>)];
        bool keyed = !Enumerable.Range(0, rows).All(row => frame.GetRowKeyAt(row) is int key && key == row);
        var html = new StringBuilder("<table class=\"regcls-frame\"><thead><tr>").Append(keyed ? "<th></th>" : "");
        foreach (TColumnKey key in frame.ColumnKeys)
        {
            html.Append("<th>").Append(CellText.Of(key)).Append("</th>");
        }

        html.Append("</tr></thead><tbody>");
        for (int row = 0; row < rows; row++)
        {
            html.Append("<tr>");
            if (keyed)
            {
                html.Append("<th>").Append(CellText.Of(frame.GetRowKeyAt(row))).Append("</th>");
            }

            foreach (Series<TRowKey, object> column in columns)
            {
                OptionalValue<object> cell = column.TryGetAt(row);
                object? value = cell.HasValue ? cell.Value : null;
                html.Append(CellText.IsNumber(value) ? "<td style=\"text-align:right\">" : "<td>").Append(CellText.Of(value)).Append("</td>");
            }

            html.Append("</tr>");
        }

        html.Append("</tbody></table>");
        if (rows < frame.RowCount)
        {
            html.Append("<p class=\"regcls-note\">The first ").Append(rows).Append(" of ").Append(frame.RowCount).Append(" rows.</p>");
        }

        return html.ToString();
    }
}
