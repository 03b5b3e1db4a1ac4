using System.Reflection;
using System.Runtime.Loader;

namespace RegCls.Interactive;

/// <summary>Finds the assemblies of the bundle for hosts that load only the one that was referenced.</summary>
internal static class AssemblyResolver
{
    private static readonly Lazy<bool> Hooked = new(() =>
    {
        AssemblyLoadContext.Default.Resolving += Resolve;
        return true;
    });

    /// <summary>Answers the default load context from now on; later calls do nothing.</summary>
    public static void Hook() => _ = Hooked.Value;

    /// <summary>An assembly of that name that is loaded already wins, whatever its version: two copies of FSharp.Core would not know each other's lists.</summary>
    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName wanted)
    {
        Assembly? loaded = LoadedAssemblies.Find(wanted.Name);
        if (loaded is not null)
        {
            return loaded;
        }

        string? folder = Path.GetDirectoryName(typeof(AssemblyResolver).Assembly.Location);
        string file = Path.Combine(folder ?? "", $"{wanted.Name}.dll");
        return string.IsNullOrEmpty(folder) || !File.Exists(file) ? null : context.LoadFromAssemblyPath(file);
    }
}
