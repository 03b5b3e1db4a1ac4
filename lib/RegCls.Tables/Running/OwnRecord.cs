using RegCls.Studies;

namespace RegCls.Tables.Running;

/// <summary>A model and what it reached.</summary>
public sealed record OwnRecord : IRunRecord<OwnRecord>
{
    /// <inheritdoc/>
    public static RecordFormat<OwnRecord> Format { get; } = new RecordFormat<OwnRecord, OwnRow>();

    /// <summary>The model.</summary>
    public required OwnRun Configuration { get; init; }

    /// <summary>The trial's settings; null for a baseline.</summary>
    public required OwnTrial? Trial { get; init; }

    /// <summary>Its errors.</summary>
    public required OwnScores Scores { get; init; }

    /// <inheritdoc/>
    public required double Seconds { get; init; }

    /// <summary>Version of the library that fitted it.</summary>
    public required string Version { get; init; }

    IRunConfiguration IRunRecord.Configuration => Configuration;

    (string Name, double Value) IRunRecord.ShownError => ("test RMSE", Math.Sqrt(Scores.Test));

    IReadOnlyList<double> IRunRecord.Results => [Scores.Validation, Scores.Test, Scores.Mae, Scores.Many, Scores.Medium, Scores.Few];
}
