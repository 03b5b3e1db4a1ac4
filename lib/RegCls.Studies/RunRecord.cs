namespace RegCls.Studies;

/// <summary>One trained model of the 1D study: its configuration and what it reached.</summary>
public sealed record RunRecord : ModelRecord<RunConfiguration>, IRunRecord<RunRecord>
{
    /// <summary>Mean squared error on the training set, in squared target units.</summary>
    public required double TrainMse { get; init; }

    /// <summary>Mean squared error on the uniform validation set of the same function and data seed.</summary>
    public required double ValidationMse { get; init; }

    /// <summary>Mean squared error on the uniform test set of the same function and data seed.</summary>
    public required double TestMse { get; init; }

    /// <summary>Share of test samples whose class is predicted; NaN without classification.</summary>
    public required double ClassAccuracy { get; init; }

    /// <inheritdoc/>
    public override (string Name, double Value) ShownError => ("test MSE", TestMse);

    /// <inheritdoc/>
    public override IReadOnlyList<double> Results => [TrainMse, ValidationMse, TestMse, ClassAccuracy];

    /// <inheritdoc/>
    public static RunRecord Columns(RecordCells cells, RunRecord? record) => new()
    {
        Configuration = cells.Run(RunConfiguration.Columns, record?.Configuration),
        TrainMse = cells.Number("train_mse", record?.TrainMse),
        ValidationMse = cells.Number("validation_mse", record?.ValidationMse),
        TestMse = cells.Number("test_mse", record?.TestMse),
        ClassAccuracy = cells.NumberOrNaN("class_accuracy", record?.ClassAccuracy),
        Seconds = cells.Seconds(record?.Seconds),
        Version = cells.Text("version", record?.Version),
    };
}
