namespace RegCls.Interactive.Hosts;

/// <summary>No notebook host: a cell's code in an ordinary program. What cannot be displayed is named on the console.</summary>
internal sealed class PlainHost : INotebookHost
{
    /// <inheritdoc/>
    public bool NeedsPlotly => false;

    /// <inheritdoc/>
    public object Wrap(HtmlFragment fragment) => fragment;

    /// <inheritdoc/>
    public void Push(HtmlFragment fragment) => Console.WriteLine($"[{fragment.ToHtml().Length} characters of HTML: no notebook host displays them]");
}
