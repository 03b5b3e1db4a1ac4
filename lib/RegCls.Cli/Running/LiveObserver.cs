using RegCls.Cli.Notebooks;
using Spectre.Console;

namespace RegCls.Cli.Running;

/// <summary>Shows a run to a person: a bar for each notebook with how many there are and the time left, and one for what the running cell computes.</summary>
/// <param name="context">The live display.</param>
/// <param name="estimate">How far the whole run has come.</param>
internal sealed class LiveObserver(ProgressContext context, RunEstimate estimate) : IRunObserver
{
    private readonly Lock gate = new();
    private ProgressTask? notebookTask;
    private ProgressTask? workTask;
    private string name = string.Empty;
    private int cells;

    /// <summary>Runs work with the display on.</summary>
    /// <typeparam name="T">What the work gives.</typeparam>
    /// <param name="console">The console.</param>
    /// <param name="estimate">How far the whole run has come.</param>
    /// <param name="work">The work; it is handed the observer to tell.</param>
    /// <returns>What the work gave.</returns>
    public static Task<T> ShowAsync<T>(IAnsiConsole console, RunEstimate estimate, Func<IRunObserver, Task<T>> work) => console.Progress()
        .AutoClear(false)
        .HideCompleted(false)
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(), new SpinnerColumn())
        .StartAsync(context => work(new LiveObserver(context, estimate)));

    /// <inheritdoc/>
    public void NotebookStarted(NotebookDocument notebook, int cells)
    {
        lock (gate)
        {
            estimate.NotebookStarted();
            (name, this.cells) = (Markup.Escape(notebook.Name), cells);
            notebookTask = context.AddTask(name, maxValue: Math.Max(cells, 1));
        }
    }

    /// <inheritdoc/>
    public void CellStarted(int cell)
    {
        lock (gate)
        {
            EndWork();
            notebookTask!.Description = $"{name} [grey]cell {cell}/{cells} · {estimate.Describe()}[/]";
            notebookTask.Value = cell - 1;
        }
    }

    /// <inheritdoc/>
    public void Progressed(string what, double fraction)
    {
        lock (gate)
        {
            workTask ??= context.AddTask("work", maxValue: 1);
            workTask.Description = "  [grey]" + Markup.Escape(what) + "[/]";
            workTask.Value = fraction;
        }
    }

    /// <inheritdoc/>
    public void NotebookFinished(NotebookRun run)
    {
        lock (gate)
        {
            EndWork();
            estimate.NotebookFinished();
            notebookTask!.Description = run.Failure is null ? $"[green]✓[/] {name}" : $"[red]✗[/] {name}";
            if (run.Failure is null)
            {
                notebookTask.Value = notebookTask.MaxValue;
            }

            notebookTask.StopTask();
        }
    }

    // The bar of a finished computation would only push the next notebook down.
    private void EndWork()
    {
        if (workTask is not null)
        {
            context.RemoveTask(workTask);
            workTask = null;
        }
    }
}
