using System.Diagnostics;
using System.Runtime.InteropServices;

namespace RegCls.Cli.Site;

/// <summary>The versions and the machine a run stands on, for the foot of each page.</summary>
internal static class RunEnvironment
{
    /// <summary>Where the library leaves what it found about libtorch's kernels, once it has trained pictures.</summary>
    internal const string KernelsKey = "RegCls.Kernels";

    /// <summary>Describes the environment.</summary>
    /// <param name="bundleFolder">The bundle a notebook used.</param>
    /// <returns>For example "RegCls 0.1.0, TorchSharp 0.107.0, .NET 10.0.1, Debian GNU/Linux 12, X64, 2 cores".</returns>
    public static string Describe(string bundleFolder)
    {
        string?[] parts =
        [
            Version(bundleFolder, "RegCls"),
            Version(bundleFolder, "TorchSharp"),
            RuntimeInformation.FrameworkDescription,
            RuntimeInformation.OSDescription,
            RuntimeInformation.OSArchitecture.ToString(),
            $"{Environment.ProcessorCount} cores",
            AppDomain.CurrentDomain.GetData(KernelsKey) is string kernels ? $"kernels: {kernels}" : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    private static string? Version(string folder, string name)
    {
        var path = Path.Combine(folder, name + ".dll");

        // The part after '+' is the commit, of no use to a reader.
        return File.Exists(path) ? $"{name} {FileVersionInfo.GetVersionInfo(path).ProductVersion?.Split('+')[0]}" : null;
    }
}
