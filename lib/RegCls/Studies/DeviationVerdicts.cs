using RegCls.Data;
using RegCls.Evaluation;

namespace RegCls.Studies;

/// <summary>The questions about deviations: their families in <c>data/verdict-rules.md</c>, one a scenario.</summary>
public static class DeviationVerdicts
{
    /// <summary>Two verdicts a deviation under severe sampling: reg+cls - reg and reg+cls - scaled reg; the claim is that reg+cls is lower.</summary>
    /// <param name="records">Records of the study.</param>
    /// <param name="scenario">Clean or noisy: each is a family of its own.</param>
    /// <exception cref="ArgumentException">A question has no pair of runs, or runs of one function only.</exception>
    public static IReadOnlyList<Verdict> Judge(IReadOnlyList<RunRecord> records, Scenario scenario) => Verdict.Judge(
        [
            .. from deviation in DeviationsStudy.Deviations
               where records.Any(record => deviation.Includes(record.Configuration))
               from second in new[] { StudyArm.Reg, StudyArm.ScaledReg }
               select (
                   $"{deviation.Name}: {StudyArm.RegCls.DisplayName} − {second.DisplayName}",
                   Difference(records, deviation, scenario, Sampling.Severe, StudyArm.RegCls, second)),
        ],
        claimedSign: -1);

    /// <summary>The difference of two arms under one deviation.</summary>
    /// <exception cref="ArgumentException">As <see cref="ArmComparison.Of"/>.</exception>
    public static PairedComparison Difference(IReadOnlyList<RunRecord> records, Deviation deviation, Scenario scenario, Sampling sampling, StudyArm first, StudyArm second) =>
        ArmComparison.Of(records, first, second, run => run.Scenario == scenario && run.Sampling == sampling && deviation.Includes(run));
}
