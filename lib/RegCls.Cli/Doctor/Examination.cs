using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using RegCls.Cli.Notebooks;

namespace RegCls.Cli.Doctor;

/// <summary>Looks at what the notebooks and the tests need, without RegCls itself: it may not be built yet.</summary>
/// <param name="layout">The repository.</param>
/// <param name="machine">The machine.</param>
internal sealed class Examination(RepositoryLayout layout, Machine machine)
{
    private const string BuildBundle = "run `dotnet build lib/RegCls.Interactive -c Release` in the repository's folder";

    // A site takes 15 MB; records, caches and a build some more.
    private const long LeastBytes = 200_000_000;

    // What a first restore and build take.
    private const long ComfortableBytes = 3_000_000_000;

    private static readonly Version LeastSdk = new(10, 0, 100);
    private static readonly Version HostedFSharp = new(10, 0, 0, 0);
    private static readonly string[] Lowered = ["Plotly.NET.dll", "Plotly.NET.CSharp.dll", "Deedle.dll", "DynamicObj.dll"];

    /// <summary>Whether the bundle is built, so that the library in it can be asked.</summary>
    public bool HasBundle => File.Exists(Path.Combine(layout.Bundle, "RegCls.dll")) && File.Exists(Path.Combine(layout.Bundle, "RegCls.Interactive.dll"));

    /// <summary>The .NET SDK.</summary>
    /// <returns>What was found.</returns>
    public Finding Sdk()
    {
        const string Cure = "install the .NET 10 SDK (https://dotnet.microsoft.com/download/dotnet/10.0)";
        if (machine.OnPath("dotnet") is not { } program)
        {
            return new Finding(".NET SDK", FindingState.Missing, "no dotnet is on the PATH", Cure);
        }

        var folder = Path.GetDirectoryName(File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? program)!;
        string[] places = [folder, machine.Variable("DOTNET_ROOT") ?? folder];
        Version[] versions = [.. places.Select(place => Path.Combine(place, "sdk")).Where(Directory.Exists).SelectMany(Directory.EnumerateDirectories)
            .Select(path => Version.TryParse(Path.GetFileName(path), out var version) ? version : null).OfType<Version>().Distinct().Order()];
        var fitting = versions.LastOrDefault(version => version.Major == LeastSdk.Major && version >= LeastSdk);
        return fitting is null
            ? new Finding(".NET SDK", FindingState.Missing, $"{program} has {(versions.Length == 0 ? "no SDK" : "SDK " + string.Join(", ", versions.AsEnumerable()))}, expected {LeastSdk} or later within 10", Cure)
            : new Finding(".NET SDK", FindingState.Ok, $"{fitting} ({program})");
    }

    /// <summary>The folder every notebook loads.</summary>
    /// <returns>What was found.</returns>
    public Finding Bundle() => HasBundle
        ? new Finding("bundle", FindingState.Ok, layout.Bundle)
        : new Finding("bundle", FindingState.Missing, $"{layout.Bundle} has no RegCls.Interactive.dll", BuildBundle);

    /// <summary>Whether the references to FSharp.Core are lowered to what .NET Interactive hosts.</summary>
    /// <returns>What was found.</returns>
    public Finding FSharpFix()
    {
        var wrong = new List<string>();
        foreach (var name in Lowered)
        {
            var path = Path.Combine(layout.Bundle, name);
            if (!File.Exists(path))
            {
                wrong.Add($"{name} is not there");
            }
            else if (FSharpReference(path) is { } version && version > HostedFSharp)
            {
                wrong.Add($"{name} asks for FSharp.Core {version}");
            }
        }

        return wrong.Count == 0
            ? new Finding("FSharp.Core fix", FindingState.Ok, $"references are at most {HostedFSharp}")
            : new Finding("FSharp.Core fix", FindingState.Missing, string.Join(", ", wrong), "run `dotnet clean lib/RegCls.Interactive -c Release`, then " + BuildBundle);
    }

    /// <summary>The free space.</summary>
    /// <returns>What was found.</returns>
    public Finding Disk()
    {
        var free = machine.FreeBytes(layout.Root);
        var text = string.Create(CultureInfo.InvariantCulture, $"{free / 1e9:0.0} GB free at {layout.Root}");
        return free < LeastBytes ? new Finding("disk", FindingState.Missing, text, "free at least 0.2 GB; a first restore takes about 2 GB")
            : free < ComfortableBytes ? new Finding("disk", FindingState.Optional, text, "free 3 GB before a first restore and build")
            : new Finding("disk", FindingState.Ok, text);
    }

    /// <summary>The kernel that Jupyter starts for the notebooks.</summary>
    /// <returns>What was found.</returns>
    public Finding Kernel() => new JupyterKernelSpec(machine).Examine();

    /// <summary>The browser the tests of the site use.</summary>
    /// <returns>What was found.</returns>
    public Finding Chromium() => machine.OnPath("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome") is { } path
        ? new Finding("Chromium", FindingState.Ok, path)
        : new Finding("Chromium", FindingState.Optional, "not on the PATH; only tests of the site need it", "install it (Debian: apt-get install chromium)");

    private static Version? FSharpReference(string path)
    {
        using var image = new PEReader(File.OpenRead(path));
        var metadata = image.GetMetadataReader();
        return metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)
            .Where(reference => metadata.GetString(reference.Name) == "FSharp.Core").Select(reference => reference.Version).Max();
    }
}
