using System.CommandLine;
using RegCls.Cli.Claims;

namespace RegCls.Cli.CommandLine;

/// <summary>`regcls claims`. Names no type of RegCls, which can only be loaded once <see cref="BundledLibrary"/> says from where.</summary>
internal static class ClaimsCommand
{
    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where to write.</param>
    /// <param name="currentFolder">The folder the repository is searched from.</param>
    /// <returns>The command.</returns>
    public static Command Create(Terminal terminal, string currentFolder)
    {
        var write = new Option<bool>("--write") { Description = "Also writes data/claims.csv, data/answer.svg, data/knob.svg and the ledger in data/pages/claims.md anew." };
        var command = new Command("claims", "Judges every claim, figure, table and equation of the paper from the records in data/recorded, by the rules of data/verdict-rules.md.") { write };
        command.SetAction((parsed, cancellation) => BundledLibrary.RunAsync(currentFolder, layout => Task.FromResult(ClaimsReport.Run(parsed.GetValue(write), terminal, layout, cancellation))));
        return command;
    }
}
