using RegCls.Platform;

namespace RegCls.Studies;

/// <summary>One trained model: what was run, and what every kind of study keeps of it beside its numbers.</summary>
/// <typeparam name="TRun">Everything that determines the model.</typeparam>
public abstract record ModelRecord<TRun> : IRunRecord
    where TRun : class, IRunConfiguration
{
    /// <summary>What was run.</summary>
    public required TRun Configuration { get; init; }

    /// <inheritdoc/>
    public required double Seconds { get; init; }

    /// <inheritdoc/>
    public KernelPath? Kernels { get; init; }

    /// <summary>Version of the library that trained it.</summary>
    public required string Version { get; init; }

    /// <inheritdoc/>
    public string DataHash { get; init; } = "";

    /// <inheritdoc/>
    public abstract IReadOnlyList<double> Results { get; }

    /// <inheritdoc/>
    public virtual (string Name, double Value) ShownError => ("", double.NaN);

    IRunConfiguration IRunRecord.Configuration => Configuration;
}
