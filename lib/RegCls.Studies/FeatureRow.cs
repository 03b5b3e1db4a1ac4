using System.Globalization;
using CsvHelper.Configuration.Attributes;
using RegCls.Data;
using RegCls.Theory;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>A <see cref="FeatureRecord"/> as one line of CSV; a correlation that does not exist is empty.</summary>
internal sealed record FeatureRow : IRecordRow<FeatureRecord, FeatureRow>
{
    [Name("scenario")]
    public required ScenarioKind Scenario { get; init; }

    [Name("noise")]
    public required double Noise { get; init; }

    [Name("function")]
    public required int Function { get; init; }

    [Name("data_seed")]
    public required int DataSeed { get; init; }

    [Name("training_seed")]
    public required int TrainingSeed { get; init; }

    [Name("arm")]
    public required Arm Arm { get; init; }

    [Name("epochs")]
    public required int Epochs { get; init; }

    [Name("hash")]
    public required string Hash { get; init; }

    [Name("mean_absolute_correlation")]
    public required string MeanAbsoluteCorrelation { get; init; }

    [Name("effective_rank")]
    public required string EffectiveRank { get; init; }

    [Name("active_units")]
    public required int ActiveUnits { get; init; }

    [Name("seconds")]
    public required string Seconds { get; init; }

    [Name("version")]
    public required string Version { get; init; }

    public static FeatureRow From(FeatureRecord record) => new()
    {
        Scenario = record.Configuration.Scenario.Kind,
        Noise = record.Configuration.Scenario.NoiseStandardDeviation,
        Function = record.Configuration.Function,
        DataSeed = record.Configuration.DataSeed,
        TrainingSeed = record.Configuration.TrainingSeed,
        Arm = record.Configuration.Arm,
        Epochs = record.Configuration.Epochs,
        Hash = record.Configuration.Hash,
        MeanAbsoluteCorrelation = Number(record.Features.MeanAbsoluteCorrelation, "R"),
        EffectiveRank = Number(record.Features.EffectiveRank, "R"),
        ActiveUnits = record.Features.ActiveUnits,
        Seconds = Number(record.Seconds, "F2"),
        Version = record.Version,
    };

    public FeatureRecord ToRecord() => new()
    {
        Configuration = new FeatureRun
        {
            Scenario = Scenario switch
            {
                ScenarioKind.Clean => Data.Scenario.Clean,
                ScenarioKind.Noisy => Data.Scenario.Noisy(Noise),
                _ => Data.Scenario.OutOfDistribution,
            },
            Function = Function,
            DataSeed = DataSeed,
            TrainingSeed = TrainingSeed,
            Arm = Arm,
            Epochs = Epochs,
        },
        Features = new HiddenFeatures(Number(MeanAbsoluteCorrelation), Number(EffectiveRank), ActiveUnits),
        Seconds = Number(Seconds),
        Version = Version,
    };

    private static string Number(double value, string format) => double.IsNaN(value) ? "" : value.ToString(format, CultureInfo.InvariantCulture);

    private static double Number(string text) => text.Length == 0 ? double.NaN : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
