using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>The questions about Balanced MSE: its families in <c>data/verdict-rules.md</c>, one a scenario.</summary>
public static class BalancedMseVerdicts
{
    private static readonly (StudyArm First, StudyArm Second)[] Questions =
    [
        (StudyArm.Gai, StudyArm.Reg),
        (StudyArm.Bmc, StudyArm.Reg),
        (StudyArm.ScaledGai, StudyArm.ScaledReg),
        (StudyArm.ScaledBmc, StudyArm.ScaledReg),
        (StudyArm.ScaledGai, StudyArm.RegCls),
        (StudyArm.ScaledBmc, StudyArm.RegCls),
    ];

    /// <summary>Six verdicts: GAI and BMC against reg at the same scale, and, with the factor λ, against scaled reg and reg+cls; the claim is that Balanced MSE has the lower test MSE.</summary>
    /// <param name="records">Records of the study.</param>
    /// <param name="scenario">Clean or noisy: each is a family of its own.</param>
    /// <exception cref="ArgumentException">A question has no pair of runs, or runs of one function only.</exception>
    public static IReadOnlyList<Verdict> Judge(IReadOnlyList<RunRecord> records, Scenario scenario) => Verdict.Judge(
        [
            .. Questions.Select(pair => (
                $"{scenario.Kind.ToString().ToLowerInvariant()}: {pair.First.DisplayName} − {pair.Second.DisplayName}",
                Difference(records, pair.First, pair.Second, scenario))),
        ],
        claimedSign: -1);

    /// <summary>The difference of two arms in one scenario.</summary>
    /// <exception cref="ArgumentException">There is no pair of runs, or pairs of one function only.</exception>
    public static PairedComparison Difference(IReadOnlyList<RunRecord> records, StudyArm first, StudyArm second, Scenario scenario)
    {
        ILookup<StudyArm, RunRecord> arms = records.Where(record => record.Configuration.Scenario == scenario).ToLookup(record => StudyArm.Of(record.Configuration));

        // A run with classes finds its partner without, not the other way round.
        List<(RunRecord First, RunRecord Second)> pairs = second.Arm.HasClasses()
            ? [.. ArmComparison.Pairs(arms[second], arms[first]).Select(pair => (pair.Second, pair.First))]
            : [.. ArmComparison.Pairs(arms[first], arms[second])];
        return pairs.Count > 0
            ? ArmComparison.Over(pairs)
            : throw new ArgumentException($"There is no pair of runs of {first.DisplayName} and {second.DisplayName} in the {scenario.Name} scenario: is the study recorded that far?", nameof(records));
    }
}
