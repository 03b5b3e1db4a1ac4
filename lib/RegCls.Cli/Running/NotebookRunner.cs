using System.Diagnostics;
using RegCls.Cli.Notebooks;

namespace RegCls.Cli.Running;

/// <summary>Executes notebooks, cell by cell, one notebook after the other.</summary>
/// <param name="profile">The profile's name.</param>
/// <param name="bundle">Where referenced assemblies are loaded.</param>
/// <param name="observer">Is told how it goes.</param>
internal sealed class NotebookRunner(string profile, BundleAssemblies bundle, IRunObserver observer)
{
    // How long a cancelled cell may take to end by itself before it is left to the end of the process.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    // The library's own type, by name, for this program loads RegCls from the bundle only.
    private const string StoppedStudy = "StudyStoppedException";

    /// <summary>Runs a notebook that keeps to the portable subset. After a failing cell the others go on, but for those that use what it would have made: recorded results are shown all the same.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>The executed notebook.</returns>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public async Task<NotebookRun> RunAsync(NotebookDocument notebook, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var capture = new OutputCapture();
        var done = new Dictionary<string, NotebookCell>(StringComparer.Ordinal);
        CellFailure? failure = null;
        NotebookCell[] codeCells = [.. notebook.CodeCells];
        observer.NotebookStarted(notebook, codeCells.Length);
        using var script = new ScriptSession(notebook.Folder);
        using (new HostSession(notebook.Folder, profile, capture, observer, cancellation))
        {
            if (BundleReference.PathIn(notebook) is { } reference)
            {
                script.Provide(bundle, reference);
            }

            for (var number = 1; number <= codeCells.Length; number++)
            {
                var cell = codeCells[number - 1];
                observer.CellStarted(number);
                var outcome = await RunCellAsync(script, cell, notebook, number, cancellation).ConfigureAwait(false);
                outcome = Show(outcome, capture);
                if (outcome.Error is { Name: ErrorOfCell.CompilerName } && failure is { } before)
                {
                    capture.Take();
                    capture.Add(ErrorOfCell.NotRun(before));
                }
                else if (outcome.Error is { } error && failure is null)
                {
                    var name = error.Name is ErrorOfCell.CompilerName or nameof(RawValueException) ? string.Empty : error.Name + ": ";
                    failure = new CellFailure(notebook.FileName, number, cell.Id, outcome.Line, name + error.Message);
                }

                done[cell.Id] = cell with { Outputs = capture.Take(), ExecutionCount = number };
            }
        }

        NotebookCell[] cells = [.. notebook.Cells.Select(cell => done.GetValueOrDefault(cell.Id, cell))];
        var run = new NotebookRun(notebook with { Cells = cells }, failure, clock.Elapsed) { Changes = NotebookParameters.Changes(notebook, profile) };
        observer.NotebookFinished(run);
        return run;
    }

    private static async Task<CellOutcome> RunCellAsync(ScriptSession script, NotebookCell cell, NotebookDocument notebook, int number, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();

        // In the notebook's folder, so that `#r` stays relative to it; the name need not exist.
        var label = Path.Combine(notebook.Folder, $"{notebook.FileName}#{number}");

        // On a thread of its own: a cell may compute for minutes without giving way, and Ctrl+C has to work all the same.
        var work = Task.Factory.StartNew(() => script.RunAsync(CellLanguage.InCSharp(cell), label, cancellation), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
        try
        {
            var outcome = await work.WaitAsync(cancellation).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            return outcome;
        }
        catch (OperationCanceledException)
        {
            // A training that was stopped says how far it came.
            throw await Task.WhenAny(work, Task.Delay(Grace, CancellationToken.None)).ConfigureAwait(false) == work && (await work.ConfigureAwait(false)).Error is { Name: StoppedStudy } error
                ? new CellStoppedException(error.Message)
                : new OperationCanceledException(cancellation);
        }
    }

    private static CellOutcome Show(CellOutcome outcome, OutputCapture capture)
    {
        if (outcome.Error is null && outcome.Value is { } value)
        {
            try
            {
                capture.Add(ValueRenderer.Render(value));
            }
#pragma warning disable CA1031 // ToHtml and ToString are the notebook's own code and may throw anything: it is the cell that failed.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                outcome = ErrorOfCell.FromException(exception, string.Empty);
            }
        }

        if (outcome.Error is { } error)
        {
            capture.Add(error);
        }

        return outcome;
    }
}
