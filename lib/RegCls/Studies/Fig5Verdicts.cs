using RegCls.Data;
using RegCls.Evaluation;

namespace RegCls.Studies;

/// <summary>The questions about noise: their family in <c>data/verdict-rules.md</c>.</summary>
public static class Fig5Verdicts
{
    private static readonly (StudyArm First, StudyArm Second)[] Questions =
    [
        (StudyArm.RegCls, StudyArm.Reg),
        (StudyArm.RegCls, StudyArm.ScaledReg),
        (StudyArm.RegClsBalanced, StudyArm.Reg),
    ];

    /// <summary>
    /// Twelve verdicts, three for each σ: reg+cls - reg, reg+cls - scaled reg, reg+cls balanced - reg, each averaged over the imbalanced samplings and the C of the
    /// records; the claim is that the first is lower.
    /// </summary>
    /// <param name="records">Records of the study.</param>
    /// <exception cref="ArgumentException">A question has no pair of runs, or runs of one function only.</exception>
    public static IReadOnlyList<Verdict> Judge(IReadOnlyList<RunRecord> records) => Verdict.Judge(
        [
            .. from noise in Fig5Study.Noises
               let scenario = Scenario.Noisy(noise)
               from question in Questions
               select (
                   FormattableString.Invariant($"σ = {noise}: {question.First.DisplayName} − {question.Second.DisplayName}"),
                   ArmComparison.Of(records, question.First, question.Second, run => run.Scenario == scenario && run.Sampling != Sampling.Uniform)),
        ],
        claimedSign: -1);
}
