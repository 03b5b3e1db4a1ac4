using RegCls.Studies;

namespace RegCls.Tests.Studies;

public sealed class RecordMergeTests : IDisposable
{
    private static readonly Study<RunConfiguration> Smoke = Fig3Study.Create(Profile.Smoke);
    private static readonly IReadOnlyList<Study> Known = StudyCatalogue.All();
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Parts_in_any_order_become_the_whole_in_the_order_of_the_study()
    {
        string[] parts = [.. Parts(3).Reverse()];
        MergedRecords merged = RecordMerge.Merge<RunRecord>(parts, At("whole.csv"), Known);
        Assert.Equal(Smoke.Configurations.Select(MadeUpRecords.Of), new RecordFile<RunRecord>(At("whole.csv")).Read());
        Assert.Empty(Assert.Single(merged.Studies).Missing);
        Assert.Equal((0, 3), (merged.Duplicates, merged.Shards));
        Assert.DoesNotContain(Directory.GetFiles(folder.FullPath), file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void Repeated_records_count_once_and_missing_models_are_told_by_part()
    {
        string[] parts = Parts(3);
        File.AppendAllText(parts[0], File.ReadAllLines(parts[0])[1] + "\n");
        MergedRecords merged = RecordMerge.Merge<RunRecord>([parts[0], parts[2]], At("whole.csv"), Known);
        Assert.Equal(1, merged.Duplicates);
        StudyCoverage coverage = Assert.Single(merged.Studies);
        StudyShard second = new(2, 3);
        Assert.Equal(second.Of(Smoke).Configurations, coverage.Missing);
        Assert.Equal([(second, coverage.Missing.Count)], coverage.MissingShards(3));
    }

    [Fact]
    public void A_file_may_take_in_another()
    {
        string[] parts = Parts(2);
        RecordMerge.Merge<RunRecord>(parts, parts[0], Known);
        Assert.Equal(Smoke.Configurations.Count, new RecordFile<RunRecord>(parts[0]).Read().Count);
    }

    [Fact]
    public void A_torn_file_is_refused_with_file_and_line()
    {
        string[] parts = Parts(2);
        int lines = File.ReadAllLines(parts[1]).Length;
        File.WriteAllText(parts[1], File.ReadAllText(parts[1])[..^1]);
        Refused(parts, $"{parts[1]}, line {lines}: the line has no end");
    }

    [Theory]
    [InlineData(3, "train")]
    [InlineData(5, "test")]
    public void Other_numbers_for_the_same_model_are_refused_with_both_lines(int line, string number)
    {
        string[] parts = Parts(2);
        RunRecord changed = new RecordFile<RunRecord>(parts[0]).Read()[line - 2];
        changed = number == "train" ? changed with { TrainMse = Math.BitIncrement(changed.TrainMse) } : changed with { TestMse = Math.BitDecrement(changed.TestMse) };
        int last = File.ReadAllLines(parts[1]).Length + 1;
        new RecordFile<RunRecord>(parts[1]).Append(changed);
        Refused(parts, $"{parts[1]}, line {last}: other numbers than {parts[0]}, line {line} for the same model {changed.Configuration.Hash}");
    }

    [Fact]
    public void Seconds_and_version_are_no_contradiction()
    {
        string[] parts = Parts(2);
        new RecordFile<RunRecord>(parts[1]).Append(new RecordFile<RunRecord>(parts[0]).Read()[0] with { Seconds = 99, Version = "9.9.9" });
        Assert.Equal(1, RecordMerge.Merge<RunRecord>(parts, At("whole.csv"), Known).Duplicates);
    }

    [Fact]
    public void A_model_of_no_study_and_another_study_are_refused_with_file_and_line()
    {
        string[] parts = Parts(2);
        string foreign = MadeUpRecords.Write(At("foreign.csv"), [Smoke.Configurations[0] with { Epochs = 77 }]).Path;
        Refused([.. parts, foreign], $"{foreign}, line 2: the model {(Smoke.Configurations[0] with { Epochs = 77 }).Hash} is in no profile of a known study (fig3, ");
        RunConfiguration other = Fig3Study.Create(Profile.Full).Configurations.Last(run => run.Classes == 1024);
        string full = MadeUpRecords.Write(At("full.csv"), [other]).Path;
        Refused([.. parts, full], $"{full}, line 2: the model {other.Hash} is of fig3 (full), the records before it are of fig3 (smoke)");
    }

    [Fact]
    public void Records_of_a_study_that_is_part_of_another_are_told_of_both_the_nearer_first()
    {
        Study<RunConfiguration> large = new("large", "a grid", Profile.Full, Smoke.Configurations);
        Study<RunConfiguration> small = large with { Name = "small", Configurations = [.. Smoke.Configurations.Take(10)] };
        string file = MadeUpRecords.Write(At("small.csv"), small.Configurations.Take(8)).Path;
        MergedRecords merged = RecordMerge.Merge<RunRecord>([file], At("whole.csv"), [large, Fig3Study.Create(Profile.Full), small]);
        Assert.Equal([("small", 2), ("large", 88)], merged.Studies.Select(coverage => (coverage.Study.Name, coverage.Missing.Count)));
        Assert.Null(merged.Shards);
    }

    [Fact]
    public void Other_columns_an_edited_line_nothing_and_no_file_are_refused()
    {
        string[] parts = Parts(2);
        File.WriteAllText(At("table.csv"), "age,path\n1,a.jpg\n");
        Refused([.. parts, At("table.csv")], $"{At("table.csv")}, line 1: not a record of a study; expected the columns scenario, noise");
        string edited = At("edited.csv");
        File.WriteAllText(edited, File.ReadAllText(parts[0]).Replace(",256,", ",128,", StringComparison.Ordinal));
        Refused([edited], $"{edited}, line 2: the hash");
        File.WriteAllText(At("empty.csv"), "");
        Refused([At("empty.csv")], "hold no record");
        Refused([At("none.csv")], $"{At("none.csv")} does not exist");
    }

    [Fact]
    public void An_output_that_is_not_merged_is_not_overwritten()
    {
        string[] parts = Parts(2);
        File.WriteAllText(At("whole.csv"), "precious");
        Assert.Contains("its records would be lost", Assert.Throws<InvalidDataException>(() => RecordMerge.Merge<RunRecord>(parts, At("whole.csv"), Known)).Message);
        Assert.Equal("precious", File.ReadAllText(At("whole.csv")));
    }

    [Fact]
    public void Cost_is_the_mean_of_recorded_models_of_a_kind_and_unknown_without_one()
    {
        RunConfiguration[] reg = [.. Smoke.Configurations.Where(run => run.Classes == 0).Take(2)];
        RunRecord[] records = [MadeUpRecords.Of(reg[0]) with { Seconds = 2 }, MadeUpRecords.Of(Fig3Study.Create(Profile.Full).Configurations[0])];
        StudyCost cost = StudyCost.Of(Smoke, records);
        Assert.Equal(1, cost.Recorded);
        Assert.Equal(2, cost.RecordedSeconds);
        Assert.Equal(24 * 2, cost.ExpectedSeconds);
        Assert.Equal(96 - 24, cost.Unknown);
    }

    private string At(string name) => Path.Combine(folder.FullPath, name);

    private string[] Parts(int count) =>
        [.. Enumerable.Range(1, count).Select(index => new StudyShard(index, count)).Select(shard => MadeUpRecords.Write(At($"fig3-smoke-{shard.Suffix}.csv"), shard.Of(Smoke).Configurations).Path)];

    private void Refused(string[] files, string sentence)
    {
        Assert.Contains(sentence, Assert.Throws<InvalidDataException>(() => RecordMerge.Merge<RunRecord>(files, At("whole.csv"), Known)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(At("whole.csv")));
    }
}
