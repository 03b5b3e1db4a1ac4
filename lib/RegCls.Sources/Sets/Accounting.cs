using System.Globalization;

namespace RegCls.Data.Sets;

/// <summary>What became of everything that a reader found: nothing vanishes without a count, nothing counts twice.</summary>
/// <param name="Unit">What was counted, in the plural: files, lines of a table.</param>
/// <param name="Found">How many there are.</param>
/// <param name="Used">How many are samples that a training can use.</param>
/// <param name="Problems">What was met on the way, kind by kind.</param>
public sealed record Accounting(string Unit, int Found, int Used, IReadOnlyList<ProblemSummary> Problems)
{
    /// <summary>How many might have been samples and are left out.</summary>
    public int LeftOut => Sum(ProblemEffect.LeftOut);

    /// <summary>How many are no samples, such as empty lines and files of another kind.</summary>
    public int NoSamples => Sum(ProblemEffect.NoSample);

    /// <summary>Whether what was found is what is used, left out and no sample.</summary>
    public bool AddsUp => Found == Used + LeftOut + NoSamples;

    /// <summary>A line with the sum, then a line for each kind of problem: empty of these where nothing was met.</summary>
    public IEnumerable<string> Lines() => Problems.Select(problem => $"  {problem}").Prepend(ToString());

    /// <summary>The sum in a line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Found:N0} {Unit}: {Used:N0} used, {LeftOut:N0} left out{(NoSamples > 0 ? $", {NoSamples:N0} of another kind" : "")}{(AddsUp ? "" : " (these do not add up)")}");

    private int Sum(ProblemEffect effect) => Problems.Where(problem => problem.Kind.Effect() == effect).Sum(problem => problem.Count);
}
