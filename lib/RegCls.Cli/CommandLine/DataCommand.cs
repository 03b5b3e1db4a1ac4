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
        var scale = new Option<double?>("--depth-scale") { Description = "How many stored units of depth are a metre, such as 1000 for millimetres; if not given, what REGCLS_DEPTH_SCALE says, else the data set's format.", HelpName = "number" };
        var sheet = new Option<string?>("--sheet") { Description = "A PNG to write with twelve samples, their labels and depth maps.", HelpName = "file" };
        var json = new Option<bool>("--json") { Description = "Writes the report as JSON." };
        var command = new Command("check", "Reads a data set whole and says what it holds and what a training would leave out. Exit code 0: all of it is usable; 1: something is left out; 2: it is not that data set, or a training would refuse it.") { name, path, scale, sheet, json };
        command.SetAction((parsed, cancellation) => BundledLibrary.RunAsync(
            currentFolder,
            _ => Task.FromResult(DataSetCheck.Run(new DataSetRequest(parsed.GetValue(name)!, parsed.GetValue(path), parsed.GetValue(scale), parsed.GetValue(sheet), parsed.GetValue(json)), terminal, currentFolder, cancellation))));
        return command;
    }
}
