namespace RegCls.Interactive.Hosts;

/// <summary><c>regcls run</c>: it leaves two delegates in the application domain; its pages bring plotly.js themselves.</summary>
internal sealed class RunnerHost(Action<string, string> display) : INotebookHost
{
    /// <summary>Key of an <c>Action&lt;string, string&gt;</c> that takes MIME type and content.</summary>
    public const string DisplayKey = "RegCls.Host.Display";

    /// <summary>Key of an <c>Action&lt;string, double&gt;</c> that takes a task's name and its done fraction.</summary>
    public const string ProgressKey = "RegCls.Host.Progress";

    /// <inheritdoc/>
    public bool NeedsPlotly => false;

    /// <summary>The runner's display, or <see langword="null"/> in other hosts.</summary>
    public static Action<string, string>? DisplayReceiver() => AppDomain.CurrentDomain.GetData(DisplayKey) as Action<string, string>;

    /// <summary>The runner's progress display, or <see langword="null"/> in other hosts.</summary>
    public static Action<string, double>? ProgressReceiver() => AppDomain.CurrentDomain.GetData(ProgressKey) as Action<string, double>;

    /// <inheritdoc/>
    public object Wrap(HtmlFragment fragment) => fragment;

    /// <inheritdoc/>
    public void Push(HtmlFragment fragment) => display(HtmlFragmentFormatter.Html, fragment.ToHtml());
}
