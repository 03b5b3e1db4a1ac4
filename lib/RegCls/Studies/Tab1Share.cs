using RegCls.Binning;
using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>One entry of Tab. 1: in which share of runs, over functions, seeds, numbers of classes and λ, reg+cls has the lower validation MSE.</summary>
/// <param name="Scenario">Scenario.</param>
/// <param name="Sampling">Sampling.</param>
/// <param name="ClassDefinition">How the classes are made.</param>
/// <param name="AgainstReg">Share lower than reg (λ = 1), 0 to 1: the paper's number.</param>
/// <param name="AgainstControl">Share lower than scaled reg at the same λ, 0 to 1.</param>
/// <param name="Runs">Number of reg+cls runs.</param>
public sealed record Tab1Share(Scenario Scenario, Sampling Sampling, ClassDefinition ClassDefinition, double AgainstReg, double AgainstControl, int Runs)
{
    /// <summary>Every entry that the records have runs for.</summary>
    /// <exception cref="ArgumentException">A run of reg+cls has no run of reg or of scaled reg with its λ on the same data.</exception>
    public static IReadOnlyList<Tab1Share> Of(IReadOnlyList<RunRecord> records) =>
    [
        .. Wins(records).GroupBy(win => (win.Run.Scenario, win.Run.Sampling, win.Run.ClassDefinition))
            .Select(entry => new Tab1Share(
                entry.Key.Scenario,
                entry.Key.Sampling,
                entry.Key.ClassDefinition,
                entry.Average(win => win.OverReg ? 1.0 : 0),
                entry.Average(win => win.OverControl ? 1.0 : 0),
                entry.Count())),
    ];

    /// <summary>
    /// What balancing changes: the share with balanced classes against the share with uniform ones, function by function, over all samplings, seeds, C
    /// and λ. Positive differences mean that balanced classes win more often.
    /// </summary>
    /// <param name="records">Records of the search for λ.</param>
    /// <param name="scenario">Scenario.</param>
    /// <param name="againstControl">True for the share lower than scaled reg at the same λ, false for the share lower than reg.</param>
    public static Effect Balancing(IReadOnlyList<RunRecord> records, Scenario scenario, bool againstControl)
    {
        return Effect.Of(
            Wins([.. records.Where(record => record.Configuration.Scenario == scenario)]).GroupBy(win => win.Run.Function)
                .Select(function => (Share(function, ClassDefinition.Balanced), Share(function, ClassDefinition.Uniform))),
            "pp",
            "functions",
            scale: 100);

        double Share(IEnumerable<Win> wins, ClassDefinition definition) =>
            wins.Where(win => win.Run.ClassDefinition == definition).Average(win => (againstControl ? win.OverControl : win.OverReg) ? 1.0 : 0);
    }

    /// <summary>Every run of reg+cls with whether it is lower than reg, and than scaled reg with its λ, on the same data.</summary>
    internal static IEnumerable<Win> Wins(IReadOnlyList<RunRecord> records)
    {
        Dictionary<(DataSetKey, Arm, double), double> baselines = records.Where(record => !record.Configuration.Arm.HasClasses())
            .ToDictionary(record => (DataSetKey.Of(record.Configuration), record.Configuration.Arm, record.Configuration.Lambda), record => record.ValidationMse);
        foreach (RunRecord record in records.Where(record => record.Configuration.Arm.HasClasses()))
        {
            RunConfiguration run = record.Configuration;
            if (!baselines.TryGetValue((DataSetKey.Of(run), Arm.Reg, 1), out double reg) || !baselines.TryGetValue((DataSetKey.Of(run), Arm.ScaledReg, run.Lambda), out double control))
            {
                throw new ArgumentException($"The run {run.Hash} (function {run.Function}, data seed {run.DataSeed}, λ = {run.Lambda}) has no reg or no scaled reg with its λ on the same data; expected whole data sets of the study fig4.", nameof(records));
            }

            yield return new Win(run, record.ValidationMse < reg, record.ValidationMse < control);
        }
    }

    internal readonly record struct Win(RunConfiguration Run, bool OverReg, bool OverControl);
}
