using RegCls.Theory;

namespace RegCls.Studies;

/// <summary>A trained model and how correlated its hidden features are on the test inputs.</summary>
public sealed record FeatureRecord : IRunRecord<FeatureRecord>
{
    /// <inheritdoc/>
    public static RecordFormat<FeatureRecord> Format { get; } = new RecordFormat<FeatureRecord, FeatureRow>();

    /// <summary>The model.</summary>
    public required FeatureRun Configuration { get; init; }

    /// <summary>What was measured.</summary>
    public required HiddenFeatures Features { get; init; }

    /// <inheritdoc/>
    public required double Seconds { get; init; }

    /// <summary>Version of the library that trained it.</summary>
    public required string Version { get; init; }

    IRunConfiguration IRunRecord.Configuration => Configuration;

    IReadOnlyList<double> IRunRecord.Results => [Features.MeanAbsoluteCorrelation, Features.EffectiveRank, Features.ActiveUnits];
}
