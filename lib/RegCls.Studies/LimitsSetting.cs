using RegCls.Losses;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>One setting of the study of limits.</summary>
/// <param name="Factor">What is varied: <c>width</c>, <c>depth</c>, <c>optimiser</c> or <c>loss</c>.</param>
/// <param name="Value">Its value in words.</param>
/// <param name="Hidden">Hidden layers.</param>
/// <param name="Optimiser">Optimiser.</param>
/// <param name="Loss">Regression loss.</param>
public sealed record LimitsSetting(string Factor, string Value, HiddenLayers Hidden, Optimiser Optimiser, RegressionLoss Loss)
{
    /// <summary>True if a run is of this setting.</summary>
    public bool Includes(RunConfiguration run) => run.Hidden == Hidden && run.Optimiser == Optimiser && run.Loss == Loss;
}
