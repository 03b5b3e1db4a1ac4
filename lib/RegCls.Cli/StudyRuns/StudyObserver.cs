using System.Diagnostics;
using RegCls.Cli.CommandLine;
using Spectre.Console;

namespace RegCls.Cli.StudyRuns;

/// <summary>Turns the share of models done into what a person or a log is told.</summary>
/// <param name="total">Models of the run.</param>
/// <param name="show">Is told of every step, one at a time.</param>
internal sealed class StudyObserver(int total, Action<StudyProgress> show) : IProgress<double>
{
    // A log of a run of any length is about this long.
    private const int PlainLines = 20;

    // Leaves the text its place in a terminal of 80 columns.
    private const int BarWidth = 15;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Lock gate = new();
    private int? before;

    /// <summary>Runs work and shows how it goes: a bar for a person, some twenty lines for a log.</summary>
    /// <param name="terminal">Where to show it.</param>
    /// <param name="title">The study and its profile.</param>
    /// <param name="total">Models of the run.</param>
    /// <param name="work">The work; it is handed the observer to tell.</param>
    /// <returns>Ends with the work.</returns>
    public static Task ShowAsync(Terminal terminal, string title, int total, Func<IProgress<double>, Task> work)
    {
        if (!terminal.IsInteractive)
        {
            return work(new StudyObserver(total, Plain(terminal.Out, title)));
        }

        return terminal.CreateAnsiConsole().Progress()
            .AutoClear(false)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = BarWidth }, new SpinnerColumn())
            .StartAsync(context =>
            {
                var task = context.AddTask(Markup.Escape(title), maxValue: total);
                return work(new StudyObserver(total, progress =>
                {
                    task.Description = Markup.Escape($"{title}: {progress}");
                    task.Value = progress.Done;
                }));
            });
    }

    /// <summary>Writes a line whenever another twentieth is done.</summary>
    /// <param name="output">Where to write.</param>
    /// <param name="title">The study and its profile.</param>
    /// <returns>What to tell of each step.</returns>
    internal static Action<StudyProgress> Plain(TextWriter output, string title)
    {
        var last = -1;
        return progress =>
        {
            var part = progress.Done * PlainLines / Math.Max(progress.Total, 1);
            if (part != last)
            {
                last = part;
                output.WriteLine($"{title}: {progress}");
                output.Flush();
            }
        };
    }

    /// <inheritdoc/>
    public void Report(double value)
    {
        lock (gate)
        {
            var done = (int)Math.Round(value * total);
            // The first report counts what was recorded earlier.
            before ??= done;
            show(new StudyProgress(done, total, done - before.Value, clock.Elapsed));
        }
    }
}
