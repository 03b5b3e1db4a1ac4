namespace RegCls.Studies;

/// <summary>How a study is run.</summary>
public sealed record StudyRunOptions
{
    /// <summary>Told the share of models done, earlier records included, after each model.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>Cores to use; null for all.</summary>
    public int? Workers { get; init; }

    /// <summary>Where the data of a study that reads some are found; null where the environment variable <c>REGCLS_DATA</c> says it.</summary>
    public string? DataPath { get; init; }

    /// <summary>Stops within an epoch; recorded models are kept.</summary>
    public CancellationToken Cancellation { get; init; }
}
