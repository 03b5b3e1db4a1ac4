using RegCls.Data.Depth;
using RegCls.Data.Labels;

namespace RegCls.Tests.Data.Depth;

public sealed class TimeSplitTests
{
    [Theory]
    [InlineData(250, 16, 4)]
    [InlineData(250, 8, 5)]
    [InlineData(101, 10, 0)]
    public void Parts_are_disjoint_in_time_with_a_gap_between(int frames, int stretches, int gap)
    {
        Subset?[] subsets = new TimeSplit { Stretches = stretches, Gap = gap }.Split([.. Enumerable.Repeat("a", frames)]);
        Assert.Equal(frames, subsets.Length);
        Assert.All(Enum.GetValues<Subset>(), part => Assert.Contains(part, subsets.OfType<Subset>()));
        for (int i = 0; i < frames; i++)
        {
            for (int j = i + 1; j <= Math.Min(i + gap, frames - 1); j++)
            {
                Assert.True(subsets[i] is null || subsets[j] is null || subsets[i] == subsets[j], $"frames {i} and {j} are {subsets[i]} and {subsets[j]}");
            }
        }

        int borders = Enumerable.Range(1, stretches - 1).Count(k => new TimeSplit().Pattern[(k - 1) % 8] != new TimeSplit().Pattern[k % 8]);
        Assert.Equal(borders * gap, subsets.Count(part => part is null));
    }

    [Fact]
    public void Each_recording_is_split_by_itself_wherever_it_stands()
    {
        string[] a = [.. Enumerable.Repeat("a", 40)], b = [.. Enumerable.Repeat("b", 64)];
        TimeSplit rule = new() { Stretches = 8, Gap = 2 };
        Assert.Equal([.. rule.Split(a), .. rule.Split(b)], rule.Split([.. a, .. b]));
    }

    [Fact]
    public void A_rule_that_cannot_be_kept_is_one_sentence()
    {
        Assert.Contains("The recording a has 20 frames, expected at least 40", Assert.Throws<ArgumentException>(() => new TimeSplit().Split([.. Enumerable.Repeat("a", 20)])).Message, StringComparison.Ordinal);
        Assert.Contains("got 0 parts", Assert.Throws<ArgumentException>(() => new TimeSplit { Pattern = [] }.Split(["a"])).Message, StringComparison.Ordinal);
    }
}
