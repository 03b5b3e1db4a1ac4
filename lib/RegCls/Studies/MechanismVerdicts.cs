using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Theory;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>The questions about the paper's mechanism: their families in <c>data/verdict-rules.md</c>, one a scenario.</summary>
public static class MechanismVerdicts
{
    private static readonly (string Name, Func<MechanismMeasure, double> Value)[] Quantities =
    [
        ("cross-entropy", measure => measure.BalancedCrossEntropy),
        ("|G_C|", measure => measure.Gap),
        ("NLL balanced − imbalanced", measure => measure.LikelihoodDifference),
    ];

    /// <summary>Two verdicts a quantity, after the last epoch: reg+cls - reg and reg+cls - scaled reg; the claim is that reg+cls is lower.</summary>
    /// <param name="records">Records of the study.</param>
    /// <param name="scenario">Clean or noisy: each is a family of its own.</param>
    /// <exception cref="ArgumentException">A question has no pair of models, or models of one function only.</exception>
    public static IReadOnlyList<Verdict> Judge(IReadOnlyList<MechanismRecord> records, Scenario scenario)
    {
        int last = records.Max(record => record.Configuration.Epochs);
        ILookup<Arm, MechanismRecord> arms = records.Where(record => record.Configuration.Scenario == scenario && record.Configuration.Epochs == last).ToLookup(record => record.Configuration.Arm);
        return Verdict.Judge(
            [
                .. from quantity in Quantities
                   from second in new[] { Arm.Reg, Arm.ScaledReg }
                   select ($"{quantity.Name}: {Arm.RegCls.DisplayName()} − {second.DisplayName()}", Compare(arms[Arm.RegCls], arms[second], quantity.Value)),
            ],
            claimedSign: -1);
    }

    private static PairedComparison Compare(IEnumerable<MechanismRecord> first, IEnumerable<MechanismRecord> second, Func<MechanismMeasure, double> value) => PairedComparison.Compare(
        from one in first
        join two in second on (one.Configuration.Function, one.Configuration.DataSeed) equals (two.Configuration.Function, two.Configuration.DataSeed)
        select new PairedObservation(one.Configuration.Function, one.Configuration.DataSeed, value(one.Measure), value(two.Measure)));
}
