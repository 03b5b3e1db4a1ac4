using RegCls.Binning;
using RegCls.Data;

namespace RegCls.Figures;

/// <summary>Names as they stand in figures and tables.</summary>
internal static class Names
{
    public static string Of(Scenario scenario) => scenario.Kind switch
    {
        ScenarioKind.Noisy => FormattableString.Invariant($"noisy (σ = {scenario.NoiseStandardDeviation})"),
        ScenarioKind.OutOfDistribution => "out-of-distribution",
        _ => "clean",
    };

    public static string Of(ClassDefinition definition) => definition switch
    {
        ClassDefinition.Uniform => "imbalanced classes",
        ClassDefinition.Balanced => "balanced classes",
        _ => "keep probabilities only",
    };

    public static string Of(Sampling sampling) => sampling.ToString().ToLowerInvariant();
}
