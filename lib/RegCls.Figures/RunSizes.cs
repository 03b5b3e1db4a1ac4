using RegCls.Studies;

namespace RegCls.Figures;

/// <summary>What was run, for the note under a figure's title.</summary>
internal static class RunSizes
{
    /// <summary>For example "10 functions × 5 seeds, 80 epochs, 4,200 models".</summary>
    public static string Of(IReadOnlyCollection<RunRecord> records)
    {
        return FormattableString.Invariant($"{Count(run => run.Function)} functions × {Count(run => run.DataSeed)} {(Count(run => run.DataSeed) == 1 ? "seed" : "seeds")}, {records.Max(record => record.Configuration.Epochs)} {(records.Max(record => record.Configuration.Epochs) == 1 ? "epoch" : "epochs")}, {records.Count:N0} models");

        int Count<T>(Func<RunConfiguration, T> part) => records.Select(record => part(record.Configuration)).Distinct().Count();
    }
}
