using RegCls.Cli.Notebooks;
using Spectre.Console;

namespace RegCls.Cli.Running;

/// <summary>Shows a run to a person: a bar for each notebook, and one for what the running cell computes.</summary>
/// <param name="context">The live display.</param>
internal sealed class LiveObserver(ProgressContext context) : IRunObserver
{
    private readonly Lock gate = new();
    private ProgressTask? notebookTask;
    private ProgressTask? workTask;
    private string name = string.Empty;
    private int cells;

    /// <summary>Runs work with the display on.</summary>
    /// <typeparam name="T">What the work gives.</typeparam>
    /// <param name="console">The console.</param>
    /// <param name="work">The work; it is handed the observer to tell.</param>
    /// <returns>What the work gave.</returns>
    public static Task<T> ShowAsync<T>(IAnsiConsole console, Func<IRunObserver, Task<T>> work) => console.Progress()
        .AutoClear(false)
        .HideCompleted(false)
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(), new SpinnerColumn())
        .StartAsync(context => work(new LiveObserver(context)));

    /// <inheritdoc/>
    public void NotebookStarted(NotebookDocument notebook, int cells)
    {
        lock (gate)
        {
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
            notebookTask!.Description = $"{name} [grey]cell {cell}/{cells}[/]";
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
