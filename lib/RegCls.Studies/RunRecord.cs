namespace RegCls.Studies;

/// <summary>One trained model of the 1D study: its configuration and what it reached.</summary>
public sealed record RunRecord : IRunRecord<RunRecord>
{
    /// <inheritdoc/>
    public static RecordFormat<RunRecord> Format { get; } = new RecordFormat<RunRecord, RecordRow>();

    /// <summary>What was run.</summary>
    public required RunConfiguration Configuration { get; init; }

    /// <summary>Mean squared error on the training set, in squared target units.</summary>
    public required double TrainMse { get; init; }

    /// <summary>Mean squared error on the uniform validation set of the same function and data seed.</summary>
    public required double ValidationMse { get; init; }

    /// <summary>Mean squared error on the uniform test set of the same function and data seed.</summary>
    public required double TestMse { get; init; }

    /// <summary>Share of test samples whose class is predicted; NaN without classification.</summary>
    public required double ClassAccuracy { get; init; }

    /// <summary>Wall-clock seconds of the training on one core.</summary>
    public required double Seconds { get; init; }

    /// <summary>Version of the library that trained it.</summary>
    public required string Version { get; init; }

    IRunConfiguration IRunRecord.Configuration => Configuration;

    (string Name, double Value) IRunRecord.ShownError => ("test MSE", TestMse);

    IReadOnlyList<double> IRunRecord.Results => [TrainMse, ValidationMse, TestMse, ClassAccuracy];
}
