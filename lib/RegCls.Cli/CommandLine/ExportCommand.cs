using System.CommandLine;
using RegCls.Cli.Notebooks;
using RegCls.Cli.Site;

namespace RegCls.Cli.CommandLine;

/// <summary>`regcls export`.</summary>
internal static class ExportCommand
{
    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where to write.</param>
    /// <param name="currentFolder">The folder relative paths start from.</param>
    /// <returns>The command.</returns>
    public static Command Create(Terminal terminal, string currentFolder)
    {
        var notebooks = new Argument<string[]>("notebook") { Description = "Path, file name or number of a notebook.", Arity = ArgumentArity.OneOrMore };
        var host = ChoiceOption.Create("--host", "The program the copy is for.", NotebookExport.Hosts, defaultChoice: null);
        var output = new Option<string?>("--out") { Description = "The folder of the copies; `artifacts/export/<host>` in the repository if not given.", HelpName = "folder" };
        var command = new Command("export", "Writes copies of notebooks that another notebook program runs.") { notebooks, host, output };
        command.SetAction(parsed => Export(parsed.GetValue(notebooks) ?? [], parsed.GetValue(host)!, parsed.GetValue(output), terminal, currentFolder));
        return command;
    }

    private static int Export(string[] arguments, string host, string? output, Terminal terminal, string currentFolder)
    {
        var layout = RepositoryLayout.Find(currentFolder);
        if (!PortableNotebooks.TryRead(arguments, layout, currentFolder, terminal, out var notebooks))
        {
            return ExitCode.BadInput;
        }

        var folder = Path.GetFullPath(output ?? Path.Combine(layout.Exports, host), currentFolder);
        AtomicFile.RequireWritable(folder);
        foreach (var notebook in notebooks)
        {
            var target = Path.Combine(folder, notebook.FileName);
            if (target == notebook.Path)
            {
                throw new UserErrorException($"The copy of {notebook.FileName} would overwrite the notebook itself; name another folder with --out.");
            }

            AtomicFile.WriteText(target, NotebookWriter.ToJson(NotebookExport.For(host, notebook, folder)));
            terminal.Out.WriteLine(target);
        }

        return ExitCode.Success;
    }
}
