using System.Reflection;

namespace RegCls.Interactive.Hosts;

/// <summary>.NET Interactive and Polyglot Notebooks: the fragment's attribute is recognised by name; <c>Kernel.display</c> displays at once.</summary>
internal sealed class DotNetInteractiveHost(Assembly interactive) : INotebookHost
{
    /// <summary>The assembly by which the host is recognised.</summary>
    public const string AssemblyName = "Microsoft.DotNet.Interactive";

    /// <inheritdoc/>
    public bool NeedsPlotly => true;

    /// <inheritdoc/>
    public object Wrap(HtmlFragment fragment) => fragment;

    /// <inheritdoc/>
    public void Push(HtmlFragment fragment)
        => NotebookHosts.Call(interactive, $"{AssemblyName}.Kernel", "display", fragment, new[] { HtmlFragmentFormatter.Html });
}
