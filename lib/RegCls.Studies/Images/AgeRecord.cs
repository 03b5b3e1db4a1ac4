namespace RegCls.Studies.Images;

/// <summary>One trained age model and its errors on the test images. A group of shots without images has null errors.</summary>
public sealed record AgeRecord : ModelRecord<AgeRun>, IRunRecord<AgeRecord>
{
    /// <summary>How many decades of age are told apart.</summary>
    public const int Decades = 12;

    private static readonly string[] Shots = ["all", "many", "medium", "few"];

    /// <summary>Mean squared error on the validation images, in squared years: the least of all epochs.</summary>
    public required double ValidationMse { get; init; }

    /// <summary>The epoch whose weights are tested, from 1.</summary>
    public required int BestEpoch { get; init; }

    /// <summary>Mean absolute error in years: all, many, medium, few.</summary>
    public required IReadOnlyList<double?> Mae { get; init; }

    /// <summary>Mean squared error in squared years: all, many, medium, few.</summary>
    public required IReadOnlyList<double?> Mse { get; init; }

    /// <summary>Geometric mean of the absolute errors in years: all, many, medium, few.</summary>
    public required IReadOnlyList<double?> GeometricMean { get; init; }

    /// <summary>Mean absolute error of each decade of age in years, from 0-9 to 110 and above; null where the test images have none. Empty in the first searches for λ, which did not record it.</summary>
    public IReadOnlyList<double?> DecadeMae { get; init; } = [];

    /// <summary>Mean of prediction − age of each decade, in years.</summary>
    public IReadOnlyList<double?> DecadeBias { get; init; } = [];

    /// <inheritdoc/>
    public override (string Name, double Value) ShownError => ("test MAE in years", Mae[0] ?? double.NaN);

    /// <inheritdoc/>
    public override IReadOnlyList<double> Results => [ValidationMse, BestEpoch, .. Mae.Concat(Mse).Concat(GeometricMean).Concat(DecadeMae).Concat(DecadeBias).Select(value => value ?? double.NaN)];

    /// <inheritdoc/>
    public static AgeRecord Columns(RecordCells cells, AgeRecord? record) => new()
    {
        Configuration = cells.Run(AgeRun.Columns, record?.Configuration),
        ValidationMse = cells.Number("validation_mse", record?.ValidationMse),
        BestEpoch = cells.Integer("best_epoch", record?.BestEpoch),
        Mae = cells.Numbers("test_mae_", Shots, record?.Mae),
        Mse = cells.Numbers("test_mse_", Shots, record?.Mse),
        GeometricMean = cells.Numbers("test_gm_", Shots, record?.GeometricMean),
        DecadeMae = cells.List("test_mae_by_decade", record?.DecadeMae),
        DecadeBias = cells.List("test_bias_by_decade", record?.DecadeBias),
        Seconds = cells.Seconds(record?.Seconds),
        Kernels = cells.Kernels(record?.Kernels),
        Version = cells.Text("version", record?.Version),
        DataHash = cells.DataHash(record?.DataHash),
    };
}
