using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis.Scripting.Hosting;

namespace RegCls.Cli.Running;

/// <summary>
/// Loads the bundle's assemblies into the default context, where scripts look first: one copy of RegCls and its
/// dependencies in the process, however many notebooks run, although this program carries none of them.
/// </summary>
internal sealed class BundleAssemblies : IDisposable
{
    private readonly List<string> folders = [];
    private readonly Lock gate = new();

    /// <summary>Starts to resolve assemblies.</summary>
    public BundleAssemblies() => AssemblyLoadContext.Default.Resolving += Resolve;

    /// <summary>Makes the assemblies beside a referenced DLL available and gives a script loader the DLL itself.</summary>
    /// <param name="path">The absolute path of the DLL a notebook references.</param>
    /// <param name="loader">The loader of the notebook's scripts.</param>
    public void Provide(string path, InteractiveAssemblyLoader loader)
    {
        Provide(Path.GetDirectoryName(path)!);
        loader.RegisterDependency(Load(AssemblyName.GetAssemblyName(path)));
    }

    /// <summary>Makes the assemblies in a folder available to code of this program that is compiled from now on.</summary>
    /// <param name="folder">The absolute path of the folder.</param>
    public void Provide(string folder)
    {
        lock (gate)
        {
            if (!folders.Contains(folder))
            {
                folders.Add(folder);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => AssemblyLoadContext.Default.Resolving -= Resolve;

    private static Assembly Load(AssemblyName name) => AssemblyLoadContext.Default.LoadFromAssemblyName(name);

    private Assembly? Resolve(AssemblyLoadContext context, AssemblyName name)
    {
        // The bundle's dependencies ask for one another by versions that differ in detail; the copy beside them is the one they were tested with.
        if (context.Assemblies.FirstOrDefault(assembly => assembly.GetName().Name == name.Name) is { } loaded)
        {
            return loaded;
        }

        lock (gate)
        {
            var file = folders.Select(folder => Path.Combine(folder, name.Name + ".dll")).FirstOrDefault(File.Exists);
            return file is null ? null : context.LoadFromAssemblyPath(file);
        }
    }
}
