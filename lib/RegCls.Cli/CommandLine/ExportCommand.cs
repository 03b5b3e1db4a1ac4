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
        var host = ChoiceOption.Create("--host", "The program the copy is for.", NotebookExport.Hosts, NotebookExport.Interactive);
        var student = new Option<bool>("--student") { Description = "Leaves out answers, solutions and what gives the outcome away." };
        var teacher = new Option<bool>("--teacher") { Description = "Keeps everything, and adds the exercise's solution as a cell that runs." };
        var output = new Option<string?>("--out") { Description = "The folder of the copies; `artifacts/export/<host>`, or `student` or `teacher` there, in the repository if not given.", HelpName = "folder" };
        var command = new Command("export", "Writes copies of notebooks that another notebook program runs.") { notebooks, host, student, teacher, output };
        command.SetAction(parsed => Export(parsed.GetValue(notebooks) ?? [], parsed.GetValue(host)!, parsed.GetValue(student), parsed.GetValue(teacher), parsed.GetValue(output), terminal, currentFolder));
        command.Validators.Add(result =>
        {
            if (result.GetResult(host) is null or { Implicit: true } && !result.GetValue(student) && !result.GetValue(teacher))
            {
                result.AddError("--host names the program the copy is for, --student or --teacher the reader; give one of them");
            }

            if (result.GetValue(student) && result.GetValue(teacher))
            {
                result.AddError("--student and --teacher are two copies; export one after the other");
            }
        });
        return command;
    }

    private static int Export(string[] arguments, string host, bool isStudent, bool isTeacher, string? output, Terminal terminal, string currentFolder)
    {
        var layout = RepositoryLayout.Find(currentFolder);
        if (!PortableNotebooks.TryRead(arguments, layout, currentFolder, terminal, out var notebooks))
        {
            return ExitCode.BadInput;
        }

        var folder = Path.GetFullPath(output ?? Path.Combine(layout.Exports, isStudent ? "student" : isTeacher ? "teacher" : host), currentFolder);
        AtomicFile.RequireWritable(folder);
        foreach (var notebook in notebooks)
        {
            var target = Path.Combine(folder, notebook.FileName);
            if (target == notebook.Path)
            {
                throw new UserErrorException($"The copy of {notebook.FileName} would overwrite the notebook itself; name another folder with --out.");
            }

            AtomicFile.WriteText(target, NotebookWriter.ToJson(NotebookExport.For(host, isStudent ? ClassroomCells.ForStudent(notebook) : isTeacher ? ClassroomCells.ForTeacher(notebook) : notebook, folder)));
            terminal.Out.WriteLine(target);
        }

        return ExitCode.Success;
    }
}
