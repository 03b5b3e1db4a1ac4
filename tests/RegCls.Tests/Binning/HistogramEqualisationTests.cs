using System.Numerics;
using CsCheck;
using RegCls.Binning;
using RegCls.Data.Labels;

namespace RegCls.Tests.Binning;

public class HistogramEqualisationTests
{
    // Few large counts among many small and empty ones, as skewed targets give; one is not empty.
    private static readonly Gen<int[]> Counts = Around(Gen.Frequency((3, Gen.Int[0, 5]), (2, Gen.Const(0)), (1, Gen.Int[100, 100_000])));

    // Small enough to lay out every sample.
    private static readonly Gen<int[]> SmallCounts = Around(Gen.Frequency((1, Gen.Int[0, 20]), (1, Gen.Const(0))));

    [Fact]
    public void Equal_counts_stay_apart() => Assert.Equal([0, 1, 2, 3], HistogramEqualisation.Map([3, 3, 3, 3]));

    [Fact]
    public void A_large_range_takes_its_neighbours_numbers()
    {
        // C = 3, N = 10. 3 · 1/10 and 3 · 2/10 round up to 1: class 0; 3 · 10/10 = 3: class 2, the second that occurs.
        Assert.Equal([0, 0, 1], HistogramEqualisation.Map([1, 1, 8]));
        // 3 · 8/10 = 2.4 and 2.7 round up to 3 as 3 does: one class is left.
        Assert.Equal([0, 0, 0], HistogramEqualisation.Map([8, 1, 1]));
        // 3 · 5/10 = 1.5 twice, as the empty range adds nothing; then 3.
        Assert.Equal([0, 0, 1], HistogramEqualisation.Map([5, 0, 5]));
    }

    [Fact]
    public void Empty_ranges_at_the_lower_end_join_the_first_that_is_not_and_do_not_count() =>
        // C = 4 of the six ranges count, N = 8: 4 · 4/8 = 2, 4 · 5/8 = 2.5, 4 · 6/8 = 3, 4 · 8/8 = 4. With C = 6 the second and third would part.
        Assert.Equal([0, 0, 0, 1, 1, 2], HistogramEqualisation.Map([0, 0, 4, 1, 1, 2]));

    [Fact]
    public void Whole_numbers_are_not_rounded_up()
    {
        // 41 · (s / 41) is s itself; in floating point it comes out above s for s = 7, 14, 23 and 28.
        int[] counts = [.. Enumerable.Repeat(1, 41)];
        Assert.Equal(Enumerable.Range(0, 41), HistogramEqualisation.Map(counts));
    }

    [Fact]
    public void Large_counts_do_not_overflow() => Assert.Equal([0, 1], HistogramEqualisation.Map([int.MaxValue, int.MaxValue]));

    [Fact]
    public void The_map_is_that_of_the_formula_written_out() => Counts.Sample(counts => Assert.Equal(Brute(counts), HistogramEqualisation.Map(counts)));

    [Fact]
    public void Equalised_ranges_cover_the_range_are_increasing_and_merge_neighbours_only() =>
        Gen.Select(Counts, Gen.Double[-5, 5], Gen.Double[0.5, 20]).Sample((counts, low, width) =>
        {
            ClassRanges ranges = ClassRanges.Uniform(low, low + width, counts.Length);
            ClassRanges equalised = HistogramEqualisation.Equalise(ranges, counts);
            double[] before = ranges.Edges.ToArray(), after = equalised.Edges.ToArray();
            Assert.InRange(equalised.Count, 1, counts.Length);
            Assert.Equal((before[0], before[^1]), (after[0], after[^1]));
            Assert.All(after.Zip(after.Skip(1)), pair => Assert.True(pair.First < pair.Second));
            // An edge is one of the old edges, so a new range is made of whole old ranges side by side.
            Assert.Subset(before.ToHashSet(), after.ToHashSet());
            Assert.Equal(HistogramEqualisation.Map(counts)[^1] + 1, equalised.Count);
        });

    [Fact]
    public void Every_equalised_range_holds_the_samples_of_its_ranges_and_at_least_one() => SmallCounts.Sample(counts =>
    {
        // As many targets in the middle of each range as its count says.
        ClassRanges ranges = ClassRanges.Uniform(0, counts.Length, counts.Length, BelowRange.Ignore);
        double[] targets = [.. counts.SelectMany((count, range) => Enumerable.Repeat(range + 0.5, count))];
        ClassRanges equalised = HistogramEqualisation.Equalise(ranges, counts);
        int[] held = equalised.Histogram(equalised.Labels(targets));
        Assert.All(held, count => Assert.True(count > 0));
        Assert.Equal(counts.Select((count, range) => (count, Class: Brute(counts)[range])).GroupBy(pair => pair.Class).Select(group => group.Sum(pair => pair.count)), held);
    });

