using RegCls.Data;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>A difference that the full run decides, beside the same difference in a shorter run.</summary>
/// <param name="Full">The comparison in the full run; its interval excludes 0.</param>
/// <param name="Quick">The same comparison in the shorter run.</param>
public sealed record Fig3Agreement(Fig3Comparison Full, Fig3Comparison Quick)
{
    /// <summary>Whether both differences have one sign.</summary>
    public bool SameSign => Math.Sign(Full.Effect.Value) == Math.Sign(Quick.Effect.Value);

    /// <summary>Every comparison of both runs that the full run decides.</summary>
    public static IReadOnlyList<Fig3Agreement> Decided(IReadOnlyList<Fig3Comparison> full, IReadOnlyList<Fig3Comparison> quick)
    {
        Dictionary<(Scenario, Sampling, int, Arm, Arm), Fig3Comparison> others = quick.ToDictionary(Key);
        return [.. full.Where(comparison => comparison.Effect.Interval.ExcludesZero && others.ContainsKey(Key(comparison))).Select(comparison => new Fig3Agreement(comparison, others[Key(comparison)]))];

        static (Scenario, Sampling, int, Arm, Arm) Key(Fig3Comparison comparison) =>
            (comparison.Scenario, comparison.Sampling, comparison.Classes, comparison.First, comparison.Second);
    }
}
