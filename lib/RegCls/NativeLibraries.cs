using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace RegCls;

/// <summary>Lets TorchSharp find libtorch, and SkiaSharp its library, in the notebook bundle, without environment variables and without copies beside each program.</summary>
/// <remarks>
/// Using any type of this assembly is enough: it then answers when the runtime looks for one of these libraries in vain.
/// A program that calls TorchSharp before any type of RegCls calls <see cref="EnsureLoaded"/> first.
/// </remarks>
public static class NativeLibraries
{
    private const string BundleKey = "BundleFolder";
    private static readonly Lazy<IReadOnlyDictionary<string, nint>> Loaded = new(LoadAll, LazyThreadSafetyMode.PublicationOnly);
    private static readonly Lazy<nint> Images = new(LoadImages, LazyThreadSafetyMode.PublicationOnly);

    /// <summary>Loads libtorch and LibTorchSharp; later calls do nothing.</summary>
    /// <exception cref="DllNotFoundException">The bundle is not built, is not for this platform, or cannot be loaded; the message says which and what to do.</exception>
    public static void EnsureLoaded() => _ = Loaded.Value;

    /// <summary>Handle of libtorch's library for the processor.</summary>
    /// <exception cref="DllNotFoundException">As <see cref="EnsureLoaded"/>.</exception>
    internal static nint Torch => Loaded.Value["torch_cpu"];

    /// <summary>Loads SkiaSharp's library, which decodes and draws images; later calls do nothing.</summary>
    /// <exception cref="DllNotFoundException">The bundle is not built, is not for this platform, or the library cannot be loaded; the message says which and what to do.</exception>
    public static void EnsureImagesLoaded() => _ = Images.Value;

    /// <summary>The first of these folders that holds libtorch for this platform: this assembly's own, the program's, the bundle of the source tree.</summary>
    /// <returns>A full path, or <see langword="null"/> when no folder does.</returns>
    public static string? FindFolder()
        => Candidates().FirstOrDefault(folder => File.Exists(Path.Combine(folder, FileName("LibTorchSharp"))) && File.Exists(Path.Combine(folder, FileName("torch_cpu"))));

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255:The 'ModuleInitializer' attribute should not be used in libraries", Justification = "TorchSharp searches for libtorch in its static constructors; the answer must be registered before the first tensor, whoever makes it. Nothing is loaded here.")]
    internal static void Register()
    {
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += Resolve;
        if (AssemblyLoadContext.GetLoadContext(typeof(NativeLibraries).Assembly) is { } own && own != AssemblyLoadContext.Default)
        {
            own.ResolvingUnmanagedDll += Resolve;
        }
    }

    private static nint Resolve(Assembly asking, string name)
    {
        string simple = Simple(name);
        if (simple == "SkiaSharp")
        {
            return Images.Value;
        }

        return simple is "torch" or "torch_cpu" or "LibTorchSharp" && Loaded.Value.TryGetValue(simple, out nint handle) ? handle : 0;
    }

    /// <summary>Loads by full path, the needed before the needing, so that the system loader never has to search.</summary>
    private static Dictionary<string, nint> LoadAll()
    {
        string folder = FindFolder() ?? throw NotBuilt();
        var handles = new Dictionary<string, nint>(StringComparer.OrdinalIgnoreCase);
        foreach (string path in InLoadingOrder(folder))
        {
            handles[Simple(Path.GetFileName(path))] = Load(path);
        }

        return handles;
    }

    private static nint LoadImages()
    {
        // With the prefix on every platform.
        string file = OperatingSystem.IsWindows() ? "libSkiaSharp.dll" : OperatingSystem.IsMacOS() ? "libSkiaSharp.dylib" : "libSkiaSharp.so";
        return Load(Candidates().Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists) ?? throw NotBuilt());
    }

    private static nint Load(string path)
    {
        try
        {
            return NativeLibrary.Load(path);
        }
        catch (Exception problem) when (problem is DllNotFoundException or BadImageFormatException)
        {
            throw new DllNotFoundException(
                $"{path} does not load ({problem.Message.ReplaceLineEndings(" ").Trim()}); run `dotnet build lib/RegCls.Interactive` on this machine, and see the troubleshooting part of environment.md.", problem);
        }
    }

    private static DllNotFoundException NotBuilt()
        => new($"The bundle is not built: libtorch or SkiaSharp's library for {RuntimeInformation.RuntimeIdentifier} is in none of {string.Join(", ", Candidates())}; run `dotnet build lib/RegCls.Interactive`.");

    private static IEnumerable<string> InLoadingOrder(string folder)
    {
        // OpenMP carries a hash or another name on each platform, and uv is needed on Windows only.
        string[] patterns = OperatingSystem.IsWindows()
            ? ["libiomp5md.dll", "uv.dll", "c10.dll", "torch_cpu.dll", "torch.dll", "LibTorchSharp.dll"]
            : OperatingSystem.IsMacOS()
                ? ["libomp.dylib", "libc10.dylib", "libtorch_cpu.dylib", "libtorch.dylib", "libLibTorchSharp.dylib"]
                : ["libgomp-*.so.1", "libc10.so", "libtorch_cpu.so", "libtorch.so", "libLibTorchSharp.so"];
        return patterns.SelectMany(pattern => Directory.EnumerateFiles(folder, pattern));
    }

    private static IEnumerable<string> Candidates()
    {
        Assembly own = typeof(NativeLibraries).Assembly;
        string? built = own.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(entry => entry.Key == BundleKey)?.Value;
        return new[] { Path.GetDirectoryName(own.Location), AppContext.BaseDirectory, built }
            .Where(folder => !string.IsNullOrEmpty(folder))
            .Select(folder => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder!)))
            .Distinct();
    }

    private static string FileName(string simple)
        => OperatingSystem.IsWindows() ? $"{simple}.dll" : OperatingSystem.IsMacOS() ? $"lib{simple}.dylib" : $"lib{simple}.so";

    private static string Simple(string name)
    {
        string bare = Path.GetFileName(name);
        foreach (string ending in (ReadOnlySpan<string>)[".dll", ".so", ".dylib"])
        {
            bare = bare.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? bare[..^ending.Length] : bare;
        }

        return bare.StartsWith("lib", StringComparison.Ordinal) ? bare[3..] : bare;
    }
}
