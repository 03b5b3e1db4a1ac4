using System.Globalization;
using System.Net;
using System.Text;
using RegCls.Cli.Notebooks;
using RegCls.Cli.Running;

namespace RegCls.Cli.Site;

/// <summary>Renders one executed notebook as a page.</summary>
internal static class PageWriter
{
    /// <summary>The page's HTML.</summary>
    /// <param name="run">The executed notebook.</param>
    /// <param name="entry">What the index says about it.</param>
    /// <param name="siteFolder">The folder the page is written to.</param>
    /// <param name="neighbours">The pages before and after it; null where there is none.</param>
    /// <param name="environment">Versions and machine.</param>
    /// <param name="documents">The folder of pages of prose, where the glossary is; null for none.</param>
    /// <param name="isAllOpen">Whether what follows a question is shown at once.</param>
    /// <returns>A whole HTML document.</returns>
    public static string ToHtml(NotebookRun run, SiteEntry entry, string siteFolder, (SiteEntry? Previous, SiteEntry? Next) neighbours, string environment, string? documents, bool isAllOpen)
    {
        var notebook = run.Notebook;
        var markdown = new MarkdownRenderer(notebook.Folder, siteFolder, new Glossary(documents));
        var body = new StringBuilder();
        if (run.Changes.Length > 0)
        {
            body.Append("<p class=\"changes\" role=\"note\">Run with ").Append(Escape(run.Changes)).Append(". Sentences about results speak of the standard run.</p>\n");
        }

        var figures = new FigureWriter(notebook.Name, PaperFigures.Of(notebook));
        var number = 0;
        var isMissing = false;
        int? answer = null;
        for (var i = 0; i < notebook.Cells.Count; i++)
        {
            var cell = notebook.Cells[i];
            switch (cell.Kind)
            {
                case CellKind.Markdown:
                    body.Append(isMissing ? "<section class=\"prose unfounded\">\n<p class=\"without\" role=\"note\">This text speaks of a result that is missing above.</p>\n" : "<section class=\"prose\">\n");
                    body.Append(markdown.Render(cell.Source)).Append("</section>\n");
                    break;
                case CellKind.Code:
                    AppendCode(body, cell, ++number, run.Failure, figures);
                    isMissing = cell.Outputs.OfType<ErrorOutput>().Any();
                    if (isMissing && RecordedResult.InPlaceOf(cell, notebook) is { } recorded)
                    {
                        body.Append("<section class=\"cell recorded\">\n<p class=\"without\" role=\"note\">Recorded, not of this run: the result of an earlier, full run in the place of the missing one.</p>\n");
                        body.Append(string.Concat(recorded.Select(html => figures.Render(html, cell.Id)))).Append("</section>\n");
                    }

                    break;
                default:
                    body.Append("<pre class=\"raw\">").Append(Escape(cell.Source)).Append("</pre>\n");
                    break;
            }

            if (i == answer)
            {
                body.Append("</details>\n");
            }

            // From the question to its answer, until a reader asks for it; what failed is never folded.
            if (ClassroomCells.AnswerTo(notebook.Cells, i) is { } found)
            {
                answer = found;
                var isOpen = isAllOpen || notebook.Cells.Take(found).Skip(i).SelectMany(hidden => hidden.Outputs).OfType<ErrorOutput>().Any();
                body.Append(CultureInfo.InvariantCulture, $"<details class=\"happened\"{(isOpen ? " open" : string.Empty)}><summary>Show what happened</summary>\n");
            }
        }

        var needsPlotly = notebook.Cells.SelectMany(cell => cell.Outputs).OfType<DisplayOutput>().Any(output => PlotlyScript.IsNeededBy(output.Html));
        return EmbeddedFiles.Fill("page.html", new Dictionary<string, string>
        {
            ["title"] = Escape(entry.Title),
            ["plotly"] = needsPlotly ? "<script defer src=\"assets/plotly.min.js\"></script>" : string.Empty,
            ["contents"] = Contents(markdown.Headings),
            ["body"] = body.ToString(),
            ["previous"] = Neighbour(neighbours.Previous, "prev", "←"),
            ["next"] = Neighbour(neighbours.Next, "next", "→"),
            ["footer"] = Escape(string.Create(CultureInfo.InvariantCulture, $"Profile {entry.Profile}, {entry.Seconds:0.0} s, {entry.Date:yyyy-MM-dd HH:mm} UTC. {environment}.")) + $" <a href=\"{Escape(entry.File)}\">Executed notebook</a>",
        });
    }

