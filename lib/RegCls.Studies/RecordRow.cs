using System.Globalization;
using CsvHelper.Configuration.Attributes;
using RegCls.Data;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>A <see cref="RunRecord"/> as one line of CSV.</summary>
internal sealed record RecordRow : IRecordRow<RunRecord, RecordRow>
{
    [Name("scenario")]
    public required string Scenario { get; init; }

    [Name("noise")]
    public required double Noise { get; init; }

    [Name("sampling")]
    public required Sampling Sampling { get; init; }

    [Name("variant")]
    public required SamplingVariant Variant { get; init; }

    [Name("function")]
    public required int Function { get; init; }

    [Name("data_seed")]
    public required int DataSeed { get; init; }

    [Name("training_seed")]
    public required int TrainingSeed { get; init; }

    [Name("arm")]
    public required Arm Arm { get; init; }

    [Name("classes")]
    public required int Classes { get; init; }

    [Name("lambda")]
    public required double Lambda { get; init; }

    [Name("learning_rate")]
    public required double LearningRate { get; init; }

    [Name("weight_decay")]
    public required double WeightDecay { get; init; }

    [Name("epochs")]
    public required int Epochs { get; init; }

    [Name("batch_size")]
    public required int BatchSize { get; init; }

    [Name("variation")]
    public required string Variation { get; init; }

    [Name("hash")]
    public required string Hash { get; init; }

    [Name("train_mse")]
    public required string TrainMse { get; init; }

    [Name("validation_mse")]
    public required string ValidationMse { get; init; }

    [Name("test_mse")]
    public required string TestMse { get; init; }

    [Name("class_accuracy")]
    public required string ClassAccuracy { get; init; }

    [Name("seconds")]
    public required string Seconds { get; init; }

    [Name("version")]
    public required string Version { get; init; }

    public static RecordRow From(RunRecord record)
    {
        RunConfiguration run = record.Configuration;
        return new RecordRow
        {
            Scenario = run.Scenario.Kind.ToString(),
            Noise = run.Scenario.NoiseStandardDeviation,
            Sampling = run.Sampling,
            Variant = run.Variant,
            Function = run.Function,
            DataSeed = run.DataSeed,
            TrainingSeed = run.TrainingSeed,
            Arm = run.Arm,
            Classes = run.Classes,
            Lambda = run.Lambda,
            LearningRate = run.LearningRate,
            WeightDecay = run.WeightDecay,
            Epochs = run.Epochs,
            BatchSize = run.BatchSize,
            Variation = run.Variation,
            Hash = run.Hash,
            TrainMse = Number(record.TrainMse, "R"),
            ValidationMse = Number(record.ValidationMse, "R"),
            TestMse = Number(record.TestMse, "R"),
            ClassAccuracy = double.IsNaN(record.ClassAccuracy) ? "" : Number(record.ClassAccuracy, "R"),
            Seconds = Number(record.Seconds, "F2"),
            Version = record.Version,
        };
    }

    public RunRecord ToRecord() => new()
    {
        Configuration = RunVariation.Apply(Variation, new RunConfiguration
        {
            Scenario = ToScenario(),
            Sampling = Sampling,
            Variant = Variant,
            Function = Function,
            DataSeed = DataSeed,
            TrainingSeed = TrainingSeed,
            Arm = Arm,
            Classes = Classes,
            Lambda = Lambda,
            LearningRate = LearningRate,
            WeightDecay = WeightDecay,
            Epochs = Epochs,
            BatchSize = BatchSize,
        }),
        TrainMse = Number(TrainMse),
        ValidationMse = Number(ValidationMse),
        TestMse = Number(TestMse),
        ClassAccuracy = ClassAccuracy.Length == 0 ? double.NaN : Number(ClassAccuracy),
        Seconds = Number(Seconds),
        Version = Version,
    };

    private Scenario ToScenario() => Enum.Parse<ScenarioKind>(Scenario) switch
    {
        ScenarioKind.Clean => Data.Scenario.Clean,
        ScenarioKind.Noisy => Data.Scenario.Noisy(Noise),
        _ => Data.Scenario.OutOfDistribution,
    };

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
