using RegCls.Theory;

namespace RegCls.Studies;

/// <summary>A trained model and how correlated its hidden features are on the test inputs.</summary>
public sealed record FeatureRecord : ModelRecord<FeatureRun>, IRunRecord<FeatureRecord>
{
    /// <summary>What was measured.</summary>
    public required HiddenFeatures Features { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<double> Results => [Features.MeanAbsoluteCorrelation, Features.EffectiveRank, Features.ActiveUnits];

    /// <inheritdoc/>
    public static FeatureRecord Columns(RecordCells cells, FeatureRecord? record) => new()
    {
        Configuration = cells.Run(FeatureRun.Columns, record?.Configuration),
        Features = new HiddenFeatures(
            cells.NumberOrNaN("mean_absolute_correlation", record?.Features.MeanAbsoluteCorrelation),
            cells.NumberOrNaN("effective_rank", record?.Features.EffectiveRank),
            cells.Integer("active_units", record?.Features.ActiveUnits)),
        Seconds = cells.Seconds(record?.Seconds),
        Version = cells.Text("version", record?.Version),
    };
}
