using System.Diagnostics;
using System.Globalization;
using RegCls.Cli.CommandLine;
using RegCls.Cli.Site;
using RegCls.Cli.StudyRuns;
using RegCls.Studies;
using RegCls.Tables;
using RegCls.Tables.Answers;
using RegCls.Tables.Reading;
using Spectre.Console;

namespace RegCls.Cli.Comparing;

/// <summary>Reads a table, trains, and shows the answer.</summary>
internal static class Comparison
{
    /// <summary>Does it.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="currentFolder">The folder relative paths start from.</param>
    /// <param name="cancellation">Stops the training; what is recorded is gone on with.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="UserErrorException">The request, the table or the output folder cannot be used.</exception>
    public static async Task<int> RunAsync(CompareRequest request, Terminal terminal, string currentFolder, CancellationToken cancellation)
    {
        if (request is { Splits: not null, Folds: not null })
        {
            throw new UserErrorException("--splits and --folds are two ways to say how rows are split: leave one out.");
        }

        var shard = request.Shard is null ? null : StudyShard.TryParse(request.Shard) ?? throw new UserErrorException($"--shard is '{request.Shard}', expected a part such as 2/8.");
        var data = Read(request, currentFolder);
        var options = Options(request, shard, cancellation);
        var (models, first) = OwnStudy.Preview(data, options);
        var folder = Output(request, currentFolder);
        options = options with { Records = Path.Combine(folder, shard is null ? OwnFiles.Records : $"records-{shard.Suffix}.csv"), TakeFrom = shard is null ? Parts(folder) : [] };

        terminal.Out.WriteLine(FormattableString.Invariant($"{Path.GetFileName(data.Source)}: {data.Rows} rows, {data.Width} inputs, target {data.Options.Target}."));
        foreach (var note in data.Notes.Concat(data.Warnings.Select(warning => "Warning: " + warning)))
        {
            terminal.Out.WriteLine(note);
        }

        terminal.Out.WriteLine(first);
        terminal.Out.Flush();
        var clock = Stopwatch.StartNew();
        OwnResult? result = null;
        try
        {
            await StudyObserver.ShowAsync(terminal, shard is null ? "compare" : $"compare {shard.Suffix}", models, progress => Task.Run(
                () =>
                {
                    var own = options with { Progress = progress };
                    if (shard is null)
                    {
                        result = OwnStudy.Compare(data, own);
                    }
                    else
                    {
                        _ = OwnStudy.Train(data, own);
                    }
                },
                CancellationToken.None)).ConfigureAwait(false);
            if (result is null)
            {
                terminal.Out.WriteLine(FormattableString.Invariant($"{models} models of this part are recorded, {clock.Elapsed.TotalSeconds:0.0} s: {options.Records}"));
                return ExitCode.Success;
            }

            Show(result, terminal);
            await Task.Run(() => OwnFiles.Write(result, folder, Command(request), cancellation), CancellationToken.None).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            terminal.WriteError($"Stopped; models that were trained are recorded in {options.Records}, and the same command goes on from there.");
            return ExitCode.Cancelled;
        }

        terminal.Out.WriteLine(FormattableString.Invariant($"{clock.Elapsed.TotalSeconds:0.0} s. Report: {Path.Combine(folder, OwnFiles.Report)}; numbers: {OwnFiles.Json}, {OwnFiles.Csv}, {OwnFiles.Records} beside it."));
        return ExitCode.Success;
    }

    private static OwnData Read(CompareRequest request, string currentFolder)
    {
        var table = OwnTable.Read(Path.GetFullPath(request.File, currentFolder), request.Decimals switch
        {
            "comma" => DecimalMark.Comma,
            "point" => DecimalMark.Point,
            _ => DecimalMark.Unsaid,
        });
        return OwnData.From(table, new OwnDataOptions
        {
            Target = request.Target,
            Inputs = request.Inputs.Count == 0 ? null : Names(request.Inputs, table),
            Categories = Names(request.Categories, table),
            Group = request.Group,
            Time = request.Time,
        });
    }

    private static OwnStudyOptions Options(CompareRequest request, StudyShard? shard, CancellationToken cancellation) => new()
    {
        Profile = StudyNames.Profile(request.Profile),
        Classes = request.Classes,
        Splits = request.Splits,
        Folds = request.Folds,
        Trials = request.Trials,
        Steps = request.Steps,
        Seed = request.Seed,
        Workers = request.Workers,
        Shard = shard,
        Cancellation = cancellation,
    };

    // A name may hold a comma; where it does not, commas separate names.
    private static string[] Names(IReadOnlyList<string> typed, OwnTable table) =>
        [.. typed.SelectMany(text => table.Columns.Any(column => column.Name == text) ? [text] : text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    private static string Output(CompareRequest request, string currentFolder)
    {
        var name = Path.GetFileName(request.File);
        var stem = name[..(name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? dot : name.Length)];
        var folder = Path.GetFullPath(request.Output ?? stem + "-compare", currentFolder);
        if (File.Exists(folder))
        {
            throw new UserErrorException($"{folder} is a file: name a folder with --out.");
        }

        AtomicFile.RequireWritable(folder);
        return folder;
    }

    private static string[] Parts(string folder) => [.. Directory.EnumerateFiles(folder, "records-*-of-*.csv").Order(StringComparer.Ordinal)];

    private static void Show(OwnResult result, Terminal terminal)
    {
        var console = terminal.CreateAnsiConsole();
        foreach (var (columns, rows) in new[] { (OwnTables.ErrorColumns, OwnTables.ErrorRows(result)), (OwnTables.VerdictColumns, OwnTables.VerdictRows(result)) })
        {
            var table = new Table { Border = terminal.IsInteractive ? TableBorder.Rounded : TableBorder.Simple };
            foreach (var column in columns)
            {
                table.AddColumn(Markup.Escape(column));
            }

            foreach (var row in rows)
            {
                table.AddRow([.. row.Select(Markup.Escape)]);
            }

            console.Write(table);
        }

        foreach (var warning in result.Advice.Warnings)
        {
            terminal.Out.WriteLine("Warning: " + warning);
        }

        foreach (var verdict in result.Advice.Verdicts)
        {
            terminal.Out.WriteLine(verdict);
        }

        terminal.Out.WriteLine(result.Advice.ToDo);
    }

    private static string Command(CompareRequest request)
    {
        var text = new List<string> { "regcls compare", Shell(Path.GetFileName(request.File)), "--y", Shell(request.Target) };
        Add("--x", request.Inputs);
        Add("--category", request.Categories);
        Add("--group", request.Group);
        Add("--time", request.Time);
        Add("--decimal", request.Decimals);
        Add("--classes", string.Join(',', request.Classes));
        Add("--profile", request.Profile);
        Add("--splits", Text(request.Splits));
        Add("--folds", Text(request.Folds));
        Add("--trials", Text(request.Trials));
        Add("--steps", Text(request.Steps));
        Add("--seed", Text(request.Seed));
        return string.Join(' ', text);

        void Add(string name, object? value)
        {
            if (value is string one)
            {
                text.AddRange([name, Shell(one)]);
            }
            else if (value is IReadOnlyList<string> { Count: > 0 } several)
            {
                text.AddRange([name, .. several.Select(Shell)]);
            }
        }

        static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
    }

    private static string Shell(string text) => text.All(letter => char.IsLetterOrDigit(letter) || letter is '.' or ',' or '_' or '-' or '/') ? text : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
