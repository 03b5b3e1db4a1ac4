using System.Globalization;

namespace RegCls.Cli.CommandLine;

/// <summary>Time left as people say it.</summary>
internal static class TimeLeft
{
    /// <summary>For example "2.5 h", "36 min" or "90 s".</summary>
    public static string Text(TimeSpan time) => time switch
    {
        { TotalHours: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:0.0} h"),
        { TotalMinutes: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds):0} s"),
    };
}
