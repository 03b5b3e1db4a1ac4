using RegCls.Platform;

namespace RegCls.Studies.Images;

/// <summary>One trained age model and its errors on the test images. A group of shots without images has null errors.</summary>
public sealed record AgeRecord : IRunRecord<AgeRecord>
{
    /// <summary>How many decades of age are told apart.</summary>
    public const int Decades = 12;

    /// <inheritdoc/>
    public static RecordFormat<AgeRecord> Format { get; } = new RecordFormat<AgeRecord, AgeRow>();

    /// <summary>What was run.</summary>
    public required AgeRun Configuration { get; init; }

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
    public required double Seconds { get; init; }

    /// <summary>Which kernels computed its convolutions.</summary>
    public KernelPath Kernels { get; init; }

    /// <summary>Version of the library that trained it.</summary>
    public required string Version { get; init; }

    /// <inheritdoc/>
    public string DataHash { get; init; } = "";

    IRunConfiguration IRunRecord.Configuration => Configuration;

    KernelPath? IRunRecord.Kernels => Kernels;

    (string Name, double Value) IRunRecord.ShownError => ("test MAE in years", Mae[0] ?? double.NaN);

    IReadOnlyList<double> IRunRecord.Results => [ValidationMse, BestEpoch, .. Mae.Concat(Mse).Concat(GeometricMean).Concat(DecadeMae).Concat(DecadeBias).Select(value => value ?? double.NaN)];
}
