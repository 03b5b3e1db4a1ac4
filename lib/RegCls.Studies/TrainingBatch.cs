using RegCls.Losses;
using RegCls.Models;
using RegCls.Training;
using RegCls.Training.Vectorised;

namespace RegCls.Studies;

/// <summary>
/// Models of one data set that are trained together. The vectorised engine trains one at a time; what it cannot train goes through the tensor engine as
/// replicas of one batched network. Batches depend on the study alone, not on what is recorded, so that a resumed study trains the same ones.
/// </summary>
/// <param name="Runs">The models, in the order of the study.</param>
internal sealed record TrainingBatch(IReadOnlyList<RunConfiguration> Runs)
{
    // Enough replicas to amortise a step, few enough that activations of the widest networks stay in cache.
    internal const int MaximumReplicas = 30;

    /// <summary>Cuts the models of one data set into batches.</summary>
    public static IEnumerable<TrainingBatch> Of(IEnumerable<RunConfiguration> runs) => StudyBatches.Of(runs).Select(batch => new TrainingBatch(batch));

    /// <summary>True where the vectorised engine can train the run.</summary>
    public static bool IsVectorised(RunConfiguration run) => run.IsForcedVectorised ||
        run is { Precision: Precision.Single, Optimiser: not Optimiser.Sgd, Loss: RegressionLoss.Squared, LossScale: 1 } && VectorLayout.Supports(new MlpShape(1, run.Hidden.Widths, run.Classes));
}
