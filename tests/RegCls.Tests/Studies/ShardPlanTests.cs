using System.Globalization;
using CsCheck;
using RegCls.Data;
using RegCls.Studies;
using RegCls.Studies.Video;

namespace RegCls.Tests.Studies;

public sealed class ShardPlanTests : IDisposable
{
    private static readonly Study<RunConfiguration> Smoke = Fig3Study.Create(Profile.Smoke);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_longest_first_is_within_Grahams_bound_of_the_best_sharing() =>
        Gen.Select(Gen.Int[1, 60].Array[1, 7], Gen.Int[1, 3]).Sample(
            (costs, parts) =>
            {
                (long, string)[] pieces = [.. costs.Select((cost, i) => ((long)cost, i.ToString(CultureInfo.InvariantCulture)))];
                int[] shares = StudySplit.LongestFirst(pieces, parts, out long longest);
                Assert.Equal(longest, Enumerable.Range(0, parts).Max(part => costs.Where((_, i) => shares[i] == part).Sum()));
                Assert.InRange(longest, Best(costs, parts), Best(costs, parts) * (4.0 / 3 - 1.0 / (3 * parts)) + 1e-9);
            },
            iter: 200);

    [Theory]
    [InlineData("fig4", 100)]
    [InlineData("fig5", 37)]
    [InlineData("limits", 16)]
    [InlineData("balanced-mse", 16)]
    [InlineData("age-utk", 8)]
    [InlineData("video-msr", 25)]
    public void Parts_cost_the_same_and_hold_each_model_once(string name, int count)
    {
        ShardPlan plan = new(StudyCatalogue.Find(name)!.Create(Profile.Full), count);
        Assert.Equal(0, plan.Unknown);
        Assert.Equal(plan.Study.Runs.Count, plan.Shards.Sum(shard => shard.Models));
        Assert.Equal(count, plan.Missing(new HashSet<string>()).Count);
        Assert.Empty(plan.Missing(plan.Study.Runs.Select(run => run.Hash).ToHashSet()));
        // The dearest piece, a batch that is trained together, is the least a part can take.
        double dearest = StudyBatches.Of(plan.Study.Runs).Max(batch => batch.Sum(run => CostTable.BuiltIn.Find(run)!.Seconds));
        Assert.InRange(plan.Longest, plan.Seconds / count * (1 - 1e-9), Math.Max(1.05 * plan.Seconds / count, plan.Seconds / count + dearest));
    }

    [Fact]
    public void Parts_that_are_planned_even_were_nearly_so_in_the_recorded_run()
    {
        // Recorded wall-clock, on a machine with other work: 1.4 times the expected processor time in all; the dearest of 16 parts took 1.26 times the mean.
        Dictionary<string, double> seconds = new RecordFile<RunRecord>(DataFiles.Find("recorded/fig4.csv")).Read().ToDictionary(record => record.Configuration.Hash, record => record.Seconds);
        Study<RunConfiguration> study = Fig4Study.Create(Profile.Full);
        double[] parts = [.. Enumerable.Range(1, 16).Select(index => new StudyShard(index, 16).Of(study).Configurations.Sum(run => seconds[run.Hash]))];
        Assert.InRange(parts.Max() / parts.Average(), 1, 1.3);
        Assert.InRange(parts.Sum() / new ShardPlan(study, 1).Seconds, 1, 1.6);
    }

    [Fact]
    public void No_part_cuts_models_that_are_trained_together()
    {
        // One data set, 30 replicas a batch and a rest: whole batches are cut into the same ones again in every part.
        Study<VideoRun> study = VideoStudy.CreateMsr(Profile.Full);
        HashSet<string> whole = [.. StudyBatches.Of(study.Configurations).Select(Text)];
        List<string> parts = [.. Enumerable.Range(1, 48).Select(index => new StudyShard(index, 48).Of(study)).SelectMany(part => StudyBatches.Of(part.Configurations)).Select(Text)];
        Assert.Contains(StudyBatches.Of(study.Configurations), batch => batch.Length > 1);
        Assert.Equal(whole.Order(StringComparer.Ordinal), parts.Order(StringComparer.Ordinal));

        static string Text(VideoRun[] batch) => string.Join(' ', batch.Select(run => run.Hash));
    }

    [Fact]
    public void A_kind_that_nobody_measured_is_shared_out_by_its_relative_cost_and_counted()
    {
        KindCost known = new() { Kind = CostTable.KindOf(Smoke.Configurations.First(run => run.Classes == 4)), Seconds = 2, Deviation = 0, Models = 1, Source = KindCost.Measured };
        ShardPlan plan = new(Smoke, 3, new CostTable([known]));
        Assert.Equal(Smoke.Configurations.Count(run => run.Classes != 4), plan.Unknown);
        Assert.Equal(2 * Smoke.Configurations.Count(run => run.Classes == 4), plan.Seconds, 9);
        Assert.InRange(plan.Shards.Max(shard => shard.Models) - plan.Shards.Min(shard => shard.Models), 0, 8);
        Assert.Equal(0, new ShardPlan(Smoke, 3, new CostTable([])).Seconds);
    }

