using RegCls.Studies;

namespace RegCls.Interactive.Reporting;

/// <summary>Passes what is reported to <c>regcls run</c>, which has a display of its own and says itself where a run was stopped.</summary>
internal sealed class RunnerProgress(string what, Action<string, double> receiver) : IStudyProgress
{
    /// <inheritdoc/>
    public void Report(double value) => Pass(what, value);

    /// <inheritdoc/>
    public void Report(StudyStatus status) => Pass($"{what}: {status}", status.Fraction);

    /// <inheritdoc/>
    public void Stopped(string message)
    {
    }

    private void Pass(string text, double value)
    {
        if (!double.IsNaN(value))
        {
            receiver(text, Math.Clamp(value, 0, 1));
        }
    }
}
