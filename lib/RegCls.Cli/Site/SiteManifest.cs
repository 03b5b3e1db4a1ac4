using System.Text.Json;

namespace RegCls.Cli.Site;

/// <summary>What a site holds, over several runs into the same folder.</summary>
internal static class SiteManifest
{
    private const string FileName = "run.json";
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true };

    /// <summary>Reads the entries whose pages are still there; what an earlier version wrote is left out.</summary>
    /// <param name="folder">The site's folder.</param>
    /// <returns>The entries; none for a new site or a damaged manifest, which the next write replaces.</returns>
    public static IReadOnlyList<SiteEntry> Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return [];
        }

        try
        {
            var entries = JsonSerializer.Deserialize<SiteEntry[]>(File.ReadAllText(path), Options) ?? [];
            return [.. entries.Where(entry => entry.Finding is not null && File.Exists(Path.Combine(folder, entry.Page)))];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>Writes the entries.</summary>
    /// <param name="folder">The site's folder.</param>
    /// <param name="entries">All entries.</param>
    public static void Write(string folder, IEnumerable<SiteEntry> entries) =>
        AtomicFile.WriteText(Path.Combine(folder, FileName), JsonSerializer.Serialize(entries.ToArray(), Options) + "\n");
}
