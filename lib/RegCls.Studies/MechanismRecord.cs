using RegCls.Theory;

namespace RegCls.Studies;

/// <summary>A model and what <see cref="MechanismMeasure"/> says about it.</summary>
public sealed record MechanismRecord : IRunRecord<MechanismRecord>
{
    /// <inheritdoc/>
    public static RecordFormat<MechanismRecord> Format { get; } = new RecordFormat<MechanismRecord, MechanismRow>();

    /// <summary>The model.</summary>
    public required MechanismRun Configuration { get; init; }

    /// <summary>The quantities of Eq. 6 to 11.</summary>
    public required MechanismMeasure Measure { get; init; }

    /// <inheritdoc/>
    public required double Seconds { get; init; }

    /// <summary>Version of the library that trained it.</summary>
    public required string Version { get; init; }

    IRunConfiguration IRunRecord.Configuration => Configuration;

    IReadOnlyList<double> IRunRecord.Results =>
        [Measure.TrainingCrossEntropy, Measure.BalancedCrossEntropy, Measure.Gap, Measure.HeadCrossEntropy, Measure.HeadGap, Measure.LikelihoodDifference];
}
