using System.Globalization;
using CsvHelper.Configuration.Attributes;
using RegCls.Data;
using RegCls.Theory;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>A <see cref="MechanismRecord"/> as one line of CSV; quantities of a head are empty where there is none.</summary>
internal sealed record MechanismRow : IRecordRow<MechanismRecord, MechanismRow>
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

    [Name("classes")]
    public required int Classes { get; init; }

    [Name("hash")]
    public required string Hash { get; init; }

    [Name("training_ce")]
    public required string TrainingCrossEntropy { get; init; }

    [Name("balanced_ce")]
    public required string BalancedCrossEntropy { get; init; }

    [Name("gap")]
    public required string Gap { get; init; }

    [Name("head_ce")]
    public required string HeadCrossEntropy { get; init; }

    [Name("head_gap")]
    public required string HeadGap { get; init; }

    [Name("nll_difference")]
    public required string LikelihoodDifference { get; init; }

    [Name("seconds")]
    public required string Seconds { get; init; }

    [Name("version")]
    public required string Version { get; init; }

    public static MechanismRow From(MechanismRecord record) => new()
    {
        Scenario = record.Configuration.Scenario.Kind,
        Noise = record.Configuration.Scenario.NoiseStandardDeviation,
        Function = record.Configuration.Function,
        DataSeed = record.Configuration.DataSeed,
        TrainingSeed = record.Configuration.TrainingSeed,
        Arm = record.Configuration.Arm,
        Epochs = record.Configuration.Epochs,
        Classes = record.Configuration.Classes,
        Hash = record.Configuration.Hash,
        TrainingCrossEntropy = Number(record.Measure.TrainingCrossEntropy, "R"),
        BalancedCrossEntropy = Number(record.Measure.BalancedCrossEntropy, "R"),
        Gap = Number(record.Measure.Gap, "R"),
        HeadCrossEntropy = Number(record.Measure.HeadCrossEntropy, "R"),
        HeadGap = Number(record.Measure.HeadGap, "R"),
        LikelihoodDifference = Number(record.Measure.LikelihoodDifference, "R"),
        Seconds = Number(record.Seconds, "F2"),
        Version = record.Version,
    };

    public MechanismRecord ToRecord() => new()
    {
        Configuration = new MechanismRun
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
            Classes = Classes,
        },
        Measure = new MechanismMeasure
        {
            TrainingCrossEntropy = Number(TrainingCrossEntropy),
            BalancedCrossEntropy = Number(BalancedCrossEntropy),
            Gap = Number(Gap),
            HeadCrossEntropy = Number(HeadCrossEntropy),
            HeadGap = Number(HeadGap),
            LikelihoodDifference = Number(LikelihoodDifference),
        },
        Seconds = Number(Seconds),
        Version = Version,
    };

    private static string Number(double value, string format) => double.IsNaN(value) ? "" : value.ToString(format, CultureInfo.InvariantCulture);

    private static double Number(string text) => text.Length == 0 ? double.NaN : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
