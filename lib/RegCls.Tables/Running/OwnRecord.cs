using RegCls.Studies;

namespace RegCls.Tables.Running;

/// <summary>A model and what it reached.</summary>
public sealed record OwnRecord : ModelRecord<OwnRun>, IRunRecord<OwnRecord>
{
    /// <summary>The trial's settings; null for a baseline.</summary>
    public required OwnTrial? Trial { get; init; }

    /// <summary>Its errors.</summary>
    public required OwnScores Scores { get; init; }

    /// <inheritdoc/>
    public override (string Name, double Value) ShownError => ("test RMSE", Math.Sqrt(Scores.Test));

    /// <inheritdoc/>
    public override IReadOnlyList<double> Results => [Scores.Validation, Scores.Test, Scores.Mae, Scores.Many, Scores.Medium, Scores.Few];

    /// <inheritdoc/>
    public static OwnRecord Columns(RecordCells cells, OwnRecord? record) => new()
    {
        Configuration = cells.Run(OwnRun.Columns, record?.Configuration),
        Trial = OwnTrial.Columns(cells, record?.Trial),
        Scores = OwnScores.Columns(cells, record?.Scores),
        Seconds = cells.Seconds(record?.Seconds, digits: 3),
        Version = cells.Text("version", record?.Version),
    };
}
