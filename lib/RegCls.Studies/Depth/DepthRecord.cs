namespace RegCls.Studies.Depth;

/// <summary>One trained depth model and its errors on the test frames, at the epochs that both rules of Tab. 2 choose.</summary>
public sealed record DepthRecord : ModelRecord<DepthRun>, IRunRecord<DepthRecord>
{
    /// <summary>Balanced root mean squared error on validation in metres, the least of all epochs; λ is chosen by it.</summary>
    public required double ValidationRmse { get; init; }

    /// <summary>At the epoch that is best on validation.</summary>
    public required DepthScores OnValidation { get; init; }

    /// <summary>At the epoch that is best on the test frames themselves: bad practice, to compare with numbers published so.</summary>
    public required DepthScores OnTest { get; init; }

    /// <inheritdoc/>
    public override (string Name, double Value) ShownError => ("test RMSE in metres", OnValidation.Rmse[0] ?? double.NaN);

    /// <inheritdoc/>
    public override IReadOnlyList<double> Results => [ValidationRmse, .. OnValidation.Numbers, .. OnTest.Numbers];

    /// <inheritdoc/>
    public static DepthRecord Columns(RecordCells cells, DepthRecord? record) => new()
    {
        Configuration = cells.Run(DepthRun.Columns, record?.Configuration),
        ValidationRmse = cells.Number("validation_rmse", record?.ValidationRmse),
        OnValidation = DepthScores.Columns(cells, "best_val_", record?.OnValidation),
        OnTest = DepthScores.Columns(cells, "best_test_", record?.OnTest),
        Seconds = cells.Seconds(record?.Seconds),
        Kernels = cells.Kernels(record?.Kernels),
        Version = cells.Text("version", record?.Version),
        DataHash = cells.DataHash(record?.DataHash),
    };
}