    /// <summary>The page of a document in Markdown.</summary>
    /// <param name="document">The document's path.</param>
    /// <param name="siteFolder">The folder the page is written to.</param>
    /// <returns>A whole HTML document.</returns>
    public static string ToHtml(string document, string siteFolder)
    {
        var markdown = new MarkdownRenderer(Path.GetDirectoryName(document)!, siteFolder);
        var body = $"<section class=\"prose\">\n{markdown.Render(File.ReadAllText(document))}</section>\n";
        return EmbeddedFiles.Fill("page.html", new Dictionary<string, string>
        {
            ["title"] = Escape(markdown.Headings[0].Text),
            ["plotly"] = string.Empty,
            ["contents"] = Contents(markdown.Headings),
            ["body"] = body,
            ["previous"] = "<span></span>",
            ["next"] = "<span></span>",
            ["footer"] = string.Empty,
        });
    }

    /// <summary>Text made safe for HTML.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The escaped text.</returns>
    internal static string Escape(string text) => WebUtility.HtmlEncode(text);

    private static void AppendCode(StringBuilder body, NotebookCell cell, int number, CellFailure? failure, FigureWriter figures)
    {
        body.Append(CultureInfo.InvariantCulture, $"<section class=\"cell\" id=\"code-{number}\">\n<details class=\"code\"><summary>code {number}</summary>\n");
        body.Append(CodeHighlighter.ToHtml(cell.Source, CellLanguage.Of(cell))).Append("\n</details>\n");
        if (CellLanguage.Of(cell) == CellLanguage.FSharp)
        {
            body.Append("<p class=\"twin\">This cell is F#, which .NET Interactive runs. What you see here is the same computation in C#, which the notebook's file has for hosts without F#.</p>\n");
        }

        foreach (var output in cell.Outputs)
        {
            body.Append(output switch
            {
                StreamOutput stream => $"<pre class=\"output {(stream.IsError ? "stderr" : "stdout")}\" tabindex=\"0\">{Escape(stream.Text)}</pre>\n",
                DisplayOutput { Html: { } html } => figures.Render(html, cell.Id),
                DisplayOutput display => $"<pre class=\"output value\" tabindex=\"0\">{Escape(display.Text)}</pre>\n",
                ErrorOutput { Name: ErrorOfCell.NotRunName } error => $"<div class=\"output not-run\" role=\"note\"><p>{Escape(error.Message)}.</p></div>\n",
                ErrorOutput error => Error(error, failure),
                _ => string.Empty,
            });
        }

        body.Append("</section>\n");
    }

    private static string Error(ErrorOutput error, CellFailure? failure) =>
        $"<div class=\"output error\" role=\"alert\"><p>{Escape(failure is { } first && first.Message.EndsWith(error.Message, StringComparison.Ordinal) ? first.ToString() : error.Message)}</p><details><summary>trace</summary><pre>{Escape(string.Join('\n', error.Trace))}</pre></details></div>\n";

    private static string Contents(IReadOnlyList<Heading> headings)
    {
        Heading[] listed = [.. headings.Where(heading => heading.Level is 2 or 3)];
        return listed.Length < 2
            ? string.Empty
            : "<nav class=\"contents\" aria-label=\"Contents\"><details open><summary>Contents</summary><ol>\n"
                + string.Concat(listed.Select(heading => $"<li class=\"level-{heading.Level}\"><a href=\"#{Escape(heading.Id)}\">{Formulas(heading.Text)}</a></li>\n"))
                + "</ol></details></nav>";
    }

    /// <summary>Plain text with formulas between dollars, as HTML whose elements of class "math" the page's script renders.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The escaped text.</returns>
    internal static string Formulas(string text) => string.Concat(text.Split('$').Select((part, index) =>
        index % 2 == 1 ? $"<span class=\"math\">\\({Escape(part)}\\)</span>" : Escape(part)));

    private static string Neighbour(SiteEntry? entry, string relation, string arrow) => entry is null
        ? "<span></span>"
        : $"<a rel=\"{relation}\" href=\"{Escape(entry.Page)}\">{(relation == "prev" ? arrow + " " : string.Empty)}{Formulas(entry.Title)}{(relation == "next" ? " " + arrow : string.Empty)}</a>";
}
