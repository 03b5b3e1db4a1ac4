namespace RegCls.Tests;

/// <summary>Reports at once and on the reporting thread, unlike <see cref="Progress{T}"/>.</summary>
internal sealed class ImmediateProgress(Action<double> report) : IProgress<double>
{
    public void Report(double value) => report(value);
}
