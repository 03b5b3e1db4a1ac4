using System.Globalization;
using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Studies.Depth;
using RegCls.Studies.Images;

namespace RegCls.Tests.Studies;

/// <summary>That what <c>data/releases.md</c> and the notebooks say of the releases is in the records.</summary>
public class RecordedReleasesTests
{
    [Theory]
    [InlineData("age-utk-variants", 39)]
    [InlineData("depth-rooms-variants", 24)]
    public void The_records_are_of_the_study_and_the_page_says_how_much_of_it(string name, int models)
    {
        Study study = StudyCatalogue.Find(name)!.Create(Profile.Full);
        IReadOnlyList<IRunRecord> records = name.StartsWith("age", StringComparison.Ordinal) ? Read<AgeRecord>(name) : Read<DepthRecord>(name);
        Assert.Equal(models, study.Runs.Count);
        Assert.Subset(study.Runs.Select(run => run.Hash).ToHashSet(), records.Select(record => record.Configuration.Hash).ToHashSet());
        Assert.Equal(records.Count, records.Select(record => record.Configuration.Hash).Distinct().Count());
        Assert.Contains($"`{name}`: {records.Count} of {models} models recorded", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Models_that_age_utk_has_as_well_are_the_same_ones()
    {
        Dictionary<string, AgeRecord> recorded = Read<AgeRecord>("age-utk").ToDictionary(record => record.Configuration.Hash);
        AgeRecord[] shared = [.. Read<AgeRecord>("age-utk-variants").Where(record => recorded.ContainsKey(record.Configuration.Hash))];
        Assert.True(shared.Length is 0 or 18);
        Assert.All(shared, record => Assert.Equal(recorded[record.Configuration.Hash].Mae, record.Mae));
    }

    [Fact]
    public void Every_effect_in_the_table_of_the_page_is_in_the_records()
    {
        IReadOnlyList<Verdict> faces = Families.FaceVariants(Read<AgeRecord>("age-utk-variants")), depths = Families.DepthVariants([.. Read<DepthRecord>("depth-rooms"), .. Read<DepthRecord>("depth-rooms-variants")]);
        string[] rows = [.. faces.Concat(depths).Select(verdict => verdict.Question.Effect.Symbol == "years" ? Row(verdict, "0.00") : Row(verdict, "0.0000"))];
        Assert.Equal(rows, Page.Split('\n').SkipWhile(line => !line.StartsWith("| question", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|')));

        static string Row(Verdict verdict, string digits)
        {
            Effect effect = verdict.Question.Effect;
            string Signed(double value) => value.ToString($"+{digits};−{digits};{digits}", CultureInfo.InvariantCulture);
            return $"| {verdict.Question.Text} | {Signed(effect.Value)} [{Signed(effect.Low)}, {Signed(effect.High)}] {effect.Symbol} | {verdict.Outcome.Words()} |";
        }
    }

    [Fact]
    public void What_notebook_08_says_of_them_is_in_the_records()
    {
        string prose = NotebookProse.Cell("08-depth.ipynb", "releases-text");
        Verdict[] depths = [.. Families.DepthVariants([.. Read<DepthRecord>("depth-rooms"), .. Read<DepthRecord>("depth-rooms-variants")])];
        Assert.Contains($"GAI is {Amount(0, "F2")} than with σ learned, BMC {Amount(1, "F2")}, and LDS as released is {Amount(2, "F3")} than ours ({Word(0)}, {Word(1)} and {Word(2)}", prose, StringComparison.Ordinal);

        string Word(int question) => depths[question].Outcome.Words();
        string Amount(int question, string format) => depths[question].Question.Effect.Value is var value && value > 0
            ? $"{value.ToString(format, CultureInfo.InvariantCulture)} m worse" : $"{(-value).ToString(format, CultureInfo.InvariantCulture)} m better";
    }

    private static string Page => File.ReadAllText(DataFiles.Find("releases.md"));

    private static IReadOnlyList<TRecord> Read<TRecord>(string name)
        where TRecord : class, IRunRecord<TRecord> => DataFiles.TryFind($"recorded/{name}.csv") is { } path ? new RecordFile<TRecord>(path).Read() : [];
}
