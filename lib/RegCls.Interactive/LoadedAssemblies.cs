using System.Reflection;

namespace RegCls.Interactive;

/// <summary>Looks at what the host has loaded; this assembly refers to no host.</summary>
internal static class LoadedAssemblies
{
    /// <summary>The first loaded assembly of a simple name, or <see langword="null"/>.</summary>
    public static Assembly? Find(string? name)
        => AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(assembly => assembly.GetName().Name == name);
}
