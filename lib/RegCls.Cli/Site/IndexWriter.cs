using System.Globalization;

namespace RegCls.Cli.Site;

/// <summary>Renders the first page of a site: the answer, one finding a notebook, how to run it, and last how it was made.</summary>
internal static class IndexWriter
{
    private static readonly (string Page, string Text)[] Next =
    [
        ("02-the-1d-study", "See the experiment"), ("10-claim-by-claim", "Every claim of the paper, judged"), ("lessons", "Teach it"), ("glossary", "The words"), ("map", "From the paper to the code"),
    ];

    /// <summary>The page's HTML.</summary>
    /// <param name="entries">All pages in reading order.</param>
    /// <param name="folder">The site's folder, where the pictures are looked for.</param>
    /// <param name="environment">Versions and machine of the last run.</param>
    /// <param name="documents">The names of the pages of prose.</param>
    /// <returns>A whole HTML document.</returns>
    public static string ToHtml(IReadOnlyList<SiteEntry> entries, string folder, string environment, IReadOnlyList<string> documents) => EmbeddedFiles.Fill("index.html", new Dictionary<string, string>
    {
        ["next"] = string.Concat(Next.Where(link => documents.Contains(link.Page) || entries.Any(entry => entry.Page == link.Page + ".html")).Select(link => $"<a href=\"{link.Page}.html\">{link.Text}</a>\n")),
        ["entries"] = string.Concat(entries.Select(entry => ToHtml(entry, File.Exists(Path.Combine(folder, entry.Picture))))),
        ["runs"] = string.Concat(entries.Select(Run)),
        ["footer"] = PageWriter.Escape(environment + "."),
    });

    private static string ToHtml(SiteEntry entry, bool hasPicture)
    {
        var failure = entry.Failure is null ? string.Empty : $"<p class=\"failure\">{PageWriter.Escape(entry.Failure)}</p>";
        var picture = hasPicture ? $"<img src=\"{PageWriter.Escape(entry.Picture)}\" alt=\"\" width=\"240\" height=\"150\">" : "<span></span>";
        return $"""
            <li>{picture}<div><a class="title" href="{PageWriter.Escape(entry.Page)}">{PageWriter.Formulas(entry.Title)}</a>
            <p>{PageWriter.Formulas(entry.Finding)}</p>{failure}</div></li>

            """;
    }

    private static string Run(SiteEntry entry)
    {
        var status = entry.Failure is null ? "<span class=\"ok\">ran through</span>" : "<span class=\"failed\">failed</span>";
        var facts = string.Create(CultureInfo.InvariantCulture, $"profile {entry.Profile} · {entry.Seconds:0.0} s · {entry.Date:yyyy-MM-dd HH:mm} UTC");
        return $"<li><a href=\"{PageWriter.Escape(entry.File)}\">{PageWriter.Escape(entry.File)}</a>: {status} · {facts}</li>\n";
    }
}
