using System.Globalization;
using CsvHelper.Configuration.Attributes;

namespace RegCls.Studies.Images;

/// <summary>An <see cref="AgeRecord"/> as one line of CSV; an error of a group without images is empty, decades are parted by semicolons.</summary>
internal sealed record AgeRow : IRecordRow<AgeRecord, AgeRow>
{
    [Name("data")]
    public required AgeData Data { get; init; }

    [Name("share")]
    public required double Share { get; init; }

    [Name("size")]
    public required int Size { get; init; }

    [Name("method")]
    public required AgeMethod Method { get; init; }

    [Name("classes")]
    public required int Classes { get; init; }

    [Name("lambda")]
    public required double Lambda { get; init; }

    [Name("weight_decay")]
    public required double WeightDecay { get; init; }

    [Name("epochs")]
    public required int Epochs { get; init; }

    [Name("seed")]
    public required int Seed { get; init; }

    [Name("hash")]
    public required string Hash { get; init; }

    [Name("validation_mse")]
    public required string ValidationMse { get; init; }

    [Name("best_epoch")]
    public required int BestEpoch { get; init; }

    [Name("test_mae_all")]
    public required string MaeAll { get; init; }

    [Name("test_mae_many")]
    public required string MaeMany { get; init; }

    [Name("test_mae_medium")]
    public required string MaeMedium { get; init; }

    [Name("test_mae_few")]
    public required string MaeFew { get; init; }

    [Name("test_mse_all")]
    public required string MseAll { get; init; }

    [Name("test_mse_many")]
    public required string MseMany { get; init; }

    [Name("test_mse_medium")]
    public required string MseMedium { get; init; }

    [Name("test_mse_few")]
    public required string MseFew { get; init; }

    [Name("test_gm_all")]
    public required string GeometricMeanAll { get; init; }

    [Name("test_gm_many")]
    public required string GeometricMeanMany { get; init; }

    [Name("test_gm_medium")]
    public required string GeometricMeanMedium { get; init; }

    [Name("test_gm_few")]
    public required string GeometricMeanFew { get; init; }

    [Name("test_mae_by_decade")]
    public required string DecadeMae { get; init; }

    [Name("test_bias_by_decade")]
    public required string DecadeBias { get; init; }

    [Name("seconds")]
    public required string Seconds { get; init; }

    [Name("kernels")]
    [Optional]
    public string? Kernels { get; init; }

    [Name("version")]
    public required string Version { get; init; }

    [Name("data_hash"), Optional]
    public string DataHash { get; init; } = "";

    public static AgeRow From(AgeRecord record) => new()
    {
        Data = record.Configuration.Data,
        Share = record.Configuration.Share,
        Size = record.Configuration.Size,
        Method = record.Configuration.Method,
        Classes = record.Configuration.Classes,
        Lambda = record.Configuration.Lambda,
        WeightDecay = record.Configuration.WeightDecay,
        Epochs = record.Configuration.Epochs,
        Seed = record.Configuration.Seed,
        Hash = record.Configuration.Hash,
        ValidationMse = RecordNumber.Text(record.ValidationMse),
        BestEpoch = record.BestEpoch,
        MaeAll = RecordNumber.Text(record.Mae[0]),
        MaeMany = RecordNumber.Text(record.Mae[1]),
        MaeMedium = RecordNumber.Text(record.Mae[2]),
        MaeFew = RecordNumber.Text(record.Mae[3]),
        MseAll = RecordNumber.Text(record.Mse[0]),
        MseMany = RecordNumber.Text(record.Mse[1]),
        MseMedium = RecordNumber.Text(record.Mse[2]),
        MseFew = RecordNumber.Text(record.Mse[3]),
        GeometricMeanAll = RecordNumber.Text(record.GeometricMean[0]),
        GeometricMeanMany = RecordNumber.Text(record.GeometricMean[1]),
        GeometricMeanMedium = RecordNumber.Text(record.GeometricMean[2]),
        GeometricMeanFew = RecordNumber.Text(record.GeometricMean[3]),
        DecadeMae = List(record.DecadeMae),
        DecadeBias = List(record.DecadeBias),
        Seconds = record.Seconds.ToString("F2", CultureInfo.InvariantCulture),
        Kernels = KernelName.Of(record.Kernels),
        Version = record.Version,
        DataHash = record.DataHash,
    };

    public AgeRecord ToRecord() => new()
    {
        Configuration = new AgeRun
        {
            Data = Data,
            Share = Share,
            Size = Size,
            Method = Method,
            Classes = Classes,
            Lambda = Lambda,
            WeightDecay = WeightDecay,
            Epochs = Epochs,
            Seed = Seed,
        },
        ValidationMse = RecordNumber.Parse(ValidationMse) ?? throw new FormatException("A record needs a validation MSE."),
        BestEpoch = BestEpoch,
        Mae = [RecordNumber.Parse(MaeAll), RecordNumber.Parse(MaeMany), RecordNumber.Parse(MaeMedium), RecordNumber.Parse(MaeFew)],
        Mse = [RecordNumber.Parse(MseAll), RecordNumber.Parse(MseMany), RecordNumber.Parse(MseMedium), RecordNumber.Parse(MseFew)],
        GeometricMean = [RecordNumber.Parse(GeometricMeanAll), RecordNumber.Parse(GeometricMeanMany), RecordNumber.Parse(GeometricMeanMedium), RecordNumber.Parse(GeometricMeanFew)],
        DecadeMae = List(DecadeMae),
        DecadeBias = List(DecadeBias),
        Seconds = double.Parse(Seconds, NumberStyles.Float, CultureInfo.InvariantCulture),
        Kernels = KernelName.Parse(Kernels),
        Version = Version,
        DataHash = DataHash,
    };

    private static string List(IReadOnlyList<double?> values) => string.Join(';', values.Select(RecordNumber.Text));

    private static IReadOnlyList<double?> List(string text) => text.Length == 0 ? [] : [.. text.Split(';').Select(RecordNumber.Parse)];
}
