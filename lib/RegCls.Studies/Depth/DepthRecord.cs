using RegCls.Platform;

namespace RegCls.Studies.Depth;

/// <summary>One trained depth model and its errors on the test frames, at the epochs that both rules of Tab. 2 choose.</summary>
public sealed record DepthRecord : IRunRecord<DepthRecord>
{
    /// <inheritdoc/>
    public static RecordFormat<DepthRecord> Format { get; } = new RecordFormat<DepthRecord, DepthRow>();

    /// <summary>What was run.</summary>
    public required DepthRun Configuration { get; init; }

    /// <summary>Balanced root mean squared error on validation in metres, the least of all epochs; λ is chosen by it.</summary>
    public required double ValidationRmse { get; init; }

    /// <summary>At the epoch that is best on validation.</summary>
    public required DepthScores OnValidation { get; init; }

    /// <summary>At the epoch that is best on the test frames themselves: bad practice, to compare with numbers published so.</summary>
    public required DepthScores OnTest { get; init; }

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

    (string Name, double Value) IRunRecord.ShownError => ("test RMSE in metres", OnValidation.Rmse[0] ?? double.NaN);

    IReadOnlyList<double> IRunRecord.Results => [ValidationRmse, .. OnValidation.Numbers, .. OnTest.Numbers];
}