    [Fact]
    public void A_plan_that_was_written_is_told_from_another_with_its_line()
    {
        string path = Path.Combine(folder.FullPath, "plan.csv");
        ShardPlan plan = new(Smoke, 4);
        using (StreamWriter file = new(path))
        {
            plan.Write(file);
        }

        plan.Require(path);
        string[] lines = File.ReadAllLines(path);
        Assert.Equal(Smoke.Configurations.Count + 1, lines.Length);
        Assert.Equal($"fig3,smoke,{plan.Revision},", lines[7][..28]);
        Assert.Contains($"{path}, line 2: not the plan of fig3 (smoke) in 5 parts that this version makes (", Assert.Throws<InvalidDataException>(() => new ShardPlan(Smoke, 5).Require(path)).Message, StringComparison.Ordinal);
        File.WriteAllLines(path, lines[..^1]);
        Assert.Contains($"{path}, line {lines.Length}: not the plan", Assert.Throws<InvalidDataException>(() => plan.Require(path)).Message, StringComparison.Ordinal);
        Assert.Contains("does not exist: write it anew with `regcls study plan fig3 --profile smoke --shards 4", Assert.Throws<InvalidDataException>(() => plan.Require(path + "x")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Kinds_are_named_alike_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = "," } };
            Assert.Equal("AgeRun BuiltIn 0.1 48 ScaledReg 8", CostTable.KindOf(StudyCatalogue.Find("age-lambda")!.Create(Profile.Full).Runs[0]));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Measuring_gives_each_unknown_kind_a_cost()
    {
        StudyEntry entry = StudyCatalogue.Find("fig3")!;
        string known = CostTable.KindOf(Smoke.Configurations[0]);
        IReadOnlyList<KindCost> costs = entry.Measure(Profile.Smoke, new HashSet<string> { known }, 2, new StudyRunOptions());
        Assert.Equal(Smoke.Configurations.Select(run => CostTable.KindOf(run)).Where(kind => kind != known).Distinct().Order(), costs.Select(cost => cost.Kind).Order());
        Assert.All(costs, cost => Assert.InRange(cost.Seconds, 1e-4, 60));
        using StringWriter text = new();
        new CostTable(costs).Write(text);
        Assert.Equal(costs, CostTable.Read(new StringReader(text.ToString())).Kinds);
        Assert.Contains(": not a table of costs", Assert.Throws<InvalidDataException>(() => CostTable.Read(new StringReader("kind,seconds\na,b\n"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_parts_is_merged_when_it_is_whole_and_again_without_a_change()
    {
        Parts(3);
        File.Delete(At("fig3-smoke-2-of-3.csv"));
        MergedRecords partial = Merge(3);
        Assert.Equal([new StudyShard(2, 3)], partial.Studies[0].MissingShards(3).Select(part => part.Shard));
        Assert.False(File.Exists(At("whole.csv")));

        Parts(3);
        Assert.Empty(Merge(3).Studies[0].Missing);
        byte[] whole = File.ReadAllBytes(At("whole.csv"));
        Assert.Equal(Smoke.Configurations.Select(MadeUpRecords.Of), new RecordFile<RunRecord>(At("whole.csv")).Read());
        Assert.Equal(Smoke.Configurations.Count, Merge(3).Duplicates);
        Assert.Equal(whole, File.ReadAllBytes(At("whole.csv")));
    }

    [Fact]
    public void Torn_foreign_and_other_parts_are_refused_with_file_and_line()
    {
        Refused(3, $"{folder.FullPath} holds no part of fig3 (smoke) in 3: expected files such as fig3-smoke-1-of-3.csv");
        Parts(3);
        Refused(4, $"{At("fig3-smoke-1-of-3.csv")} is a part of another split than into 4: merge with --shards 3");
        string text = File.ReadAllText(At("fig3-smoke-3-of-3.csv"));
        File.WriteAllText(At("fig3-smoke-3-of-3.csv"), text[..^1]);
        Refused(3, $"{At("fig3-smoke-3-of-3.csv")}, line {text.Count(character => character == '\n')}: the line has no end");
        RunConfiguration foreign = Fig3Study.Create(Profile.Full).Configurations[0];
        MadeUpRecords.Write(At("fig3-smoke-3-of-3.csv"), [foreign]);
        Refused(3, $"{At("fig3-smoke-3-of-3.csv")}, line 2: the model {foreign.Hash} is none of fig3 (smoke)");
    }

    private static double Best(int[] costs, int parts) =>
        Enumerable.Range(0, (int)Math.Pow(parts, costs.Length)).Min(code => Enumerable.Range(0, parts).Max(part => costs.Where((_, i) => code / (int)Math.Pow(parts, i) % parts == part).Sum()));

    private string At(string name) => Path.Combine(folder.FullPath, name);

    private void Parts(int count)
    {
        foreach (StudyShard shard in Enumerable.Range(1, count).Select(index => new StudyShard(index, count)))
        {
            MadeUpRecords.Write(At(shard.FileName(Smoke)), shard.Of(Smoke).Configurations);
        }
    }

    private MergedRecords Merge(int count) => RecordMerge.MergeParts<RunRecord>(Smoke, count, folder.FullPath, At("whole.csv"));

    private void Refused(int count, string sentence)
    {
        Assert.Contains(sentence, Assert.Throws<InvalidDataException>(() => Merge(count)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(At("whole.csv")));
    }
}
