using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using RegCls.Cli.Site;

namespace RegCls.Cli.Notebooks;

/// <summary>What a list says about a notebook.</summary>
/// <param name="Title">Its first heading; its file name if there is none.</param>
/// <param name="Finding">What it finds, as plain text: the first point below "In one minute", or else the first sentence of its first paragraph that is not wholly in italics, which a note is; empty if there is none.</param>
internal sealed partial record NotebookSummary(string Title, string Finding)
{
    private const string Minute = "In one minute";

    /// <summary>Summarises a notebook.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <returns>Its title and finding.</returns>
    public static NotebookSummary Of(NotebookDocument notebook)
    {
        Block[] blocks = [.. notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown).SelectMany(cell => MarkdownRenderer.Parse(cell.Source))];
        var heading = blocks.OfType<HeadingBlock>().FirstOrDefault(block => block.Level == 1);
        var paragraph = blocks.OfType<ParagraphBlock>().FirstOrDefault(block => !IsNote(block));
        var points = blocks.SkipWhile(block => block is not HeadingBlock minute || MarkdownRenderer.PlainText(minute) != Minute).OfType<ListBlock>().FirstOrDefault();
        var point = points?.Descendants<ParagraphBlock>().First();
        return new NotebookSummary(
            heading is null ? notebook.Name : MarkdownRenderer.PlainText(heading),
            point is not null ? MarkdownRenderer.PlainText(point) : paragraph is null ? string.Empty : SentenceEnd().Split(MarkdownRenderer.PlainText(paragraph), 2)[0]);
    }

    private static bool IsNote(ParagraphBlock block) => block.Inline is { FirstChild: EmphasisInline { DelimiterCount: 1 } only } && only == block.Inline.LastChild;

    // The end of a sentence is a mark, then a blank, then a capital: "Fig. 3" and "e.g. this" go on.
    [GeneratedRegex(@"(?<=[.!?]['""”)]?)(?<!\b(?:Fig|Tab|Eq|Sec|vs|al)\.)\s+(?=\p{Lu})")]
    private static partial Regex SentenceEnd();
}
