using RegCls.Tables.Running;

namespace RegCls.Tables.Answers;

/// <summary>The answer: every method's errors, the verdicts, and what they mean for the user.</summary>
public sealed class OwnResult
{
    private readonly OwnWork work;

    internal OwnResult(OwnData data, OwnStudyOptions options, OwnWork work, IReadOnlyList<OwnRecord> records)
    {
        (Data, Options, Records, this.work) = (data, options, records, work);
        Summaries = [.. records.GroupBy(record => record.Configuration.Method).OrderBy(group => group.Key).Select(Summary)];
        double ratio = work.Splits.Average(split => (double)split.Test.Length / split.Train.Length);
        Comparisons = OwnComparison.Judge(Summaries.ToDictionary(summary => summary.Method), ratio);
        DuplicateShare = Duplicates.Share(data, work.Splits);
        Advice = new OwnAdvice(this);
    }

    /// <summary>The table.</summary>
    public OwnData Data { get; }

    /// <summary>What was asked for.</summary>
    public OwnStudyOptions Options { get; }

    /// <summary>The splits, in order.</summary>
    public IReadOnlyList<OwnSplit> Splits => work.Splits;

    /// <summary>All trials of all methods on all splits.</summary>
    public IReadOnlyList<OwnRecord> Records { get; }

    /// <summary>Each method over all splits, baselines first.</summary>
    public IReadOnlyList<OwnSummary> Summaries { get; }

    /// <summary>The verdicts: all rows first.</summary>
    public IReadOnlyList<OwnComparison> Comparisons { get; }

    /// <summary>Mean share of test rows that stand in the training part too, inputs and target, 0 to 1.</summary>
    public double DuplicateShare { get; }

    /// <summary>Warnings, the verdict and the advice as sentences.</summary>
    public OwnAdvice Advice { get; }

    /// <summary>A method's summary.</summary>
    public OwnSummary this[OwnMethod method] => Summaries.First(summary => summary.Method == method);

    /// <summary>What the chosen model of a method predicts for the test rows of a split, in the user's unit; networks are trained again, which gives the same ones.</summary>
    /// <param name="method">The method.</param>
    /// <param name="split">Which split, from 0.</param>
    /// <param name="cancellation">Stops the training.</param>
    public double[] Predict(OwnMethod method, int split, CancellationToken cancellation = default)
    {
        PreparedSplit prepared = work.Prepared(split);
        OwnRecord chosen = this[method].Chosen[split];
        if (chosen.Trial is null)
        {
            return prepared.Unscaled(OwnBaselines.Fit(prepared, method, chosen.Configuration.Steps).Predictions);
        }

        using RegCls.Training.TrainedReplica trained = OwnTraining.Train(prepared, chosen.Configuration, chosen.Trial, Options.Hidden, cancellation);
        return prepared.Unscaled(trained.Predict(prepared.Inputs(prepared.Split.Test)));
    }

    internal PreparedSplit Prepared(int split) => work.Prepared(split);

    // A trial that diverged has no validation error and is not chosen.
    private OwnSummary Summary(IGrouping<OwnMethod, OwnRecord> records) => new(
        records.Key,
        records.Key.IsArm() ? Options.Budget.Trials : OwnBaselines.Trials(records.Key),
        [
            .. records.GroupBy(record => record.Configuration.Split).OrderBy(group => group.Key).Select(split => split.Where(record => double.IsFinite(record.Scores.Validation) && double.IsFinite(record.Scores.Test)).MinBy(record => record.Scores.Validation)
                ?? throw new InvalidDataException($"{Data.Source}: every trial of {records.Key.Name()} diverged on split {split.Key + 1}: look for extreme numbers among the inputs.")),
        ]);
}
