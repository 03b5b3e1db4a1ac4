using System.Globalization;
using CsvHelper.Configuration.Attributes;
using RegCls.Studies;

namespace RegCls.Tables.Running;

/// <summary>An <see cref="OwnRecord"/> as one line of CSV.</summary>
internal sealed record OwnRow : IRecordRow<OwnRecord, OwnRow>
{
    [Name("data")]
    public required string Data { get; init; }

    [Name("scheme")]
    public required string Scheme { get; init; }

    [Name("seed")]
    public required int Seed { get; init; }

    [Name("split")]
    public required int Split { get; init; }

    [Name("method")]
    public required OwnMethod Method { get; init; }

    [Name("trial")]
    public required int Trial { get; init; }

    [Name("classes_drawn")]
    public required string ClassesDrawn { get; init; }

    [Name("hidden")]
    public required string Hidden { get; init; }

    [Name("steps")]
    public required int Steps { get; init; }

    [Name("hash")]
    public required string Hash { get; init; }

    [Name("learning_rate")]
    public required string LearningRate { get; init; }

    [Name("weight_decay")]
    public required string WeightDecay { get; init; }

    [Name("decoupled")]
    public required string Decoupled { get; init; }

    [Name("lambda")]
    public required string Lambda { get; init; }

    [Name("classes")]
    public required string Classes { get; init; }

    [Name("validation_mse")]
    public required string Validation { get; init; }

    [Name("test_mse")]
    public required string Test { get; init; }

    [Name("test_mae")]
    public required string Mae { get; init; }

    [Name("many_mse")]
    public required string Many { get; init; }

    [Name("medium_mse")]
    public required string Medium { get; init; }

    [Name("few_mse")]
    public required string Few { get; init; }

    [Name("seconds")]
    public required string Seconds { get; init; }

    [Name("version")]
    public required string Version { get; init; }

    public static OwnRow From(OwnRecord record) => new()
    {
        Data = record.Configuration.Data,
        Scheme = record.Configuration.Scheme,
        Seed = record.Configuration.Seed,
        Split = record.Configuration.Split,
        Method = record.Configuration.Method,
        Trial = record.Configuration.Trial,
        ClassesDrawn = record.Configuration.ClassesDrawn,
        Hidden = record.Configuration.Hidden,
        Steps = record.Configuration.Steps,
        Hash = record.Configuration.Hash,
        LearningRate = RecordNumber.Text(record.Trial?.LearningRate),
        WeightDecay = RecordNumber.Text(record.Trial?.WeightDecay),
        Decoupled = record.Trial is null ? "" : record.Trial.Decoupled ? "yes" : "no",
        Lambda = RecordNumber.Text(record.Trial?.Lambda),
        Classes = record.Trial?.Classes.ToString(CultureInfo.InvariantCulture) ?? "",
        Validation = Number(record.Scores.Validation),
        Test = Number(record.Scores.Test),
        Mae = Number(record.Scores.Mae),
        Many = Number(record.Scores.Many),
        Medium = Number(record.Scores.Medium),
        Few = Number(record.Scores.Few),
        Seconds = record.Seconds.ToString("F3", CultureInfo.InvariantCulture),
        Version = record.Version,
    };

    public OwnRecord ToRecord() => new()
    {
        Configuration = new OwnRun { Data = Data, Scheme = Scheme, Seed = Seed, Split = Split, Method = Method, Trial = Trial, ClassesDrawn = ClassesDrawn, Hidden = Hidden, Steps = Steps },
        Trial = Classes.Length == 0 ? null : new OwnTrial(Number(LearningRate), Number(WeightDecay), Decoupled == "yes", Number(Lambda), int.Parse(Classes, CultureInfo.InvariantCulture)),
        Scores = new OwnScores { Validation = Number(Validation), Test = Number(Test), Mae = Number(Mae), Many = Number(Many), Medium = Number(Medium), Few = Number(Few) },
        Seconds = Number(Seconds),
        Version = Version,
    };

    private static string Number(double value) => RecordNumber.Text(double.IsNaN(value) ? null : value);

    private static double Number(string text) => RecordNumber.Parse(text) ?? double.NaN;
}
