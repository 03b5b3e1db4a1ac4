using System.Text;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace RegCls.Cli.Site;

/// <summary>Renders the prose of one notebook; anchors stay unique over its cells.</summary>
/// <param name="notebookFolder">The folder that relative links and images start from.</param>
/// <param name="siteFolder">The folder the page is written to.</param>
/// <param name="glossary">The words to link, each where the page first uses it; null for none.</param>
internal sealed class MarkdownRenderer(string notebookFolder, string siteFolder, Glossary? glossary = null)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseGridTables().UseMathematics().UseFootnotes().UseEmphasisExtras().UseAutoLinks().UseListExtras()
        .Build();

    private readonly HashSet<string> usedIds = new(StringComparer.Ordinal);
    private readonly List<Heading> headings = [];

    /// <summary>The headings rendered so far, in order.</summary>
    public IReadOnlyList<Heading> Headings => headings;

    /// <summary>Parses Markdown with tables, footnotes and formulas.</summary>
    /// <param name="markdown">The text.</param>
    /// <returns>Its syntax tree.</returns>
    public static MarkdownDocument Parse(string markdown) => Markdown.Parse(markdown, Pipeline);

    /// <summary>The text of a heading or paragraph without markup; formulas keep their TeX.</summary>
    /// <param name="block">The block.</param>
    /// <returns>The text on one line.</returns>
    public static string PlainText(LeafBlock block)
    {
        var text = new StringBuilder();
        foreach (var inline in block.Inline?.Descendants() ?? [])
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                MathInline math => $"${math.Content}$",
                LineBreakInline => " ",
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                _ => string.Empty,
            });
        }

        return text.ToString();
    }

    /// <summary>Renders one cell.</summary>
    /// <param name="markdown">The cell's text.</param>
    /// <returns>HTML; formulas stand in elements of class "math" with their TeX.</returns>
    public string Render(string markdown)
    {
        var document = Parse(markdown);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            var text = PlainText(heading);
            var id = UniqueId(text);
            heading.GetAttributes().Id = id;
            headings.Add(new Heading(heading.Level, id, text));
        }

        foreach (var link in document.Descendants<LinkInline>())
        {
            link.Url = Rewrite(link.Url, link.IsImage);
        }

        glossary?.Link(document);

        // Markdig renders $$…$$ inside a line as an inline formula; readers of Jupyter expect a displayed one.
        foreach (var math in document.Descendants<MathInline>().Where(math => math.DelimiterCount == 2))
        {
            math.GetAttributes().AddClass("display");
        }

        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return writer.ToString();
    }

    private string? Rewrite(string? url, bool isImage)
    {
        if (string.IsNullOrEmpty(url) || url[0] is '#' or '/' || url.Contains(':', StringComparison.Ordinal))
        {
            return url;
        }

        var mark = url.IndexOf('#', StringComparison.Ordinal);
        var (path, fragment) = mark < 0 ? (url, string.Empty) : (url[..mark], url[mark..]);
        if (path.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase))
        {
            return Path.GetFileNameWithoutExtension(path) + ".html" + fragment;
        }

        // A page beside this one is a page of the site as well.
        if (path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) && !path.Contains('/', StringComparison.Ordinal))
        {
            return Path.GetFileNameWithoutExtension(path) + ".html" + fragment;
        }

        var file = Path.GetFullPath(Uri.UnescapeDataString(path), notebookFolder);
        if (!File.Exists(file))
        {
            return url;
        }

        // An image travels inside the page; another file is linked where it lies.
        return isImage ? DataUri(file) : Uri.EscapeDataString(Path.GetRelativePath(siteFolder, file)).Replace("%2F", "/", StringComparison.Ordinal) + fragment;
    }

    private static string DataUri(string file)
    {
        var type = Path.GetExtension(file).ToLowerInvariant() switch
        {
            ".svg" => "image/svg+xml",
            ".jpg" or ".jpeg" => "image/jpeg",
            ".gif" => "image/gif",
            ".webp" => "image/webp",
            _ => "image/png",
        };
        return $"data:{type};base64,{Convert.ToBase64String(File.ReadAllBytes(file))}";
    }

    /// <summary>A heading's anchor as GitHub and Jupyter build it for a plain heading: small letters, digits and hyphens.</summary>
    /// <param name="text">The heading's plain text.</param>
    /// <returns>The anchor, before it is made unique.</returns>
    internal static string Slug(string text)
    {
        var slug = string.Concat(text.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Trim().Replace(' ', '-');
        return slug.Length == 0 ? "section" : slug;
    }

    private string UniqueId(string text)
    {
        var slug = Slug(text);
        var id = slug;
        for (var i = 1; !usedIds.Add(id); i++)
        {
            id = $"{slug}-{i}";
        }

        return id;
    }
}
