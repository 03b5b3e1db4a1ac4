using RegCls.Evaluation;
using RegCls.Tables.Running;

namespace RegCls.Tables.Answers;

/// <summary>One method over all splits: of each split the trial that was best on validation.</summary>
/// <param name="Method">What was fitted.</param>
/// <param name="Trials">From how many settings it chose on each split.</param>
/// <param name="Chosen">The chosen model of each split, in order.</param>
public sealed record OwnSummary(OwnMethod Method, int Trials, IReadOnlyList<OwnRecord> Chosen)
{
    /// <summary>Mean over splits of the root mean squared error on the test rows, in the user's unit.</summary>
    public double Rmse => Chosen.Average(record => Math.Sqrt(record.Scores.Test));

    /// <summary>Mean over splits of the mean absolute error.</summary>
    public double Mae => Chosen.Average(record => record.Scores.Mae);

    /// <summary>Mean over splits of the root mean squared error on test rows of a group; splits without such rows are left out, NaN where none has any.</summary>
    /// <param name="part">Which rows.</param>
    public double RmseOf(OwnPart part) => Chosen.Select(record => Math.Sqrt(part.Mse(record.Scores))).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();
}
