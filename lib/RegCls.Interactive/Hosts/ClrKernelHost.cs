using System.Reflection;

namespace RegCls.Interactive.Hosts;

/// <summary>ClrKernel: cells return its record <c>DisplayHtml</c>; <c>DisplayValues.DisplayHtml</c> displays at once.</summary>
internal sealed class ClrKernelHost(Assembly primitives) : INotebookHost
{
    /// <summary>The assembly by which the host is recognised.</summary>
    public const string AssemblyName = "ClrKernel.Core.Primitives";

    private const string DisplayType = $"{AssemblyName}.DisplayValues";
    private const string HtmlType = $"{AssemblyName}.DisplayHtml";

    /// <inheritdoc/>
    public bool NeedsPlotly => true;

    /// <inheritdoc/>
    public object Wrap(HtmlFragment fragment)
        => (primitives.GetType(HtmlType)?.GetConstructor([typeof(string)]) ?? throw NotebookHosts.Missing(primitives, $"{HtmlType}(string)"))
            .Invoke([fragment.ToHtml()]);

    /// <inheritdoc/>
    public void Push(HtmlFragment fragment) => NotebookHosts.Call(primitives, DisplayType, "DisplayHtml", fragment);

    /// <inheritdoc/>
    public Action<HtmlFragment>? PushReplaceable(HtmlFragment fragment)
    {
        if (primitives.GetType(DisplayType)?.GetMethods().FirstOrDefault(method => method.Name == "UpdateHtml" && method.GetParameters().Length == 2) is not { } update)
        {
            return null;
        }

        object? cell = NotebookHosts.Call(primitives, DisplayType, "DisplayHtml", fragment);
        return next => update.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [cell, next], null);
    }
}
