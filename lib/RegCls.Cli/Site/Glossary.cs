using System.Text.RegularExpressions;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace RegCls.Cli.Site;

/// <summary>The words of the project: <c>glossary.md</c> among the documents, a heading and a paragraph each. One instance serves one page and links each word where the page first uses it.</summary>
internal sealed class Glossary
{
    /// <summary>The document's name without its ending.</summary>
    public const string Name = "glossary";

    private readonly List<(string Word, string Meaning, Regex Pattern)> unused = [];

    /// <summary>Reads the words.</summary>
    /// <param name="documents">The folder of documents; null, or without a glossary, gives no words.</param>
    public Glossary(string? documents)
    {
        var path = Path.Combine(documents ?? string.Empty, Name + ".md");
        if (documents is null || !File.Exists(path))
        {
            return;
        }

        Block[] blocks = [.. MarkdownRenderer.Parse(File.ReadAllText(path))];
        foreach (var (heading, meaning) in blocks.Zip(blocks.Skip(1)).Where(pair => pair.First is HeadingBlock { Level: 2 } && pair.Second is ParagraphBlock).Select(pair => ((HeadingBlock)pair.First, (ParagraphBlock)pair.Second)))
        {
            var word = MarkdownRenderer.PlainText(heading);
            unused.Add((word, MarkdownRenderer.PlainText(meaning), new Regex($@"(?<![\w+-]){Regex.Escape(word)}(?:e?s)?(?![\w+-])", char.IsUpper(word[0]) ? RegexOptions.None : RegexOptions.IgnoreCase)));
        }
    }

    /// <summary>Links the words that a cell is the first to use; not in headings, links and code.</summary>
    /// <param name="document">The cell's syntax tree.</param>
    public void Link(MarkdownDocument document)
    {
        // Long words first: "coupled decay" before "decay".
        foreach (var term in unused.OrderByDescending(term => term.Word.Length).ToArray())
        {
            foreach (var literal in document.Descendants<ParagraphBlock>().SelectMany(block => block.Inline?.Descendants<LiteralInline>() ?? []).Where(literal => Parents(literal).All(parent => parent is not LinkInline)))
            {
                var text = literal.Content.ToString();
                if (term.Pattern.Match(text) is not { Success: true } found)
                {
                    continue;
                }

                LinkInline link = new($"{Name}.html#{MarkdownRenderer.Slug(term.Word)}", string.Empty);
                link.AppendChild(new LiteralInline(found.Value));
                link.GetAttributes().AddClass("term");
                link.GetAttributes().AddProperty("data-meaning", term.Meaning);
                literal.InsertBefore(new LiteralInline(text[..found.Index]));
                literal.InsertBefore(link);
                literal.ReplaceBy(new LiteralInline(text[(found.Index + found.Length)..]));
                unused.Remove(term);
                break;
            }
        }
    }

    private static IEnumerable<Inline> Parents(Inline inline)
    {
        for (var parent = inline.Parent; parent is not null; parent = parent.Parent)
        {
            yield return parent;
        }
    }
}
