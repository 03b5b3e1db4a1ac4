using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using RegCls.Cli.Notebooks;
using RegCls.Cli.Running;
using RegCls.Cli.Site;

namespace RegCls.Cli.CommandLine;

/// <summary>`regcls run`.</summary>
internal static class RunCommand
{
    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where to write.</param>
    /// <param name="currentFolder">The folder relative paths start from.</param>
    /// <returns>The command.</returns>
    public static Command Create(Terminal terminal, string currentFolder)
    {
        var notebooks = new Argument<string[]>("notebook") { Description = "Path, file name or number of a notebook; all if none is named.", Arity = ArgumentArity.ZeroOrMore };
        var profile = ChoiceOption.Create("--profile", "How much is computed: smoke (seconds, proves the path), quick (a live demonstration), full (what verdicts rest on).", RunProfile.All, RunProfile.Default);
        var output = new Option<string?>("--out") { Description = "The folder of the site; `site` in the repository if not given.", HelpName = "folder" };
        var set = new Option<string[]>("--set") { Description = "A parameter of the notebooks, as in C=16; may be given several times. A name that does not exist shows those that do.", HelpName = "name=value" };
        var standalone = new Option<bool>("--standalone") { Description = "Puts plotly.js into each executed notebook (3.6 MB each), so that its charts draw in Jupyter before any cell is run." };
        var fresh = new Option<bool>("--fresh") { Description = "Trains every model again, also those that an earlier run of this build has trained and recorded in artifacts/live." };
        var allOpen = new Option<bool>("--all-open") { Description = "Shows on the site what is folded until a reader asks for it: outcomes and answers." };
        var command = new Command("run", "Executes notebooks and writes them as a site.") { notebooks, profile, output, set, standalone, fresh, allOpen };
        command.SetAction((parsed, cancellation) =>
            RunAsync(parsed.GetValue(notebooks) ?? [], parsed.GetValue(profile)!, parsed.GetValue(output), parsed.GetValue(set) ?? [], parsed.GetValue(standalone), parsed.GetValue(fresh), parsed.GetValue(allOpen), terminal, currentFolder, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] arguments, string profile, string? output, string[] settings, bool standsAlone, bool fresh, bool isAllOpen, Terminal terminal, string currentFolder, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var layout = RepositoryLayout.Find(currentFolder);
        if (!PortableNotebooks.TryRead(arguments, layout, currentFolder, terminal, out var notebooks))
        {
            return ExitCode.BadInput;
        }

        using var records = new LiveRecordFolder(fresh ? null : Path.Combine(layout.Root, "artifacts", "live"));
        using var parameters = ParameterSettings.Apply(settings, notebooks, profile);
        Array.ForEach(notebooks, BundleReference.RequireBuilt);
        var site = new SiteWriter(Path.GetFullPath(output ?? layout.Site, currentFolder), profile, TimeProvider.System, layout.Documents, standsAlone, isAllOpen);
        site.Prepare();

        using var bundle = new BundleAssemblies();
        var estimate = new RunEstimate(notebooks, profile, TimeProvider.System);
        var failures = terminal.IsInteractive
            ? await LiveObserver.ShowAsync(terminal.CreateAnsiConsole(), estimate, RunAllAsync).ConfigureAwait(false)
            : await RunAllAsync(new PlainObserver(terminal.Out, estimate)).ConfigureAwait(false);

        failures.ForEach(failure => terminal.WriteError(failure.ToString()));
        if (AppDomain.CurrentDomain.GetData(RunEnvironment.KernelsKey) is string kernels)
        {
            terminal.Out.WriteLine($"kernels: {kernels}");
        }

        var count = notebooks.Length == 1 ? "1 notebook" : $"{notebooks.Length} notebooks";
        var failed = failures.Count == 0 ? string.Empty : $", {failures.Count} failed";
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count}{failed}, profile {profile}, {clock.Elapsed.TotalSeconds:0.0} s: {site.Index}"));
        return failures.Count == 0 ? ExitCode.Success : ExitCode.CellFailed;

        async Task<List<CellFailure>> RunAllAsync(IRunObserver observer)
        {
            var runner = new NotebookRunner(profile, bundle, observer);
            var found = new List<CellFailure>();
            foreach (var notebook in notebooks)
            {
                var run = await runner.RunAsync(notebook, cancellation).ConfigureAwait(false);
                site.Add(run);
                if (run.Failure is { } failure)
                {
                    found.Add(failure);
                }
            }

            return found;
        }
    }
}
