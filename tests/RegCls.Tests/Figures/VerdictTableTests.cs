using Deedle;
using RegCls.Evaluation;
using RegCls.Figures;

namespace RegCls.Tests.Figures;

public class VerdictTableTests
{
    [Fact]
    public void A_row_tells_question_effect_interval_test_and_outcome()
    {
        Frame<int, string> table = VerdictTable.Create(Verdict.Judge([("a − b", Comparison(10, -0.25)), ("c − d", Comparison(10, 0.5))], claimedSign: -1));
        Assert.Equal(["question", "effect", "95 % interval", "corrected p", "functions", "verdict"], table.ColumnKeys);
        Assert.Equal(["a − b", "−0.2500", "[−0.2500, −0.2500]", "0.004", 10, "holds"], Row(0));
        Assert.Equal(["c − d", "+0.5000", "[+0.5000, +0.5000]", "0.004", 10, "opposite"], Row(1));

        object[] Row(int row) => [.. table.ColumnKeys.Select(column => table.GetColumn<object>(column)[row])];
    }

    [Fact]
    public void Too_few_functions_are_described_but_not_judged()
    {
        Verdict few = Assert.Single(Verdict.Judge([("a − b", Comparison(3, -1))], claimedSign: -1));
        Assert.Equal(Outcome.Suggested, few.Outcome);
        Assert.Equal("not judged: fewer than 6 functions", VerdictTable.Words(few));
        Assert.Equal("holds", VerdictTable.Words(Assert.Single(Verdict.Judge([("a − b", Comparison(6, -1))], claimedSign: -1))));
    }

    [Fact]
    public void An_empty_family_is_refused() => Assert.Contains("at least one", Assert.Throws<ArgumentException>(() => VerdictTable.Create([])).Message);

    private static PairedComparison Comparison(int functions, double difference) =>
        PairedComparison.Compare(Enumerable.Range(0, functions).Select(function => new PairedObservation(function, 0, 1 + difference, 1)));
}
