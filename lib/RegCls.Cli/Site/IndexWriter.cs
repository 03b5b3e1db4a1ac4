using System.Globalization;

namespace RegCls.Cli.Site;

/// <summary>Renders the first page of a site.</summary>
internal static class IndexWriter
{
    /// <summary>The page's HTML.</summary>
    /// <param name="entries">All pages in reading order.</param>
    /// <param name="folder">The site's folder, where the pictures are looked for.</param>
    /// <param name="environment">Versions and machine of the last run.</param>
    /// <returns>A whole HTML document.</returns>
    public static string ToHtml(IReadOnlyList<SiteEntry> entries, string folder, string environment) => EmbeddedFiles.Fill("index.html", new Dictionary<string, string>
    {
        ["entries"] = string.Concat(entries.Select(entry => ToHtml(entry, File.Exists(Path.Combine(folder, entry.Picture))))),
        ["footer"] = PageWriter.Escape(environment + "."),
    });

    private static string ToHtml(SiteEntry entry, bool hasPicture)
    {
        var status = entry.Failure is null ? "<span class=\"ok\">ran through</span>" : "<span class=\"failed\">failed</span>";
        var failure = entry.Failure is null ? string.Empty : $"<p class=\"failure\">{PageWriter.Escape(entry.Failure)}</p>";
        var facts = string.Create(CultureInfo.InvariantCulture, $"profile {entry.Profile} · {entry.Seconds:0.0} s · {entry.Date:yyyy-MM-dd HH:mm} UTC");
        var picture = hasPicture ? $"<img src=\"{PageWriter.Escape(entry.Picture)}\" alt=\"\" width=\"240\" height=\"150\">" : "<span></span>";
        return $"""
            <li>{picture}<div><a class="title" href="{PageWriter.Escape(entry.Page)}">{PageWriter.Formulas(entry.Title)}</a>
            <p>{PageWriter.Formulas(entry.FirstSentence)}</p>{failure}
            <p class="facts">{status} · {facts} · <a href="{PageWriter.Escape(entry.File)}">executed notebook</a></p></div></li>

            """;
    }
}
