using RegCls.Cli.Notebooks;
using RegCls.Cli.Running;

namespace RegCls.Cli.Site;

/// <summary>Writes executed notebooks into a folder: each as a page and as a notebook, and an index over all that the folder holds.</summary>
/// <param name="folder">The site's folder, absolute.</param>
/// <param name="profile">The profile of the run.</param>
/// <param name="time">The clock that dates the pages.</param>
/// <param name="documents">The folder of pages of prose, which become pages of the site; null for none.</param>
/// <param name="standsAlone">Puts plotly.js (3.6 MB) into each executed notebook, so that its charts draw in Jupyter before any cell is run.</param>
/// <param name="isAllOpen">Shows what is folded otherwise: outcomes and answers.</param>
internal sealed class SiteWriter(string folder, string profile, TimeProvider time, string? documents = null, bool standsAlone = false, bool isAllOpen = false)
{
    private readonly List<(NotebookRun Run, SiteEntry Entry)> written = [];
    private string environment = string.Empty;

    /// <summary>The index page.</summary>
    public string Index => Path.Combine(folder, "index.html");

    /// <summary>Makes sure that the folder can be written, and puts the assets and the pages of prose into it.</summary>
    public void Prepare()
    {
        AtomicFile.RequireWritable(folder);
        foreach (var name in EmbeddedFiles.AssetNames())
        {
            AtomicFile.Write(Path.Combine(folder, name), target =>
            {
                using var source = EmbeddedFiles.Open(name);
                source.CopyTo(target);
            });
        }

        foreach (var document in Documents())
        {
            AtomicFile.WriteText(Path.Combine(folder, Path.GetFileNameWithoutExtension(document) + ".html"), PageWriter.ToHtml(document, folder));
        }
    }

    /// <summary>Writes one executed notebook at once, so that a later interruption does not lose it.</summary>
    /// <param name="run">The executed notebook.</param>
    public void Add(NotebookRun run)
    {
        var bundleFolder = Path.GetDirectoryName(BundleReference.PathIn(run.Notebook)) ?? string.Empty;
        var plotly = bundleFolder.Length > 0 ? PlotlyScript.Read(bundleFolder) : null;
        if (plotly is not null)
        {
            AtomicFile.WriteText(Path.Combine(folder, "assets", "plotly.min.js"), plotly);
        }

        if (environment.Length == 0 || bundleFolder.Length > 0)
        {
            environment = RunEnvironment.Describe(bundleFolder);
        }

        var summary = NotebookSummary.Of(run.Notebook);
        var entry = new SiteEntry(run.Notebook.FileName, summary.Title, summary.Finding, profile, run.Elapsed.TotalSeconds, run.Failure?.ToString(), time.GetUtcNow().UtcDateTime);
        AtomicFile.WriteText(Path.Combine(folder, entry.File), ExecutedNotebook.ToJson(run.Notebook, standsAlone ? plotly : null));
        WritePicture(run, Path.Combine(folder, entry.Picture));
        written.Add((run, entry));
        WritePages();
    }

    // The notebook's first chart that can be drawn small stands for it on the index.
    private static void WritePicture(NotebookRun run, string path)
    {
        var picture = run.Notebook.Cells.SelectMany(cell => cell.Outputs).OfType<DisplayOutput>()
            .Select(output => output.Html is { } html && ChartFigure.Read(html) is { } figure ? PictureWriter.ToSvg(figure) : null)
            .FirstOrDefault(svg => svg is not null);
        if (picture is not null)
        {
            AtomicFile.WriteText(path, picture);
        }
    }

    // All pages of this run again: a page links to the one after it, which was not there when it was first written.
    private void WritePages()
    {
        SiteEntry[] entries =
        [
            .. SiteManifest.Read(folder).Where(old => written.All(pair => pair.Entry.File != old.File))
                .Concat(written.Select(pair => pair.Entry)).OrderBy(entry => entry.File, StringComparer.Ordinal),
        ];
        foreach (var (run, entry) in written)
        {
            var place = Array.IndexOf(entries, entry);
            var neighbours = (place > 0 ? entries[place - 1] : null, place + 1 < entries.Length ? entries[place + 1] : null);
            AtomicFile.WriteText(Path.Combine(folder, entry.Page), PageWriter.ToHtml(run, entry, folder, neighbours, environment, documents, isAllOpen));
        }

        SiteManifest.Write(folder, entries);
        AtomicFile.WriteText(Index, IndexWriter.ToHtml(entries, folder, environment, [.. Documents().Select(document => Path.GetFileNameWithoutExtension(document))]));
    }

    private string[] Documents() => documents is not null && Directory.Exists(documents) ? Directory.GetFiles(documents, "*.md") : [];
}
