using System.Reflection;

namespace RegCls.Interactive.Hosts;

/// <summary>.NET Interactive and Polyglot Notebooks: the fragment's attribute is recognised by name; <c>Kernel.display</c> displays at once.</summary>
internal sealed class DotNetInteractiveHost(Assembly interactive) : INotebookHost
{
    /// <summary>The assembly by which the host is recognised.</summary>
    public const string AssemblyName = "Microsoft.DotNet.Interactive";

    private static readonly string[] Html = [HtmlFragmentFormatter.Html];

    /// <inheritdoc/>
    public bool NeedsPlotly => true;

    /// <inheritdoc/>
    public object Wrap(HtmlFragment fragment) => fragment;

    /// <inheritdoc/>
    public void Push(HtmlFragment fragment) => NotebookHosts.Call(interactive, $"{AssemblyName}.Kernel", "display", fragment, Html);

    /// <inheritdoc/>
    public Action<HtmlFragment>? PushReplaceable(HtmlFragment fragment)
    {
        // Not by Kernel.display: what that returns has another id than what it displayed, so an update finds nothing to replace.
        Type? type = interactive.GetType($"{AssemblyName}.KernelInvocationContext");
        object? context = type?.GetProperty("Current")?.GetValue(null);
        MethodInfo? display = type is null ? null : interactive.GetType($"{AssemblyName}.KernelInvocationContextExtensions")?.GetMethod("Display", [type, typeof(object), typeof(string[])]);
        if (context is null || display is null)
        {
            return null;
        }

        object displayed = display.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [context, fragment, Html], null)!;
        MethodInfo? update = displayed.GetType().GetMethod("Update", [typeof(object)]);
        return update is null ? _ => { } : next => update.Invoke(displayed, BindingFlags.DoNotWrapExceptions, null, [next], null);
    }
}
