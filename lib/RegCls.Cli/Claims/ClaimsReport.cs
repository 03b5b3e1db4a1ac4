using RegCls.Claims;
using RegCls.Evaluation;
using RegCls.Figures;
using RegCls.Cli.CommandLine;
using RegCls.Cli.Notebooks;
using RegCls.Cli.Site;
using Spectre.Console;

namespace RegCls.Cli.Claims;

/// <summary>`regcls claims`, once the library can be loaded.</summary>
internal static class ClaimsReport
{
    /// <summary>Judges and prints the ledger.</summary>
    /// <param name="write">Whether data/claims.csv, data/answer.svg and data/pages/claims.md are written anew.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="layout">The repository.</param>
    /// <param name="cancellation">Stops between two claims, before anything is written.</param>
    /// <returns>The exit code.</returns>
    public static int Run(bool write, Terminal terminal, RepositoryLayout layout, CancellationToken cancellation)
    {
        var ledger = ClaimLedger.Judge(cancellation);
        var table = new Table().Border(TableBorder.Horizontal).AddColumns("paper", "claim", "here", "effect (95 %)", "against the control");
        foreach (var line in ledger)
        {
            table.AddRow(new[] { line.Claim.Place, line.Claim.Text, line.Outcome.Words(), ClaimText.Of(line.Finding.Effect), ClaimText.Control(line) }.Select(Markup.Escape).ToArray());
        }

        terminal.CreateAnsiConsole().Write(table);
        terminal.Out.WriteLine(ClaimText.Counts(ledger));
        if (write)
        {
            var page = Path.Combine(layout.Documents, "claims.md");
            var text = ClaimText.Put(File.ReadAllText(page), ledger);
            AtomicFile.WriteText(Path.Combine(layout.Root, "data", "claims.csv"), ClaimFile.Text(ledger));
            AtomicFile.WriteText(Path.Combine(layout.Root, "data", "answer.svg"), AnswerPicture.Svg(ledger));
            AtomicFile.WriteText(Path.Combine(layout.Root, "data", "knob.svg"), KnobPicture.Svg(new ClaimRecords().Of("collapse")));
            AtomicFile.WriteText(page, text);
            terminal.Out.WriteLine("written: data/claims.csv, data/answer.svg, data/knob.svg and the ledger in data/pages/claims.md");
        }

        return ExitCode.Success;
    }
}
