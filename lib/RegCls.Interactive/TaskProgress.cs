using System.Globalization;

namespace RegCls.Interactive;

/// <summary>Passes fractions to the host, or prints a line whenever another tenth of the task is done.</summary>
internal sealed class TaskProgress(string what, Action<string, double>? receiver) : IProgress<double>
{
    private readonly Lock gate = new();
    private int printedTenths;

    /// <inheritdoc/>
    public void Report(double value)
    {
        if (double.IsNaN(value))
        {
            return;
        }

        double fraction = Math.Clamp(value, 0, 1);
        if (receiver is not null)
        {
            receiver(what, fraction);
            return;
        }

        lock (gate)
        {
            // A little above the tenth counts as the tenth: 0.1 * 3 is below 0.3.
            int tenths = (int)((fraction * 10) + 1e-9);
            if (tenths > printedTenths)
            {
                printedTenths = tenths;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {tenths * 10} %"));
            }
        }
    }
}
