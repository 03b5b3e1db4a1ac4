using RegCls.Data;
using RegCls.Evaluation;

namespace RegCls.Studies;

/// <summary>The questions about λ and balanced classes: two families of <c>data/verdict-rules.md</c>.</summary>
public static class LambdaVerdicts
{
    private static readonly (StudyArm First, StudyArm Second)[] Questions =
    [
        (StudyArm.RegCls, StudyArm.Reg),
        (StudyArm.RegCls, StudyArm.ScaledReg),
        (StudyArm.RegClsBalanced, StudyArm.RegCls),
        (StudyArm.RegClsBalanced, StudyArm.ScaledReg),
    ];

    // Against reg, and against scaled reg at the same λ.
    private static readonly bool[] Baselines = [false, true];

    /// <summary>
    /// Eight verdicts, four a scenario, on test MSE with the λ that each arm chose on validation, averaged over the imbalanced samplings and over C;
    /// the claim is that the first arm is lower.
    /// </summary>
    /// <param name="records">Records of the search.</param>
    /// <param name="chosen">What was chosen from them.</param>
    /// <exception cref="ArgumentException">A question has no pair of runs, or runs of one function only.</exception>
    public static IReadOnlyList<Verdict> Of(IReadOnlyList<RunRecord> records, IReadOnlyList<ChosenLambda> chosen)
    {
        List<RunRecord> own = [.. records.Where(record => !IsSearched(record.Configuration) || chosen.Any(choice => choice.IsOf(record.Configuration)))];
        return Verdict.Judge(
            [
                .. from scenario in Scenarios(records)
                   from question in Questions
                   select (
                       $"{scenario.Kind.ToString().ToLowerInvariant()}: {question.First.DisplayName} − {question.Second.DisplayName}",
                       ArmComparison.Of(own, question.First, question.Second, run => run.Scenario == scenario && run.Sampling != Sampling.Uniform)),
            ],
            claimedSign: -1);
    }

    /// <summary>
    /// Four verdicts, two a scenario: does balancing the classes raise the share of runs, over all samplings, C and λ, in which reg+cls is better than reg, and than
    /// scaled reg at the same λ? The claim is that it does.
    /// </summary>
    /// <param name="records">Records of the search.</param>
    public static IReadOnlyList<Verdict> Balancing(IReadOnlyList<RunRecord> records) => Verdict.Judge(
        [
            .. from scenario in Scenarios(records)
               from againstControl in Baselines
               select (
                   $"{scenario.Kind.ToString().ToLowerInvariant()}: share won against {(againstControl ? StudyArm.ScaledReg : StudyArm.Reg).DisplayName}, balanced − imbalanced",
                   Tab1Share.Balancing(records, scenario, againstControl)),
        ],
        claimedSign: 1);

    // reg has no λ to choose.
    private static bool IsSearched(RunConfiguration run) => !StudyArm.Reg.Includes(run);

    private static IEnumerable<Scenario> Scenarios(IEnumerable<RunRecord> records) => records.Select(record => record.Configuration.Scenario).Distinct();
}
