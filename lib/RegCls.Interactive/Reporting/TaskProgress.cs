using System.Globalization;
using RegCls.Interactive.Hosts;
using RegCls.Studies;

namespace RegCls.Interactive.Reporting;

/// <summary>Shows one task as a bar that fills where it stands, or prints a line whenever another tenth of it is done.</summary>
internal sealed class TaskProgress(string what, INotebookHost host, TimeProvider time) : IStudyProgress
{
    // A page that is redrawn more often than this shows no more.
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(250);

    private readonly Lock gate = new();
    private Action<HtmlFragment>? replace;
    private bool started;
    private int printedTenths;
    private double fraction;
    private double startFraction;
    private long startTime;
    private long shownTime;

    /// <inheritdoc/>
    public void Report(double value)
    {
        if (!double.IsNaN(value))
        {
            Show(Math.Clamp(value, 0, 1), "");
        }
    }

    /// <inheritdoc/>
    public void Report(StudyStatus status) => Show(status.Fraction, status.ToString());

    /// <inheritdoc/>
    public void Stopped(string message)
    {
        lock (gate)
        {
            if (replace is null)
            {
                Console.WriteLine($"{what}: {message}");
            }
            else
            {
                replace(ProgressBar.Html($"{what}: {message}", fraction));
            }
        }
    }

    private void Show(double value, string detail)
    {
        lock (gate)
        {
            fraction = value;
            if (!started)
            {
                started = true;
                (startFraction, startTime, shownTime) = (value, time.GetTimestamp(), time.GetTimestamp());
                replace = host.PushReplaceable(ProgressBar.Html(Text(detail), value));
            }
            else if (replace is not null && (value >= 1 || time.GetElapsedTime(shownTime) >= Between))
            {
                shownTime = time.GetTimestamp();
                replace(ProgressBar.Html(Text(detail), value));
            }

            if (replace is null)
            {
                Print(detail);
            }
        }
    }

    private void Print(string detail)
    {
        // A little above the tenth counts as the tenth: 0.1 * 3 is below 0.3.
        int tenths = (int)((fraction * 10) + 1e-9);
        if (tenths > printedTenths)
        {
            printedTenths = tenths;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {tenths * 10} %{(detail.Length == 0 ? "" : ", ")}{detail}"));
        }
    }

    private string Text(string detail)
    {
        string share = string.Create(CultureInfo.InvariantCulture, $"{what}: {Math.Floor((fraction * 100) + 1e-9):0} %");
        double done = fraction - startFraction;
        string left = done <= 0 || fraction >= 1 ? "" : ", " + TimeText(time.GetElapsedTime(startTime) * ((1 - fraction) / done)) + " left";
        return $"{share}{(detail.Length == 0 ? "" : ", ")}{detail}{left}";
    }

    private static string TimeText(TimeSpan span) => span.TotalSeconds < 90
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(span.TotalSeconds):0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(span.TotalMinutes):0} min");
}
