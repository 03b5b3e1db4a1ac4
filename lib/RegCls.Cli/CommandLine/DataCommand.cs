using System.CommandLine;
using RegCls.Cli.DataSets;

namespace RegCls.Cli.CommandLine;

/// <summary>`regcls data`. Names no type of RegCls, which can only be loaded once <see cref="BundledLibrary"/> says from where.</summary>
internal static class DataCommand
{
    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where to write.</param>
    /// <param name="currentFolder">The folder the repository is searched from and relative paths start from.</param>
    /// <returns>The command.</returns>
    public static Command Create(Terminal terminal, string currentFolder) => new("data", "Lists the data sets that can be read from disk, and checks one.")
    {
        List(terminal, currentFolder),
        Check(terminal, currentFolder),
    };

    private static Command List(Terminal terminal, string currentFolder)
    {
        var command = new Command("list", "Lists the data sets, what is expected on disk, and where each was found.");
        command.SetAction((_, _) => BundledLibrary.RunAsync(currentFolder, _ => Task.FromResult(DataSetTables.List(terminal))));
        return command;
    }

    private static Command Check(Terminal terminal, string currentFolder)
    {
        var name = new Argument<string>("name") { Description = "A name of `regcls data list`." };
        var path = new Option<string?>("--path") { Description = "The folder or file; if not given, the entry of that name in the folder REGCLS_DATA names, else in data/ of the repository.", HelpName = "path" };
        var command = new Command("check", "Reads a data set whole and says what it holds and what a training would skip. Exit code 0: all of it is usable; 1: something is skipped; 2: it is not that data set.") { name, path };
        command.SetAction((parsed, cancellation) => BundledLibrary.RunAsync(
            currentFolder, _ => Task.FromResult(DataSetCheck.Run(parsed.GetValue(name)!, parsed.GetValue(path), terminal, currentFolder, cancellation))));
        return command;
    }
}
