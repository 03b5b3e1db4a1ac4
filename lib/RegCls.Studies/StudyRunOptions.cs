namespace RegCls.Studies;

/// <summary>How a study is run.</summary>
public sealed record StudyRunOptions
{
    /// <summary>Told the share of models done, earlier records included, after each model; an <see cref="IStudyProgress"/> is told the number of models and their mean error instead.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>Cores to use; null for all.</summary>
    public int? Workers { get; init; }

    /// <summary>Where the data of a study that reads some are found; null where the environment variable <c>REGCLS_DATA</c> says it.</summary>
    public string? DataPath { get; init; }

    /// <summary>Weights that ResNet-50s start from; null for none. Their runs name them (<see cref="PictureSettings.WeightsName"/>).</summary>
    public string? Weights { get; init; }

    /// <summary>Where trainings on pictures keep their state; null to keep none.</summary>
    public PictureCheckpoints? Checkpoints { get; init; }

    /// <summary>Stops between two steps; recorded models are kept. Where it cannot be cancelled, the host's token counts (<see cref="RunningWork.HostKey"/>).</summary>
    public CancellationToken Cancellation { get; init; }
}
