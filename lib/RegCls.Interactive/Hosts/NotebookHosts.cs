using System.Reflection;

namespace RegCls.Interactive.Hosts;

/// <summary>Recognises the host by what it left in the process.</summary>
internal static class NotebookHosts
{
    /// <summary>The host of this process; looked up at each call, for a host may load its display assembly late.</summary>
    public static INotebookHost Current()
        => RunnerHost.DisplayReceiver() is { } display ? new RunnerHost(display)
            : LoadedAssemblies.Find(ClrKernelHost.AssemblyName) is { } clrKernel ? new ClrKernelHost(clrKernel)
            : LoadedAssemblies.Find(VersoHost.AssemblyName) is { } verso ? new VersoHost(verso)
            : LoadedAssemblies.Find(DotNetInteractiveHost.AssemblyName) is { } interactive ? new DotNetInteractiveHost(interactive)
            : new PlainHost();

    /// <summary>Calls a static method of a host by name.</summary>
    /// <exception cref="NotSupportedException">This version of the host has no such method.</exception>
    /// <returns>What the method returns.</returns>
    public static object? Call(Assembly host, string type, string method, params object[] arguments)
    {
        MethodInfo found = host.GetType(type)?.GetMethod(method, [.. arguments.Select(ParameterType)]) ?? throw Missing(host, $"{type}.{method}");
        return found.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    /// <summary>The exception for a host that is recognised but not as expected.</summary>
    public static NotSupportedException Missing(Assembly host, string member)
        => new($"{host.GetName().Name} {host.GetName().Version} has no {member} as expected, so nothing can be displayed in this host; see environment.md for the versions that were tested.");

    /// <summary>Displayed values go in as object, texts and lists of texts as themselves.</summary>
    private static Type ParameterType(object argument) => argument is string or string[]? argument.GetType() : typeof(object);
}
