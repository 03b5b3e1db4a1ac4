using System.Reflection;

namespace RegCls.Notebooks.Tests.Support;

/// <summary>The notebooks that are executed: those of the walkthrough and the fixtures, which are there before any of them.</summary>
internal static class SitePages
{
    private static string Fixtures { get; } = typeof(SitePages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(data => data.Key == "FixturesFolder").Value!;

    /// <summary>Paths relative to the repository, so that a test's name does not depend on the machine.</summary>
    public static IEnumerable<string> Notebooks()
    {
        var walkthrough = Path.Combine(CommandResult.RepositoryRoot, "notebooks");
        var folders = Directory.Exists(walkthrough) ? new[] { walkthrough, Fixtures } : [Fixtures];
        return folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.ipynb").Order(StringComparer.Ordinal))
            .Select(path => Path.GetRelativePath(CommandResult.RepositoryRoot, path).Replace('\\', '/'));
    }

    /// <summary>The file names of the pages of prose.</summary>
    public static IEnumerable<string> Documents() => Directory.EnumerateFiles(Path.Combine(CommandResult.RepositoryRoot, "data", "pages"), "*.md").Order(StringComparer.Ordinal).Select(path => Path.GetFileNameWithoutExtension(path) + ".html");

    /// <summary>The file names of the pages the notebooks become.</summary>
    public static IEnumerable<string> Pages() => Notebooks().Select(path => Path.GetFileNameWithoutExtension(path) + ".html");
}
