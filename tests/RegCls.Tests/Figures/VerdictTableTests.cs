using Deedle;
using RegCls.Evaluation;
using RegCls.Figures;

namespace RegCls.Tests.Figures;

public class VerdictTableTests
{
    [Fact]
    public void A_row_tells_question_effect_interval_margin_test_and_word()
    {
        Frame<int, string> table = VerdictTable.Create(Verdict.Judge([new("a − b", Effect(10, -0.25)), new("c − d", Effect(10, 0.5)), new("e − f", Effect(3, -1))]));
        Assert.Equal(["question", "effect", "95 % interval", "margin", "unit", "first is lower in", "corrected p", "verdict"], table.ColumnKeys);
        Assert.Equal(["a − b", "−0.2500", "[−0.2500, −0.2500]", "±0.0500", "m", "10 of 10 splits", "< 0.001", "holds"], Row(0));
        Assert.Equal(["c − d", "+0.5000", "[+0.5000, +0.5000]", "±0.0500", "m", "0 of 10 splits", "< 0.001", "opposite"], Row(1));
        Assert.Equal(["–", "described"], Row(2)[^2..]);
        Assert.Equal(0, VerdictTable.Create([]).RowCount);

        object[] Row(int row) => [.. table.ColumnKeys.Select(column => table.GetColumn<object>(column)[row])];
    }

    private static Effect Effect(int units, double difference) => RegCls.Evaluation.Effect.Of(Enumerable.Repeat((1 + difference, 1.0), units), "m", "splits");
}
