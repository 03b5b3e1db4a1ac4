using CsCheck;
using RegCls.Data.Labels;
using RegCls.Data.Sets;

namespace RegCls.Tests.Data.Sets;

public class DuplicatesTests
{
    // What cannot be chained: no sample shares its key with one and its content with another.
    private static Gen<SampleIdentity[]> Samples { get; } =
        Gen.Select(Gen.Int[0, 6], Gen.Bool, Gen.Int[0, 3], Gen.Int[0, 2]).Array[0, 40].Select(drawn => drawn.Select((sample, i) =>
        {
            (int same, bool byKey, int part, int rank) = sample;
            return new SampleIdentity($"n{(7 * i) % 41}", byKey ? $"k{same}" : $"own{i}", (UInt128)(ulong)(byKey ? 1000 + i : same), part == 3 ? null : (Subset)part) { Rank = rank, Label = same };
        }).ToArray());

    [Fact]
    public void One_of_each_counts_and_it_is_that_of_test_then_validation_then_the_lowest_rank_then_the_first_by_name()
        => Samples.Sample(samples =>
        {
            ProblemLog problems = new();
            bool[] kept = Duplicates.Kept(samples, problems);
            bool Same(SampleIdentity a, SampleIdentity b) => a.Key == b.Key || a.Content == b.Content;
            int Part(SampleIdentity sample) => sample.Subset == Subset.Test ? 0 : sample.Subset == Subset.Validation ? 1 : 2;
            for (int i = 0; i < samples.Length; i++)
            {
                // Brute force: it counts if no other that is the same comes before it.
                bool first = Enumerable.Range(0, samples.Length).Where(j => j != i && Same(samples[i], samples[j]))
                    .All(j => (Part(samples[i]), samples[i].Rank, string.CompareOrdinal(samples[i].Name, samples[j].Name)).CompareTo((Part(samples[j]), samples[j].Rank, 0)) < 0);
                Assert.Equal(first, kept[i]);
            }

            // In any order the same ones count.
            SampleIdentity[] backwards = [.. samples.Reverse()];
            bool[] keptBackwards = Duplicates.Kept(backwards, new ProblemLog());
            Assert.Equal(Names(samples, kept), Names(backwards, keptBackwards));

            Assert.Equal(kept.Count(value => !value), problems.Summaries().Sum(problem => problem.Count));
        });

    private static IEnumerable<string> Names(SampleIdentity[] samples, bool[] kept) => samples.Where((_, i) => kept[i]).Select(sample => sample.Name).Order(StringComparer.Ordinal);

    [Fact]
    public void A_message_names_both_and_says_where_labels_differ()
    {
        ProblemLog problems = new();
        Duplicates.Kept([new("a", "a", 7, Subset.Train) { Label = 25 }, new("b", "b", 7, Subset.Test) { Label = 35 }], problems);
        Assert.Equal("a (train) is the same as b (test), which is used; their labels are 25 and 35", Assert.Single(problems.Summaries()).Examples[0]);
    }

    [Fact]
    public void The_content_depends_on_every_byte_and_on_the_length()
    {
        byte[] picture = new byte[301];
        HashSet<UInt128> seen = [Duplicates.ContentOf(picture), Duplicates.ContentOf(picture.AsSpan(1))];
        for (int i = 0; i < picture.Length; i++)
        {
            for (int bit = 0; bit < 8; bit++)
            {
                picture[i] ^= (byte)(1 << bit);
                Assert.True(seen.Add(Duplicates.ContentOf(picture)), $"byte {i}, bit {bit}");
                picture[i] ^= (byte)(1 << bit);
            }
        }

        Random random = new(1);
        for (int i = 0; i < 20_000; i++)
        {
            random.NextBytes(picture);
            Assert.True(seen.Add(Duplicates.ContentOf(picture)));
        }

        Assert.Equal(Duplicates.ContentOf([1, 2, 3]), Duplicates.ContentOf((byte[])[1, 2, 3]));
    }
}
