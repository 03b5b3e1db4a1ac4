namespace RegCls.Interactive.Hosts;

/// <summary>How one notebook host displays HTML.</summary>
internal interface INotebookHost
{
    /// <summary>Whether pages of this host lack plotly.js until a cell brings it.</summary>
    bool NeedsPlotly { get; }

    /// <summary>What a cell returns so that the host displays the fragment.</summary>
    object Wrap(HtmlFragment fragment);

    /// <summary>Displays the fragment at once.</summary>
    void Push(HtmlFragment fragment);
}
