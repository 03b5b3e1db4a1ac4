using System.CommandLine;
using System.Globalization;
using RegCls.Cli.Notebooks;
using Spectre.Console;

namespace RegCls.Cli.CommandLine;

/// <summary>`regcls list`.</summary>
internal static class ListCommand
{
    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where to write.</param>
    /// <param name="currentFolder">The folder the repository is searched from.</param>
    /// <returns>The command.</returns>
    public static Command Create(Terminal terminal, string currentFolder)
    {
        var command = new Command("list", "Lists the notebooks in reading order.");
        command.SetAction(_ => List(terminal, currentFolder));
        return command;
    }

    private static int List(Terminal terminal, string currentFolder)
    {
        var layout = RepositoryLayout.Find(currentFolder);
        var table = new Table().Border(TableBorder.None).AddColumns("notebook", "cells", "what it is about");
        table.Columns[0].NoWrap();
        foreach (var path in new NotebookCatalog(layout.Notebooks, currentFolder).Resolve([]))
        {
            var notebook = NotebookReader.Read(path);
            var summary = NotebookSummary.Of(notebook);
            table.AddRow(Markup.Escape(notebook.FileName), notebook.CodeCells.Count().ToString(CultureInfo.InvariantCulture), Markup.Escape(summary.Title));
        }

        terminal.CreateAnsiConsole().Write(table);
        return ExitCode.Success;
    }
}
