using System.Reflection;

namespace RegCls.Interactive.Hosts;

/// <summary>Verso: it recognises <c>ToHtml()</c> on a cell's value; <c>DisplayExtensions.Display</c> displays at once.</summary>
internal sealed class VersoHost(Assembly abstractions) : INotebookHost
{
    /// <summary>The assembly by which the host is recognised.</summary>
    public const string AssemblyName = "Verso.Abstractions";

    /// <inheritdoc/>
    public bool NeedsPlotly => true;

    /// <inheritdoc/>
    public object Wrap(HtmlFragment fragment) => fragment;

    /// <inheritdoc/>
    public void Push(HtmlFragment fragment)
        => NotebookHosts.Call(abstractions, $"{AssemblyName}.DisplayExtensions", "Display", fragment, HtmlFragmentFormatter.Html);
}
