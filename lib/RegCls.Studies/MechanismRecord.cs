using RegCls.Theory;

namespace RegCls.Studies;

/// <summary>A model and what <see cref="MechanismMeasure"/> says about it.</summary>
public sealed record MechanismRecord : ModelRecord<MechanismRun>, IRunRecord<MechanismRecord>
{
    /// <summary>The quantities of Eq. 6 to 11.</summary>
    public required MechanismMeasure Measure { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<double> Results =>
        [Measure.TrainingCrossEntropy, Measure.BalancedCrossEntropy, Measure.Gap, Measure.HeadCrossEntropy, Measure.HeadGap, Measure.LikelihoodDifference];

    /// <inheritdoc/>
    public static MechanismRecord Columns(RecordCells cells, MechanismRecord? record) => new()
    {
        Configuration = cells.Run(MechanismRun.Columns, record?.Configuration),
        Measure = new MechanismMeasure
        {
            TrainingCrossEntropy = cells.NumberOrNaN("training_ce", record?.Measure.TrainingCrossEntropy),
            BalancedCrossEntropy = cells.NumberOrNaN("balanced_ce", record?.Measure.BalancedCrossEntropy),
            Gap = cells.NumberOrNaN("gap", record?.Measure.Gap),
            HeadCrossEntropy = cells.NumberOrNaN("head_ce", record?.Measure.HeadCrossEntropy),
            HeadGap = cells.NumberOrNaN("head_gap", record?.Measure.HeadGap),
            LikelihoodDifference = cells.NumberOrNaN("nll_difference", record?.Measure.LikelihoodDifference),
        },
        Seconds = cells.Seconds(record?.Seconds),
        Version = cells.Text("version", record?.Version),
    };
}
