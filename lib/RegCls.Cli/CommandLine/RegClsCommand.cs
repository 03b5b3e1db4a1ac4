using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using RegCls.Cli.Running;

namespace RegCls.Cli.CommandLine;

/// <summary>The command line: `regcls` and its commands.</summary>
internal static class RegClsCommand
{
    // Ctrl+C and SIGTERM stop a training between two steps; an image model's step on a busy core takes seconds.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(30);

    /// <summary>Parses the arguments and runs what they ask for.</summary>
    /// <param name="arguments">The arguments; none means to run all notebooks in the quick profile.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="currentFolder">The folder relative paths start from.</param>
    /// <param name="cancellation">Stops the command, as Ctrl+C does.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> InvokeAsync(IReadOnlyList<string> arguments, Terminal terminal, string currentFolder, CancellationToken cancellation)
    {
        var root = new Command("regcls", "Runs the notebooks headless and writes them as a site. Without arguments: `run` with all notebooks in the quick profile.")
        {
            new HelpOption(),
            new VersionOption(),
            RunCommand.Create(terminal, currentFolder),
            ListCommand.Create(terminal, currentFolder),
            ExportCommand.Create(terminal, currentFolder),
            StudyCommand.Create(terminal, currentFolder),
            CompareCommand.Create(terminal, currentFolder),
            DataCommand.Create(terminal, currentFolder),
            ClaimsCommand.Create(terminal, currentFolder),
            DoctorCommand.Create(terminal, currentFolder),
        };
        var parsed = root.Parse(arguments.Count == 0 ? ["run"] : arguments);
        if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
        {
            var group = parsed.CommandResult.Command;
            var name = group == root ? root.Name : $"{root.Name} {group.Name}";
            var commands = string.Join(", ", group.Subcommands.Select(command => command.Name));
            terminal.WriteError(group.Subcommands.Count > 0
                ? $"{(parsed.UnmatchedTokens.Count > 0 ? $"'{parsed.UnmatchedTokens[0]}' is no command of {name}" : $"{name} names no command")}, expected {commands}; see `{name} --help`."
                : $"{parsed.Errors[0].Message.TrimEnd('.')}; see `regcls --help`.");
            return ExitCode.BadInput;
        }

        try
        {
            var configuration = new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeToStop };
            return await parsed.InvokeAsync(configuration, cancellation).ConfigureAwait(false);
        }
        catch (UserErrorException exception)
        {
            terminal.WriteError(exception.Message);
            return ExitCode.BadInput;
        }
        catch (CellStoppedException exception)
        {
            terminal.WriteError($"{char.ToUpperInvariant(exception.Message[0])}{exception.Message[1..]}. Pages that were finished before stay, nothing is half-written.");
            return ExitCode.Cancelled;
        }
        catch (OperationCanceledException)
        {
            terminal.WriteError("Stopped; pages that were finished before stay, nothing is half-written.");
            return ExitCode.Cancelled;
        }
    }
}
