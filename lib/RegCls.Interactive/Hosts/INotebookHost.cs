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

    /// <summary>Displays a fragment that can be replaced where it stands.</summary>
    /// <returns>Replaces it, from any thread of the same cell; <see langword="null"/> where the host has nothing like it, and then nothing is displayed.</returns>
    Action<HtmlFragment>? PushReplaceable(HtmlFragment fragment) => null;
}
