using RegCls.Data.Video;
using RegCls.Studies.Depth;
using RegCls.Studies.Images;
using RegCls.Studies.Video;
using RegCls.Theory;

namespace RegCls.Studies;

/// <summary>What is compared in each domain: a line a domain.</summary>
public static class Comparisons
{
    /// <summary>Test MSE of the 1D study over functions.</summary>
    public static PairedComparison<RunRecord> TestMse { get; } = new(record => record.Configuration.Function, record => (DataSetKey.Of(record.Configuration), record.Configuration.TrainingSeed), record => record.Configuration.Classes, record => record.TestMse, "MSE", "functions");

    /// <summary>A quantity of the paper's mechanism over functions.</summary>
    /// <param name="value">The quantity.</param>
    /// <param name="symbol">What it is measured in.</param>
    public static PairedComparison<MechanismRecord> Mechanism(Func<MechanismMeasure, double> value, string symbol = "nats") =>
        new(record => record.Configuration.Function, record => (record.Configuration.Scenario, record.Configuration.DataSeed), _ => 0, record => value(record.Measure), symbol, "functions");

    /// <summary>Mean absolute correlation of the hidden units over functions.</summary>
    public static PairedComparison<FeatureRecord> Correlation { get; } = new(record => record.Configuration.Function, record => (record.Configuration.Scenario, record.Configuration.DataSeed), _ => 0, record => record.Features.MeanAbsoluteCorrelation, "correlation", "functions");

    /// <summary>Test MAE of ages over seeds.</summary>
    /// <param name="shot">0 for all ages, 1 to 3 for many-, medium- and few-shot ones.</param>
    public static PairedComparison<AgeRecord> Ages(int shot = 0) => new(record => record.Configuration.Seed, record => record.Configuration.WeightDecay, record => record.Configuration.Classes, record => record.Mae[shot] ?? double.NaN, "years", "seeds");

    /// <summary>Test MAE of ages over splits.</summary>
    /// <param name="shot">As <see cref="Ages"/>.</param>
    public static PairedComparison<AgeRecord> AgesOverSplits(int shot = 0) => Ages(shot) with { Unit = record => record.Configuration.Split, Pair = record => (record.Configuration.WeightDecay, record.Configuration.Seed), Over = "splits" };

    /// <summary>RMSE of depth over splits, all pixels, at the epoch that is best on validation.</summary>
    public static PairedComparison<DepthRecord> Depth { get; } = new(record => record.Configuration.Fold, record => record.Configuration.Seed, record => record.Configuration.Classes, record => record.OnValidation.Rmse[0]!.Value, "m", "splits");

    /// <summary>RMSE of video progress over tasks.</summary>
    /// <param name="target">In percent of the video, or in frames.</param>
    public static PairedComparison<VideoRecord> Video(ProgressTarget target) =>
        new(record => VideoStudy.TaskNumber(record.Configuration), record => (record.Configuration.Split, record.Configuration.Seed), _ => 0, record => record.Rmse, target == ProgressTarget.Fraction ? "pp" : "frames", "tasks", target.Scale());

    /// <summary>Compares two arms of the 1D study in test MSE.</summary>
    /// <param name="records">Records; of each arm one run of a pair, or one a number of classes.</param>
    /// <param name="first">The arm that comes first in the difference.</param>
    /// <param name="second">The arm that is subtracted.</param>
    /// <param name="where">Which runs count; all if null.</param>
    /// <exception cref="ArgumentException">Fewer than two functions have both arms.</exception>
    public static Evaluation.Effect Of(IEnumerable<RunRecord> records, StudyArm first, StudyArm second, Func<RunConfiguration, bool>? where = null) =>
        TestMse.Of(records.Where(record => where?.Invoke(record.Configuration) ?? true), first.Has, second.Has);
}
