using RegCls.Claims;
using RegCls.Data;
using RegCls.Tests.Studies;

namespace RegCls.Tests.Claims;

public class VerdictCheckTests
{
    private static readonly IReadOnlyList<VerdictCheck> Recorded = VerdictCheck.Read();

    [Fact]
    public void Arms_that_are_the_same_are_told_apart_in_at_most_5_percent_of_trials_and_the_published_effect_is_found()
    {
        VerdictCheck[] same = [.. Recorded.Where(check => check.Kind == "same arm")];
        Assert.Equal(9, same.Length);
        Assert.All(same, check => Assert.True(check.Trials >= 200 && check.Holds + check.Other <= 0.05 * check.Trials, check.ToString()));
        Assert.All(Recorded.Where(check => check is { Kind: "published effect", Scenario: ScenarioKind.Clean, Questions: <= 12 }), check => Assert.True(check.Holds >= 0.8 * check.Trials, check.ToString()));
        Assert.Equal(15, Recorded.Count);
    }

    [Fact]
    public void A_part_of_the_recorded_trials_made_now_agrees()
    {
        // The first trials of each line: the same streams, so a part of the recorded ones.
        foreach ((VerdictCheck now, VerdictCheck then) in VerdictCheck.Run(new ClaimRecords().Of("fig3"), 20).Zip(Recorded))
        {
            Assert.Equal((then.Kind, then.Scenario, then.Arm, then.Questions), (now.Kind, now.Scenario, now.Arm, now.Questions));
            Assert.True(now.Holds <= then.Holds && now.Other <= then.Other, $"{now} {then}");
            Assert.InRange(now.Holds / 20.0, then.Holds / (double)then.Trials - 0.4, then.Holds / (double)then.Trials + 0.4);
        }
    }

    [Fact]
    public void Notebook_10_says_what_was_found()
    {
        string text = NotebookProse.Cell("10-claim-by-claim.ipynb", "check-read");
        double[] same = [.. Recorded.Where(check => check.Kind == "same arm").Select(check => 100.0 * (check.Holds + check.Other) / check.Trials)];
        string Holds(ScenarioKind scenario, int questions) => FormattableString.Invariant($"{100.0 * Recorded.Single(check => check.Kind == "published effect" && check.Scenario == scenario && check.Questions == questions).Holds / Recorded[0].Trials:F0} %");
        Assert.Contains(FormattableString.Invariant($"in {same.Min():F1} to {same.Max():F1} % of {Recorded[0].Trials:N0} trials"), text, StringComparison.Ordinal);
        Assert.Contains($"{Holds(ScenarioKind.Clean, 1)} alone, {Holds(ScenarioKind.Clean, 12)} among twelve questions and {Holds(ScenarioKind.Clean, 26)} among 26", text, StringComparison.Ordinal);
        Assert.Contains($"{Holds(ScenarioKind.Noisy, 1)}, {Holds(ScenarioKind.Noisy, 12)} and {Holds(ScenarioKind.Noisy, 26)}", text, StringComparison.Ordinal);
    }
}
