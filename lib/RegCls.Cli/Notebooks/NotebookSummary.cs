using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using RegCls.Cli.Site;

namespace RegCls.Cli.Notebooks;

/// <summary>What a list says about a notebook.</summary>
/// <param name="Title">Its first heading; its file name if there is none.</param>
/// <param name="FirstSentence">The first sentence of its first paragraph that is not wholly in italics, which a note is, as plain text; empty if there is none.</param>
internal sealed partial record NotebookSummary(string Title, string FirstSentence)
{
    /// <summary>Summarises a notebook.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <returns>Its title and first sentence.</returns>
    public static NotebookSummary Of(NotebookDocument notebook)
    {
        Block[] blocks = [.. notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown).SelectMany(cell => MarkdownRenderer.Parse(cell.Source))];
        var heading = blocks.OfType<HeadingBlock>().FirstOrDefault(block => block.Level == 1);
        var paragraph = blocks.OfType<ParagraphBlock>().FirstOrDefault(block => !IsNote(block));
        return new NotebookSummary(
            heading is null ? notebook.Name : MarkdownRenderer.PlainText(heading),
            paragraph is null ? string.Empty : SentenceEnd().Split(MarkdownRenderer.PlainText(paragraph), 2)[0]);
    }

    private static bool IsNote(ParagraphBlock block) => block.Inline is { FirstChild: EmphasisInline { DelimiterCount: 1 } only } && only == block.Inline.LastChild;

    // The end of a sentence is a mark, then a blank, then a capital: "Fig. 3" and "e.g. this" go on.
    [GeneratedRegex(@"(?<=[.!?]['""”)]?)(?<!\b(?:Fig|Tab|Eq|Sec|vs|al)\.)\s+(?=\p{Lu})")]
    private static partial Regex SentenceEnd();
}
