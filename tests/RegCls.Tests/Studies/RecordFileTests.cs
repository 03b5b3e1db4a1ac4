using RegCls.Studies;

namespace RegCls.Tests.Studies;

public sealed class RecordFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Writers_that_do_not_know_of_each_other_lose_and_mix_no_line_and_readers_see_whole_lines()
    {
        // Each opens the file for itself, as processes do: the lock belongs to the open file, not to the process.
        string path = Path.Combine(folder.FullPath, "records.csv");
        IReadOnlyList<RunConfiguration> runs = Fig3Study.Create(Profile.Smoke).Configurations;
        using CancellationTokenSource written = new();
        Task reading = Task.Run(() =>
        {
            while (!written.IsCancellationRequested)
            {
                new RecordFile<RunRecord>(path).Lines(out int? torn);
                Assert.Null(torn);
            }
        });
        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(() => MadeUpRecords.Append(path, runs.Where((_, index) => index % 4 == writer)))));
        await written.CancelAsync();
        await reading;

        Assert.Equal(runs.Select(MadeUpRecords.Of).OrderBy(record => record.Configuration.Hash), new RecordFile<RunRecord>(path).Lines(out _).Select(line => line.Record).OrderBy(record => record.Configuration.Hash));
    }

    [Fact]
    public void A_claimed_file_refuses_a_second_claim_until_it_is_given_up()
    {
        RecordFile<RunRecord> file = new(Path.Combine(folder.FullPath, "records.csv"));
        RecordFile<RunRecord> same = new(file.Path);
        using (file.Hold())
        {
            Assert.Contains(file.Path + " is being written by another process", Assert.Throws<IOException>(() => same.Hold()).Message);
            same.Append(MadeUpRecords.Of(Fig3Study.Create(Profile.Smoke).Configurations[0]));
        }

        same.Hold().Dispose();
        Assert.Single(file.Read());
    }

    [Fact]
    public void A_file_cut_at_any_byte_keeps_its_whole_lines_and_takes_the_others_again()
    {
        RecordFile<RunRecord> file = new(Path.Combine(folder.FullPath, "records.csv"));
        RunConfiguration[] runs = [.. Fig3Study.Create(Profile.Smoke).Configurations.Take(3)];
        MadeUpRecords.Append(file.Path, runs);
        byte[] whole = File.ReadAllBytes(file.Path);
        for (int length = 0; length < whole.Length; length += 19)
        {
            File.WriteAllBytes(file.Path, whole[..length]);
            int kept = file.Read().Count;
            Assert.Equal(Math.Max(whole.Take(length).Count(value => value == '\n') - 1, 0), kept);
            MadeUpRecords.Append(file.Path, runs[kept..]);
            Assert.Equal(whole, File.ReadAllBytes(file.Path));
        }
    }
}
