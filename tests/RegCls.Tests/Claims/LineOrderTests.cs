using RegCls.Claims;
using RegCls.Data;

namespace RegCls.Tests.Claims;

/// <summary>That the ledger depends on what is recorded, not on the order in which models ended.</summary>
public sealed class LineOrderTests(JudgedLedger judged) : IClassFixture<JudgedLedger>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Shuffled_lines_give_the_same_ledger()
    {
        string recorded = Path.GetDirectoryName(DataFiles.Find("recorded/fig3.csv"))!;
        foreach (string file in Directory.GetFiles(recorded, "*.csv"))
        {
            string[] lines = File.ReadAllLines(file), shuffled = lines[1..];
            RandomStream.Named("test", "shuffled records", Path.GetFileName(file)).Shuffle(shuffled.AsSpan());

            // Two lines may come out as they were.
            Assert.True(lines.Length <= 3 || !lines.AsSpan(1).SequenceEqual(shuffled), file);
            File.WriteAllLines(Path.Combine(folder.FullPath, Path.GetFileName(file)), [lines[0], .. shuffled]);
        }

        IReadOnlyList<JudgedClaim> now = ClaimLedger.Judge(new ClaimRecords(folder.FullPath), TestContext.Current.CancellationToken);
        Assert.Equal(judged.Lines.Select(ClaimRow.From), now.Select(ClaimRow.From));
    }
}
