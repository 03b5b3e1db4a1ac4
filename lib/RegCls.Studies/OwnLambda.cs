using RegCls.Data;

namespace RegCls.Studies;

/// <summary>
/// The λ that each arm chose on validation in the recorded searches <c>fig4</c> and <c>fig4-ood</c>, with uniform classes: what <see cref="ChosenLambda"/> computes from
/// their records, written down so that a study can be named by it; a test holds the two together.
/// </summary>
public static class OwnLambda
{
    private static readonly Dictionary<(ScenarioKind, int), double> Chosen = new()
    {
        [(ScenarioKind.Clean, 0)] = 1e4,
        [(ScenarioKind.Clean, 4)] = 1e4,
        [(ScenarioKind.Clean, 16)] = 1e4,
        [(ScenarioKind.Clean, 64)] = 1e4,
        [(ScenarioKind.Clean, 256)] = 1e4,
        [(ScenarioKind.Clean, 1024)] = 1e4,
        [(ScenarioKind.Noisy, 0)] = 1e3,
        [(ScenarioKind.Noisy, 4)] = 1e3,
        [(ScenarioKind.Noisy, 16)] = 1e3,
        [(ScenarioKind.Noisy, 64)] = 1e4,
        [(ScenarioKind.Noisy, 256)] = 1e3,
        [(ScenarioKind.Noisy, 1024)] = 1e3,
        [(ScenarioKind.OutOfDistribution, 0)] = 1e-3,
        [(ScenarioKind.OutOfDistribution, 4)] = 1e-3,
        [(ScenarioKind.OutOfDistribution, 16)] = 1e-3,
        [(ScenarioKind.OutOfDistribution, 64)] = 1e-3,
    };

    /// <summary>The numbers of classes that were searched in a scenario; 0, scaled reg, is not among them.</summary>
    public static IReadOnlyList<int> Classes(Scenario scenario) => [.. Chosen.Keys.Where(key => key.Item1 == scenario.Kind && key.Item2 > 0).Select(key => key.Item2).Order()];

    /// <summary>The chosen λ.</summary>
    /// <param name="scenario">Clean, noisy with σ = 0.1, or out-of-distribution.</param>
    /// <param name="classes">C of reg+cls; 0 for scaled reg.</param>
    /// <exception cref="ArgumentOutOfRangeException">Nothing was searched there.</exception>
    public static double For(Scenario scenario, int classes) => Chosen.TryGetValue((scenario.Kind, classes), out double lambda)
        ? lambda
        : throw new ArgumentOutOfRangeException(nameof(classes), classes, $"No λ was searched for C = {classes}, {scenario.Name}.");
}
