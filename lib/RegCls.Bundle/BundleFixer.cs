namespace RegCls.Bundle;

/// <summary>Applies the fixes to a bundle folder.</summary>
public static class BundleFixer
{
    private const string TorchSharpOnLinux = "libLibTorchSharp.so";

    /// <summary>Makes the folder's own copies loadable; a second call changes nothing.</summary>
    /// <param name="folder">The bundle: assemblies and natives side by side.</param>
    /// <param name="report">Receives one line per change and per file that had to be left as it is.</param>
    /// <exception cref="BundleFileException">A file is not what a fix expects.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static void Fix(string folder, Action<string> report)
    {
        string native = Path.Combine(folder, TorchSharpOnLinux);
        if (File.Exists(native))
        {
            switch (ElfVersionWeakener.Weaken(native))
            {
                case ElfVersionChange.Weakened:
                    report($"{TorchSharpOnLinux}: the unused requirement {ElfVersionWeakener.MissingVersion} is now weak");
                    break;
                case ElfVersionChange.InUse:
                    report($"{TorchSharpOnLinux}: left as it is, it uses symbols of {ElfVersionWeakener.MissingVersion}, so it needs libstdc++ of GCC 13 or newer");
                    break;
            }
        }

        foreach (string path in Directory.EnumerateFiles(folder, "*.dll").Order(StringComparer.Ordinal).Where(AssemblyReferenceEditor.IsAssembly))
        {
            Version wanted = AssemblyReferenceEditor.HostVersion;
            if (AssemblyReferenceEditor.Lower(path, AssemblyReferenceEditor.FSharpCore, wanted) is { } before)
            {
                report($"{Path.GetFileName(path)}: now asks for {AssemblyReferenceEditor.FSharpCore} {wanted} instead of {before}");
            }

            if (AssemblyReferenceEditor.Raise(path, AssemblyReferenceEditor.Numerics, wanted) is { } lower)
            {
                report($"{Path.GetFileName(path)}: now asks for {AssemblyReferenceEditor.Numerics} {wanted} instead of {lower}");
            }
        }
    }
}
