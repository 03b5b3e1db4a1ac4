using System.Globalization;
using CsvHelper.Configuration.Attributes;

namespace RegCls.Studies.Depth;

/// <summary>A <see cref="DepthRecord"/> as one line of CSV; an error of a group without pixels is empty.</summary>
internal sealed record DepthRow : IRecordRow<DepthRecord, DepthRow>
{
    [Name("data")]
    public required DepthData Data { get; init; }

    [Name("fold")]
    public required int Fold { get; init; }

    [Name("method")]
    public required DepthMethod Method { get; init; }

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

    [Name("validation_rmse")]
    public required string ValidationRmse { get; init; }

    [Name("best_val_epoch")]
    public required int ValidationEpoch { get; init; }

    [Name("best_val_rmse_all")]
    public required string ValidationRmseAll { get; init; }

    [Name("best_val_rmse_many")]
    public required string ValidationRmseMany { get; init; }

    [Name("best_val_rmse_medium")]
    public required string ValidationRmseMedium { get; init; }

    [Name("best_val_rmse_few")]
    public required string ValidationRmseFew { get; init; }

    [Name("best_val_rmse_balanced")]
    public required string ValidationRmseBalanced { get; init; }

    [Name("best_val_abs_rel")]
    public required string ValidationAbsoluteRelative { get; init; }

    [Name("best_val_log10")]
    public required string ValidationLog10 { get; init; }

    [Name("best_val_delta1")]
    public required string ValidationDelta1 { get; init; }

    [Name("best_val_delta2")]
    public required string ValidationDelta2 { get; init; }

    [Name("best_val_delta3")]
    public required string ValidationDelta3 { get; init; }

    [Name("best_test_epoch")]
    public required int TestEpoch { get; init; }

    [Name("best_test_rmse_all")]
    public required string TestRmseAll { get; init; }

    [Name("best_test_rmse_many")]
    public required string TestRmseMany { get; init; }

    [Name("best_test_rmse_medium")]
    public required string TestRmseMedium { get; init; }

    [Name("best_test_rmse_few")]
    public required string TestRmseFew { get; init; }

    [Name("best_test_rmse_balanced")]
    public required string TestRmseBalanced { get; init; }

    [Name("best_test_abs_rel")]
    public required string TestAbsoluteRelative { get; init; }

    [Name("best_test_log10")]
    public required string TestLog10 { get; init; }

    [Name("best_test_delta1")]
    public required string TestDelta1 { get; init; }

    [Name("best_test_delta2")]
    public required string TestDelta2 { get; init; }

    [Name("best_test_delta3")]
    public required string TestDelta3 { get; init; }

    [Name("seconds")]
    public required string Seconds { get; init; }

    [Name("kernels")]
    [Optional]
    public string? Kernels { get; init; }

    [Name("version")]
    public required string Version { get; init; }

    [Name("data_hash"), Optional]
    public string DataHash { get; init; } = "";

    public static DepthRow From(DepthRecord record) => new()
    {
        Data = record.Configuration.Data,
        Fold = record.Configuration.Fold,
        Method = record.Configuration.Method,
        Classes = record.Configuration.Classes,
        Lambda = record.Configuration.Lambda,
        WeightDecay = record.Configuration.WeightDecay,
        Epochs = record.Configuration.Epochs,
        Seed = record.Configuration.Seed,
        Hash = record.Configuration.Hash,
        ValidationRmse = RecordNumber.Text(record.ValidationRmse),
        ValidationEpoch = record.OnValidation.Epoch,
        ValidationRmseAll = RecordNumber.Text(record.OnValidation.Rmse[0]),
        ValidationRmseMany = RecordNumber.Text(record.OnValidation.Rmse[1]),
        ValidationRmseMedium = RecordNumber.Text(record.OnValidation.Rmse[2]),
        ValidationRmseFew = RecordNumber.Text(record.OnValidation.Rmse[3]),
        ValidationRmseBalanced = RecordNumber.Text(record.OnValidation.BalancedRmse),
        ValidationAbsoluteRelative = RecordNumber.Text(record.OnValidation.AbsoluteRelative),
        ValidationLog10 = RecordNumber.Text(record.OnValidation.Log10),
        ValidationDelta1 = RecordNumber.Text(record.OnValidation.Deltas[0]),
        ValidationDelta2 = RecordNumber.Text(record.OnValidation.Deltas[1]),
        ValidationDelta3 = RecordNumber.Text(record.OnValidation.Deltas[2]),
        TestEpoch = record.OnTest.Epoch,
        TestRmseAll = RecordNumber.Text(record.OnTest.Rmse[0]),
        TestRmseMany = RecordNumber.Text(record.OnTest.Rmse[1]),
        TestRmseMedium = RecordNumber.Text(record.OnTest.Rmse[2]),
        TestRmseFew = RecordNumber.Text(record.OnTest.Rmse[3]),
        TestRmseBalanced = RecordNumber.Text(record.OnTest.BalancedRmse),
        TestAbsoluteRelative = RecordNumber.Text(record.OnTest.AbsoluteRelative),
        TestLog10 = RecordNumber.Text(record.OnTest.Log10),
        TestDelta1 = RecordNumber.Text(record.OnTest.Deltas[0]),
        TestDelta2 = RecordNumber.Text(record.OnTest.Deltas[1]),
        TestDelta3 = RecordNumber.Text(record.OnTest.Deltas[2]),
        Seconds = record.Seconds.ToString("F2", CultureInfo.InvariantCulture),
        Kernels = KernelName.Of(record.Kernels),
        Version = record.Version,
        DataHash = record.DataHash,
    };

    public DepthRecord ToRecord() => new()
    {
        Configuration = new DepthRun
        {
            Data = Data,
            Fold = Fold,
            Method = Method,
            Classes = Classes,
            Lambda = Lambda,
            WeightDecay = WeightDecay,
            Epochs = Epochs,
            Seed = Seed,
        },
        ValidationRmse = Needed(ValidationRmse),
        OnValidation = new DepthScores(
            ValidationEpoch, [RecordNumber.Parse(ValidationRmseAll), RecordNumber.Parse(ValidationRmseMany), RecordNumber.Parse(ValidationRmseMedium), RecordNumber.Parse(ValidationRmseFew)], Needed(ValidationRmseBalanced),
            Needed(ValidationAbsoluteRelative), Needed(ValidationLog10), [Needed(ValidationDelta1), Needed(ValidationDelta2), Needed(ValidationDelta3)]),
        OnTest = new DepthScores(
            TestEpoch, [RecordNumber.Parse(TestRmseAll), RecordNumber.Parse(TestRmseMany), RecordNumber.Parse(TestRmseMedium), RecordNumber.Parse(TestRmseFew)], Needed(TestRmseBalanced),
            Needed(TestAbsoluteRelative), Needed(TestLog10), [Needed(TestDelta1), Needed(TestDelta2), Needed(TestDelta3)]),
        Seconds = double.Parse(Seconds, NumberStyles.Float, CultureInfo.InvariantCulture),
        Kernels = KernelName.Parse(Kernels),
        Version = Version,
        DataHash = DataHash,
    };

    private static double Needed(string text) => RecordNumber.Parse(text) ?? throw new FormatException("A record of a depth model lacks a number that every model has.");
}
