using RegCls.Claims;
using RegCls.Evaluation;

namespace RegCls.Tests.Claims;

public class ClaimRuleTests
{
    [Fact]
    public void An_equation_holds_within_its_tolerance()
    {
        Assert.Equal(Outcome.Holds, ClaimFinding.Within(-0.1, 0.1, "", "", "").Stated);
        Assert.Equal(Outcome.Opposite, ClaimFinding.Within(-0.11, 0.1, "", "", "").Stated);
        Assert.Equal(Outcome.NotTestable, ClaimFinding.NotTestable("why").Stated);
    }

    [Theory]
    [InlineData(-0.0551, -0.0781, -0.0351, "−0.055 [−0.078, −0.035] MSE")]
    [InlineData(12.34, 1, 13, "12.3 [1.0, 13.0] MSE")]
    [InlineData(2.9e-8, 2.9e-8, 2.9e-8, "2.9e−8 MSE")]
    [InlineData(0, 0, 0, "0.0 MSE")]
    public void Effects_read_well(double value, double low, double high, string expected) => Assert.Equal(expected, ClaimText.Of(new Effect(new MeanInterval(value, low, high, 0, 1, 10), 0, null, "MSE", "", 0)));

    [Fact]
    public void The_ledger_is_put_between_its_marks_or_refused()
    {
        ClaimFinding finding = ClaimFinding.Of(new Effect(new MeanInterval(-1.5, -2, -1, 0, 1, 10), 0, null, "", "", 0), null, "");
        JudgedClaim[] ledger = [new(new Claim("a", ClaimKind.Claim, "Sec. 1", "A text.", "", [], _ => finding), finding, Outcome.Holds, null)];
        string text = ClaimText.Put($"before\n{ClaimText.Begin}\nwhat was there\n{ClaimText.End}\nafter", ledger);
        Assert.StartsWith($"before\n{ClaimText.Begin}\n\nOf 1 claims", text, StringComparison.Ordinal);
        Assert.EndsWith($"\n\n{ClaimText.End}\nafter", text, StringComparison.Ordinal);
        Assert.Contains("| Sec. 1 | A text. | **holds** |", text, StringComparison.Ordinal);
        Assert.DoesNotContain("what was there", text, StringComparison.Ordinal);
        Assert.Equal(text, ClaimText.Put(text, ledger));
        Assert.Contains("no place for the ledger", Assert.Throws<InvalidDataException>(() => ClaimText.Put("nothing", ledger)).Message, StringComparison.Ordinal);
    }
}
