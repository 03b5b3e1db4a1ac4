using RegCls.Claims;
using RegCls.Evaluation;

namespace RegCls.Tests.Claims;

public class ClaimRuleTests
{
    [Theory]
    [InlineData(-2, -1, -2, -1, ClaimVerdict.Holds)]
    [InlineData(-2, -1, -1, 1, ClaimVerdict.ControlExplains)]
    [InlineData(-2, -1, 1, 2, ClaimVerdict.ControlExplains)]
    [InlineData(-2, 0, -2, -1, ClaimVerdict.DoesNotHold)]
    [InlineData(1, 2, -2, -1, ClaimVerdict.DoesNotHold)]
    public void A_claim_holds_against_reg_and_against_the_control(double low, double high, double controlLow, double controlHigh, ClaimVerdict expected)
    {
        ClaimEffect effect = Effect(low, high), control = Effect(controlLow, controlHigh);
        Assert.Equal(expected, ClaimFinding.Of(effect, control, "").Verdict);

        // Mirrored, with the claim that a value is higher.
        Assert.Equal(expected, ClaimFinding.Of(Effect(-high, -low), Effect(-controlHigh, -controlLow), "", sign: 1).Verdict);
    }

    [Theory]
    [InlineData(-2, -1, ClaimVerdict.Holds)]
    [InlineData(-2, 1, ClaimVerdict.DoesNotHold)]
    public void Without_a_control_the_comparison_decides_alone(double low, double high, ClaimVerdict expected) => Assert.Equal(expected, ClaimFinding.Of(Effect(low, high), null, "").Verdict);

    [Theory]
    [InlineData(-2, -1, ClaimVerdict.Holds)]
    [InlineData(-2, 1, ClaimVerdict.Holds)]
    [InlineData(1, 2, ClaimVerdict.DoesNotHold)]
    public void On_par_means_not_worse(double low, double high, ClaimVerdict expected) => Assert.Equal(expected, ClaimFinding.OnPar(Effect(low, high), "").Verdict);

    [Fact]
    public void An_equation_holds_within_its_tolerance()
    {
        Assert.Equal(ClaimVerdict.Holds, ClaimFinding.Within(-0.1, 0.1, "", "", "").Verdict);
        Assert.Equal(ClaimVerdict.DoesNotHold, ClaimFinding.Within(-0.11, 0.1, "", "", "").Verdict);
        Assert.Equal(ClaimVerdict.NotTestable, ClaimFinding.NotTestable("why").Verdict);
    }

    [Fact]
    public void An_effect_takes_its_numbers_from_the_comparison()
    {
        PairedComparison comparison = PairedComparison.Compare(Enumerable.Range(0, 10).Select(i => new PairedObservation(i, 0, 0.01 * i, 0.05)));
        ClaimEffect effect = ClaimEffect.Of(comparison, "%", "tasks", reference: 0.05, scale: 100);
        Assert.Equal(-0.5, effect.Value, 12);
        Assert.Equal((100 * comparison.Interval.Low, 100 * comparison.Interval.High, "10 tasks", 5.0), (effect.Low, effect.High, effect.Over, effect.Reference));
        ClaimEffect seeds = ClaimEffect.Of(SeedDifference.Of(new Dictionary<int, double> { [0] = 1, [1] = 2 }, new Dictionary<int, double> { [0] = 3, [1] = 5 }), "years");
        Assert.Equal((-2.5, "2 seeds"), (seeds.Value, seeds.Over));
        Assert.True(seeds.Low < -2.5 && seeds.High > -2.5);
    }

    [Theory]
    [InlineData(-0.0551, -0.0781, -0.0351, "−0.055 [−0.078, −0.035] MSE")]
    [InlineData(12.34, 1, 13, "12.3 [1.0, 13.0] MSE")]
    [InlineData(2.9e-8, 2.9e-8, 2.9e-8, "2.9e−8 MSE")]
    [InlineData(0, 0, 0, "0.0 MSE")]
    public void Effects_read_well(double value, double low, double high, string expected) => Assert.Equal(expected, ClaimText.Of(new ClaimEffect(value, low, high, "MSE", "")));

    [Fact]
    public void The_ledger_is_put_between_its_marks_or_refused()
    {
        JudgedClaim[] ledger = [new(new Claim("a", ClaimKind.Claim, "Sec. 1", "A text.", "", [], _ => ClaimFinding.NotTestable("")), ClaimFinding.Of(Effect(-2, -1), null, ""))];
        string text = ClaimText.Put($"before\n{ClaimText.Begin}\nwhat was there\n{ClaimText.End}\nafter", ledger);
        Assert.StartsWith($"before\n{ClaimText.Begin}\n\nOf 1 claims", text, StringComparison.Ordinal);
        Assert.EndsWith($"\n\n{ClaimText.End}\nafter", text, StringComparison.Ordinal);
        Assert.Contains("| Sec. 1 | A text. | **holds** |", text, StringComparison.Ordinal);
        Assert.DoesNotContain("what was there", text, StringComparison.Ordinal);
        Assert.Equal(text, ClaimText.Put(text, ledger));
        Assert.Contains("no place for the ledger", Assert.Throws<InvalidDataException>(() => ClaimText.Put("nothing", ledger)).Message, StringComparison.Ordinal);
    }

    private static ClaimEffect Effect(double low, double high) => new((low + high) / 2, low, high, "", "");
}
