using System.CommandLine;
using RegCls.Cli.Notebooks;
using RegCls.Cli.Running;
using RegCls.Cli.StudyRuns;

namespace RegCls.Cli.CommandLine;

/// <summary>`regcls study`. Names no type of RegCls, which can only be loaded once <see cref="WithLibraryAsync"/> says from where.</summary>
internal static class StudyCommand
{
    private const string SplitExample = "such as 2/4 for the second of four parts";

    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where to write.</param>
    /// <param name="currentFolder">The folder the repository is searched from and relative paths start from.</param>
    /// <returns>The command.</returns>
    public static Command Create(Terminal terminal, string currentFolder) => new("study", "Lists, shows and runs studies, and merges the records of their parts.")
    {
        List(terminal, currentFolder),
        Show(terminal, currentFolder),
        Run(terminal, currentFolder),
        Merge(terminal, currentFolder),
    };

    private static Command List(Terminal terminal, string currentFolder)
    {
        var command = new Command("list", "Lists the studies and their sizes.");
        command.SetAction((_, _) => WithLibraryAsync(currentFolder, _ => Task.FromResult(StudyTables.List(terminal))));
        return command;
    }

    private static Command Show(Terminal terminal, string currentFolder)
    {
        var name = Name();
        var command = new Command("show", "Shows a study's grid, what of it is recorded, and how long it takes.") { name };
        command.SetAction((parsed, _) => WithLibraryAsync(currentFolder, layout => Task.FromResult(StudyTables.Show(parsed.GetValue(name)!, terminal, layout))));
        return command;
    }

    private static Command Run(Terminal terminal, string currentFolder)
    {
        var name = Name();
        var profile = ChoiceOption.Create("--profile", "How much is trained: smoke (seconds, proves the path), quick (a live demonstration), full (what verdicts rest on).", RunProfile.All, RunProfile.Default);
        var output = new Option<string?>("--out") { Description = "The file of records, which is gone on with; data/recorded or artifacts/records in the repository if not given.", HelpName = "file" };
        var shard = new Option<string?>("--shard") { Description = $"Trains one part only, {SplitExample}.", HelpName = "i/n" };
        var workers = new Option<int?>("--workers") { Description = "How many models are trained at a time; one a core if not given.", HelpName = "number" };
        var from = new Option<string[]>("--from") { Description = "Record files of other studies: models of this study that they hold are taken over instead of trained again.", HelpName = "file", AllowMultipleArgumentsPerToken = true };
        var path = new Option<string?>("--path") { Description = "Where the data of a study that reads some are found; the environment variable REGCLS_DATA if not given.", HelpName = "folder" };
        workers.Validators.Add(result =>
        {
            var value = result.Tokens.Count > 0 ? result.Tokens[^1].Value : string.Empty;
            if (!int.TryParse(value, out var number) || number < 1)
            {
                result.AddError($"--workers is '{value}', expected a whole number of at least 1");
            }
        });
        var command = new Command("run", "Trains what is not recorded yet; stopped at any moment, the same command goes on.") { name, profile, output, shard, workers, from, path };
        command.SetAction((parsed, cancellation) =>
        {
            var request = new StudyRequest(parsed.GetValue(name)!, parsed.GetValue(profile)!, parsed.GetValue(output), parsed.GetValue(shard), parsed.GetValue(workers), parsed.GetValue(from) ?? [], parsed.GetValue(path));
            return WithLibraryAsync(currentFolder, layout => StudyTraining.RunAsync(request, terminal, layout, currentFolder, cancellation));
        });
        return command;
    }

    private static Command Merge(Terminal terminal, string currentFolder)
    {
        var files = new Argument<string[]>("file") { Description = "Record files of one study.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--out") { Description = "The file to write; it is replaced only if it is one of the files.", HelpName = "file", Required = true };
        var command = new Command("merge", "Joins the records of a study's parts in one file.") { files, output };
        command.SetAction((parsed, _) => WithLibraryAsync(currentFolder, _ => Task.FromResult(StudyMerging.Merge(parsed.GetValue(files)!, parsed.GetValue(output)!, terminal, currentFolder))));
        return command;
    }

    private static Argument<string> Name() => new("study") { Description = "A name of `regcls study list`." };

    /// <summary>Does work that uses RegCls: the work's own code is compiled only when it is called, after the bundle can be found.</summary>
    private static async Task<int> WithLibraryAsync(string currentFolder, Func<RepositoryLayout, Task<int>> work)
    {
        var layout = RepositoryLayout.Find(currentFolder);
        if (!File.Exists(Path.Combine(layout.Bundle, "RegCls.dll")))
        {
            throw new UserErrorException($"The library is not built yet: {layout.Bundle} has no RegCls.dll; run `dotnet build lib/RegCls.Interactive -c Release` in the repository's folder.");
        }

        using var bundle = new BundleAssemblies();
        bundle.Provide(layout.Bundle);
        try
        {
            return await work(layout).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException(exception.Message, exception);
        }
    }
}
