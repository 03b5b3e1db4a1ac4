using System.Globalization;
using RegCls.Cli.CommandLine;

namespace RegCls.Cli.StudyRuns;

/// <summary>How far a run is.</summary>
/// <param name="Done">Models that are recorded.</param>
/// <param name="Total">Models of the run.</param>
/// <param name="Trained">Models that this process has trained.</param>
/// <param name="Elapsed">How long it has been at it.</param>
internal sealed record StudyProgress(int Done, int Total, int Trained, TimeSpan Elapsed)
{
    /// <summary>Done models, rate and time left. The rate is this process's own, so earlier records do not make it look fast.</summary>
    /// <returns>For example "120 of 4200 models, 1.9 a second, 36 min left".</returns>
    public override string ToString()
    {
        var models = string.Create(CultureInfo.InvariantCulture, $"{Done} of {Total} models");
        if (Trained == 0 || Elapsed <= TimeSpan.Zero)
        {
            return models;
        }

        var rate = Trained / Elapsed.TotalSeconds;
        var speed = rate >= 0.1 ? string.Create(CultureInfo.InvariantCulture, $"{rate:0.0} a second") : string.Create(CultureInfo.InvariantCulture, $"{rate * 60:0.0} a minute");
        return Done == Total ? $"{models}, {speed}" : $"{models}, {speed}, {TimeLeft.Text(TimeSpan.FromSeconds((Total - Done) / rate))} left";
    }
}
