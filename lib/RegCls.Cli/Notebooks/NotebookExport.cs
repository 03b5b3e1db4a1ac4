using System.Text.Json.Nodes;
using RegCls.Cli.Lint;
using RegCls.Cli.Running;

namespace RegCls.Cli.Notebooks;

/// <summary>Fits a notebook to another notebook program: where its `#r` is looked for, and the metadata it reads.</summary>
internal static class NotebookExport
{
    /// <summary>.NET Interactive, the program the notebooks are written in.</summary>
    public const string Interactive = "interactive";

    /// <summary>The programs there are copies for.</summary>
    public static IReadOnlyList<string> Hosts { get; } = ["clrkernel", "verso", Interactive];

    /// <summary>A copy for one host, without outputs.</summary>
    /// <param name="host">One of <see cref="Hosts"/>.</param>
    /// <param name="notebook">A notebook that keeps to the portable subset.</param>
    /// <param name="folder">The folder the copy will stand in.</param>
    /// <returns>The copy.</returns>
    public static NotebookDocument For(string host, NotebookDocument notebook, string folder)
    {
        var metadata = (JsonObject)notebook.Metadata.DeepClone();
        var kernel = metadata["kernelspec"] as JsonObject ?? [];
        kernel["name"] = MetadataRules.KernelName;
        kernel["language"] = MetadataRules.Language;
        kernel["display_name"] ??= ".NET (C#)";
        metadata["kernelspec"] = kernel;
        metadata["language_info"] ??= new JsonObject { ["name"] = "polyglot-notebook" };
        return notebook with
        {
            Metadata = metadata,
            Cells = [.. notebook.Cells.Select(cell => cell.Kind == CellKind.Code ? Fit(cell, host, notebook.Folder, folder) : cell)],
        };
    }

    private static NotebookCell Fit(NotebookCell cell, string host, string from, string to)
    {
        // ClrKernel and Verso are given C# only.
        var language = host == Interactive ? CellLanguage.Of(cell) : CellLanguage.CSharp;
        var metadata = (JsonObject)cell.Metadata.DeepClone();
        metadata["dotnet_interactive"] = new JsonObject { ["language"] = language };
        metadata["polyglot_notebook"] = new JsonObject { ["kernelName"] = language };
        var source = host == Interactive ? cell.Source : CellLanguage.InCSharp(cell);
        if (BundleReference.Find(source) is { } reference)
        {
            // .NET Interactive resolves against the notebook; ClrKernel against its own folder, Verso not at all.
            var absolute = Path.GetFullPath(reference.File.ValueText, from);
            var path = (host == Interactive ? Path.GetRelativePath(to, absolute) : absolute).Replace('\\', '/');
            var literal = reference.File.Span;
            source = string.Concat(source.AsSpan(0, literal.Start), $"\"{path}\"", source.AsSpan(literal.End));
        }

        return cell with { Source = source, Metadata = metadata, Outputs = [], ExecutionCount = null };
    }
}
