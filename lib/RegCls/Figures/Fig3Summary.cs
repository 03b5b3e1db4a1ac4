using Deedle;
using RegCls.Data;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Figures;

/// <summary>How often each comparison of Fig. 3 goes which way.</summary>
public static class Fig3Summary
{
    /// <summary>
    /// One row a scenario, uniform and imbalanced samplings apart, and comparison: over samplings and class counts, in how many comparisons
    /// the interval over functions lies below 0 (the first arm is better), above 0 (worse), or contains 0, and the mean difference.
    /// </summary>
    public static Frame<int, string> Create(IReadOnlyList<Fig3Comparison> comparisons)
    {
        var groups = comparisons
            .GroupBy(comparison => (Scenario: Names.Of(comparison.Scenario), Imbalanced: comparison.Sampling != Sampling.Uniform, comparison.First, comparison.Second))
            .ToList();
        int[] rows = [.. Enumerable.Range(0, groups.Count)];
        return Frame.FromColumns(new Dictionary<string, Series<int, object>>
        {
            ["scenario"] = Column(group => group.Key.Scenario),
            ["sampling"] = Column(group => group.Key.Imbalanced ? "imbalanced" : "uniform"),
            ["comparison"] = Column(group => $"{group.Key.First.DisplayName()} − {group.Key.Second.DisplayName()}"),
            ["interval below 0"] = Column(group => group.Count(comparison => comparison.Effect.High < 0)),
            ["interval contains 0"] = Column(group => group.Count(comparison => !comparison.Effect.Interval.ExcludesZero)),
            ["interval above 0"] = Column(group => group.Count(comparison => comparison.Effect.Low > 0)),
            ["mean difference"] = Column(group => FormattableString.Invariant($"{group.Average(comparison => comparison.Effect.Value):+0.000;−0.000;0.000}")),
        });

        Series<int, object> Column(Func<IGrouping<(string Scenario, bool Imbalanced, Arm First, Arm Second), Fig3Comparison>, object> value) =>
            new(rows, groups.Select(value));
    }
}
