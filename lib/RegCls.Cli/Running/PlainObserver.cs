using System.Globalization;
using RegCls.Cli.Notebooks;

namespace RegCls.Cli.Running;

/// <summary>Tells a log how a run goes on: one line a notebook with the time left, one a cell, and one at each tenth of a longer task.</summary>
/// <param name="output">Where to write.</param>
/// <param name="estimate">How far the whole run has come.</param>
internal sealed class PlainObserver(TextWriter output, RunEstimate estimate) : IRunObserver
{
    private readonly Lock gate = new();
    private string file = string.Empty;
    private int cells;
    private (string What, int Tenth) last;

    /// <inheritdoc/>
    public void NotebookStarted(NotebookDocument notebook, int cells)
    {
        (file, this.cells, last) = (notebook.FileName, cells, default);
        estimate.NotebookStarted();
        Write($"{file}: {estimate.Describe()}");
    }

    /// <inheritdoc/>
    public void CellStarted(int cell) => Write($"{file}: cell {cell} of {cells}");

    /// <inheritdoc/>
    public void Progressed(string what, double fraction)
    {
        lock (gate)
        {
            var tenth = (int)(fraction * 10);
            var task = what.Split(':')[0];
            if (last == (task, tenth))
            {
                return;
            }

            last = (task, tenth);
        }

        Write($"  {what}: {Math.Floor(fraction * 10) * 10:0} %");
    }

    /// <inheritdoc/>
    public void NotebookFinished(NotebookRun run)
    {
        estimate.NotebookFinished();
        Write($"{file}: {(run.Failure is null ? "done" : "failed")} after {run.Elapsed.TotalSeconds:0.0} s");
    }

    private void Write(FormattableString line)
    {
        lock (gate)
        {
            output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
        }
    }
}
