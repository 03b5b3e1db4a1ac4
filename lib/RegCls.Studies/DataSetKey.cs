using RegCls.Data;

namespace RegCls.Studies;

/// <summary>What names the data of a run: models with the same key are trained on the same samples, one after the other.</summary>
/// <param name="Scenario">Scenario and noise.</param>
/// <param name="Sampling">Sampling of the training set.</param>
/// <param name="Variant">How the data are drawn.</param>
/// <param name="Function">Index of the function.</param>
/// <param name="DataSeed">Seed of the data.</param>
/// <param name="Noise">What is done to the training targets.</param>
/// <param name="Samples">Size of the training set; null for all of it.</param>
public sealed record DataSetKey(Scenario Scenario, Sampling Sampling, SamplingVariant Variant, int Function, int DataSeed, TrainingNoise Noise, int? Samples)
{
    /// <summary>The data of a run.</summary>
    public static DataSetKey Of(RunConfiguration run) => new(run.Scenario, run.Sampling, run.Variant, run.Function, run.DataSeed, run.Noise, run.Samples);
}
