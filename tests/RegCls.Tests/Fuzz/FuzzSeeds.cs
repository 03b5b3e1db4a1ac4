using System.Diagnostics;
using System.Globalization;

namespace RegCls.Tests.Fuzz;

/// <summary>The seeds a fuzz test tries: the first ones, the same on every machine, or for a longer search as many as fit in REGCLS_FUZZ_SECONDS.</summary>
internal static class FuzzSeeds
{
    /// <summary>Seeds from 0 on.</summary>
    /// <param name="count">How many, where no time is asked for.</param>
    public static IEnumerable<int> Take(int count)
    {
        double? seconds = double.TryParse(Environment.GetEnvironmentVariable("REGCLS_FUZZ_SECONDS"), CultureInfo.InvariantCulture, out double asked) ? asked : null;
        Stopwatch clock = Stopwatch.StartNew();
        for (int seed = 0; seconds is { } time ? clock.Elapsed.TotalSeconds < time : seed < count; seed++)
        {
            yield return seed;
        }
    }
}
