using RegCls.Evaluation;

namespace RegCls.Studies;

/// <summary>
/// Two arms compared over functions, as <c>data/verdict-rules.md</c> says: runs that share everything but the arm are paired, and the pairs of a function
/// are averaged over settings and seeds.
/// </summary>
public static class ArmComparison
{
    /// <summary>Compares two arms of one study at the λ they were run with.</summary>
    /// <param name="records">Records of the study; those that <paramref name="where"/> leaves must hold one run of <paramref name="second"/> for each run of <paramref name="first"/>.</param>
    /// <param name="first">The arm whose value comes first in the difference.</param>
    /// <param name="second">The arm that is subtracted.</param>
    /// <param name="where">Which runs count, say those of one scenario; all if null.</param>
    /// <param name="sameToo">What two runs must have in common beside data, seeds and C to be a pair, say λ in a study with many; nothing more if null.</param>
    /// <param name="value">The value that is compared; the test MSE if null.</param>
    /// <exception cref="ArgumentException">No pair is left, or as <see cref="Pairs"/> and <see cref="Over"/>.</exception>
    public static PairedComparison Of(
        IEnumerable<RunRecord> records,
        StudyArm first,
        StudyArm second,
        Func<RunConfiguration, bool>? where = null,
        Func<RunConfiguration, object>? sameToo = null,
        Func<RunRecord, double>? value = null)
    {
        ILookup<StudyArm, RunRecord> arms = records.Where(record => where?.Invoke(record.Configuration) ?? true).ToLookup(record => StudyArm.Of(record.Configuration));
        return Pairs(arms[first], arms[second], sameToo) is { Count: > 0 } pairs
            ? Over(pairs, value)
            : throw new ArgumentException($"There is no pair of runs of {first.DisplayName} and {second.DisplayName} on the same data and seeds; got {arms[first].Count()} and {arms[second].Count()} runs: is the study recorded that far?", nameof(records));
    }

    /// <summary>
    /// Pairs each run of the first arm with the run of the second on the same data (scenario, sampling, function, data seed) with the same training seed and,
    /// where the second has classes, the same C. A run without a partner is left out.
    /// </summary>
    /// <param name="first">Runs of the first arm.</param>
    /// <param name="second">Runs of the second arm, at most one for each run of the first.</param>
    /// <param name="sameToo">What a pair must have in common as well.</param>
    /// <exception cref="ArgumentException">A run has two partners.</exception>
    public static IReadOnlyList<(RunRecord First, RunRecord Second)> Pairs(
        IEnumerable<RunRecord> first, IEnumerable<RunRecord> second, Func<RunConfiguration, object>? sameToo = null)
    {
        ILookup<object, RunRecord> partners = second.ToLookup(record => Key(record.Configuration, record.Configuration.Classes));
        return [.. first.SelectMany(record => Partners(record).Select(partner => (record, partner)))];

        IEnumerable<RunRecord> Partners(RunRecord record)
        {
            RunConfiguration run = record.Configuration;
            RunRecord[] found = [.. partners[Key(run, run.Classes)], .. run.Classes == 0 ? [] : partners[Key(run, 0)]];
            return found.Length <= 1
                ? found
                : throw new ArgumentException($"The run {run.Hash} has {found.Length} partners, such as {found[0].Configuration.Hash} and {found[1].Configuration.Hash}; expected one: leave out runs, or name what else a pair has in common.", nameof(second));
        }

        object Key(RunConfiguration run, int classes) => (DataSetKey.Of(run), run.TrainingSeed, classes, sameToo?.Invoke(run));
    }

    /// <summary>Averages pairs over settings within function and seed, then over seeds, and compares over functions.</summary>
    /// <param name="pairs">Pairs of runs, of two functions or more.</param>
    /// <param name="value">The value that is compared; the test MSE if null.</param>
    /// <exception cref="ArgumentException">There are no pairs, pairs of one function only, or a value that is not finite.</exception>
    public static PairedComparison Over(IEnumerable<(RunRecord First, RunRecord Second)> pairs, Func<RunRecord, double>? value = null)
    {
        value ??= record => record.TestMse;
        return PairedComparison.Compare(
            pairs.GroupBy(pair => (pair.First.Configuration.Function, pair.First.Configuration.DataSeed))
                .Select(runs => new PairedObservation(runs.Key.Function, runs.Key.DataSeed, runs.Average(pair => value(pair.First)), runs.Average(pair => value(pair.Second)))));
    }
}
