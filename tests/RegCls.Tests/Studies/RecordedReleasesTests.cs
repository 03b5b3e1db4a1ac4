using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Studies.Depth;
using RegCls.Studies.Images;

namespace RegCls.Tests.Studies;

/// <summary>That what <c>data/releases.md</c> and the notebooks say of the releases is in the records.</summary>
public class RecordedReleasesTests
{
    private static IReadOnlyList<Verdict> Faces => Families.FaceVariants(Read<AgeRecord>("age-utk-variants"));

    private static IReadOnlyList<Verdict> Depths => Families.DepthVariants([.. Read<DepthRecord>("depth-rooms"), .. Read<DepthRecord>("depth-rooms-variants")]);

    [Theory]
    [InlineData("age-utk-variants", 39)]
    [InlineData("depth-rooms-variants", 24)]
    public void The_records_are_whole(string name, int models)
    {
        Study study = StudyCatalogue.Find(name)!.Create(Profile.Full);
        IReadOnlyList<IRunRecord> records = name.StartsWith("age", StringComparison.Ordinal) ? Read<AgeRecord>(name) : Read<DepthRecord>(name);
        Assert.Equal(models, study.Runs.Count);
        Assert.Equal(study.Runs.Select(run => run.Hash).Order(), records.Select(record => record.Configuration.Hash).Order());
    }

    [Fact]
    public void Models_that_age_utk_has_as_well_are_the_same_ones()
    {
        Dictionary<string, AgeRecord> recorded = Read<AgeRecord>("age-utk").ToDictionary(record => record.Configuration.Hash);
        AgeRecord[] shared = [.. Read<AgeRecord>("age-utk-variants").Where(record => recorded.ContainsKey(record.Configuration.Hash))];
        Assert.Equal(18, shared.Length);
        Assert.All(shared, record => Assert.Equal(recorded[record.Configuration.Hash].Mae, record.Mae));
    }

    [Fact]
    public void Every_effect_in_the_table_of_the_page_is_in_the_records()
    {
        string[] rows = [.. Faces.Concat(Depths).Select(verdict =>
        {
            Effect effect = verdict.Question.Effect;
            string format = effect.Symbol == "years" ? "+0.00;−0.00;0.00" : "+0.000;−0.000;0.000";
            return FormattableString.Invariant($"| {verdict.Question.Text} | {effect.Value.ToString(format, System.Globalization.CultureInfo.InvariantCulture)} [{effect.Low.ToString(format, System.Globalization.CultureInfo.InvariantCulture)}, {effect.High.ToString(format, System.Globalization.CultureInfo.InvariantCulture)}] {effect.Symbol} | {verdict.Outcome.Words()} |");
        })];
        Assert.Equal(17, rows.Length);
        string[] page = File.ReadAllLines(DataFiles.Find("releases.md"));
        Assert.Equal(rows, page.SkipWhile(line => !line.StartsWith("| question", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|')));
    }

    private static IReadOnlyList<TRecord> Read<TRecord>(string name)
        where TRecord : class, IRunRecord<TRecord> => new RecordFile<TRecord>(DataFiles.Find($"recorded/{name}.csv")).Read();
}