    [Fact]
    public void What_lies_below_the_range_is_treated_as_before()
    {
        int[] counts = [1, 1, 8];
        Assert.Equal(BelowRange.Ignore, HistogramEqualisation.Equalise(ClassRanges.Uniform(0, 3, 3, BelowRange.Ignore), counts).Below);
        Assert.Equal(BelowRange.FirstClass, HistogramEqualisation.Equalise(ClassRanges.Uniform(0, 3, 3), counts).Below);
    }

    [Fact]
    public void Bad_input_is_told_in_one_sentence()
    {
        Assert.Contains("every count is 0", Message(() => HistogramEqualisation.Map([0, 0])), StringComparison.Ordinal);
        Assert.Contains("every count is 0", Message(() => HistogramEqualisation.Map([])), StringComparison.Ordinal);
        Assert.Contains("Range 1 has the count -2", Message(() => HistogramEqualisation.Map([3, -2])), StringComparison.Ordinal);
        Assert.Contains("2 counts for 3 ranges", Message(() => HistogramEqualisation.Equalise(ClassRanges.Uniform(0, 1, 3), [1, 1])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, EqualisationRounding.Up, 6, 0.1135)]
    [InlineData(10, EqualisationRounding.ImageCode, 7, 0.1325)]
    [InlineData(10, EqualisationRounding.VideoCode, 7, 0.1325)]
    [InlineData(100, EqualisationRounding.Up, 58, 0.4418)]
    [InlineData(100, EqualisationRounding.ImageCode, 60, 0.2457)]
    [InlineData(100, EqualisationRounding.VideoCode, 61, 0.2498)]
    public void The_three_codes_of_the_release_leave_AgeDB_other_classes(int classes, EqualisationRounding rounding, int left, double kept)
    {
        // Numbers computed outside this project. Kept on average is, for each class, as much as the smallest holds.
        double[] ages = AgeDistributions.AgeDb(Subset.Train).ToLabels();
        TrainingClasses equalised = TrainingClasses.FromRanges(ClassRanges.Uniform(0, 100, classes, BelowRange.Ignore), ages, ClassDefinition.Balanced, rounding);
        Assert.Equal(left, equalised.Ranges.Count);
        Assert.Equal(kept, Math.Round((double)equalised.Counts.Min() * left / ages.Length, 4));
    }

    [Fact]
    public void Halves_are_rounded_to_even_and_what_rounds_to_nothing_is_first_or_alone()
    {
        // C · s / N = 0.4, 0.8, 2.5, 4: up to 1, 1, 3, 4; to the nearest even 0, 1, 2, 4.
        int[] counts = [4, 4, 17, 15];
        Assert.Equal([0, 0, 1, 2], HistogramEqualisation.Map(counts));
        Assert.Equal([0, 0, 1, 2], HistogramEqualisation.Map(counts, EqualisationRounding.ImageCode));
        Assert.Equal([0, 1, 2, 3], HistogramEqualisation.Map(counts, EqualisationRounding.VideoCode));

        // 0.5, 2, 2.5, 4: up to 1, 2, 3, 4; to the nearest even 0, 2, 2, 4.
        counts = [5, 15, 5, 15];
        Assert.Equal([0, 1, 2, 3], HistogramEqualisation.Map(counts));
        Assert.Equal([0, 1, 1, 2], HistogramEqualisation.Map(counts, EqualisationRounding.ImageCode));
        Assert.Equal([0, 1, 1, 2], HistogramEqualisation.Map(counts, EqualisationRounding.VideoCode));
    }

    private static Gen<int[]> Around(Gen<int> count) => Gen.Select(count.Array[0, 40], Gen.Int[1, 300], count.Array[0, 40], (before, sure, after) => (int[])[.. before, sure, .. after]);

    private static string Message(Func<object> action) => Assert.ThrowsAny<ArgumentException>(action).Message;

    // q(c) = ⌈C · s_c / N⌉ - 1 word for word: the ceiling is the smallest whole number that is not below the quotient.
    private static int[] Brute(int[] counts)
    {
        int[] rest = [.. counts.SkipWhile(count => count == 0)];
        List<int> q = [];
        for (int c = 0; c < rest.Length; c++)
        {
            BigInteger numerator = new BigInteger(rest.Length) * rest[..(c + 1)].Sum(count => (long)count), total = rest.Sum(count => (long)count);
            int ceiling = 0;
            while (ceiling * total < numerator)
            {
                ceiling++;
            }

            q.Add(ceiling - 1);
        }

        List<int> distinct = [.. q.Distinct()];
        return [.. Enumerable.Repeat(0, counts.Length - rest.Length), .. q.Select(value => distinct.IndexOf(value))];
    }
}
