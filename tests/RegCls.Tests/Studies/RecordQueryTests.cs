using Deedle;
using RegCls.Data;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Tests.Studies;

public class RecordQueryTests
{
    [Fact]
    public void A_question_over_all_records_is_answered_as_by_counting()
    {
        IReadOnlyList<RunRecord> records = new RecordFile<RunRecord>(DataFiles.Find("recorded/fig4.csv")).Read();
        var expected = records.Where(record => record.Configuration.Arm == Arm.RegCls && record.Configuration.Sampling == Sampling.Severe)
            .GroupBy(record => record.Configuration.Lambda).OrderBy(group => group.Key)
            .Select(group => (Lambda: group.Key, Models: group.Count(), Error: group.Average(record => record.TestMse))).ToList();

        Frame<int, string> answer = RecordQuery.Run(
            "SELECT lambda, COUNT(*) AS models, AVG(test_mse) AS error FROM fig4 WHERE arm = 'RegCls' AND sampling = 'Severe' GROUP BY lambda ORDER BY lambda", "fig4");

        Assert.Equal(["lambda", "models", "error"], answer.ColumnKeys);
        Assert.Equal(expected.Count, answer.RowCount);
        Assert.True(expected.Count > 5);
        Assert.Equal(expected.Select(row => row.Lambda), answer.GetColumn<double>("lambda").Values);
        Assert.Equal(expected.Select(row => row.Models), answer.GetColumn<int>("models").Values);
        Assert.All(expected.Zip(answer.GetColumn<double>("error").Values), pair => Assert.Equal(pair.First.Error, pair.Second, 12));
        Assert.Equal(21_360L, Assert.Single(RecordQuery.Run("SELECT COUNT(*) AS n FROM fig4", "fig4").GetColumn<long>("n").Values));
    }

    [Fact]
    public void What_a_record_lacks_is_missing_in_the_answer()
    {
        Frame<int, string> answer = RecordQuery.Run("SELECT arm, class_accuracy FROM fig4 WHERE arm = 'Reg' LIMIT 3", "fig4");
        Assert.Equal(3, answer.GetColumn<string>("arm").ValueCount);
        Assert.Equal(0, answer.GetColumn<object>("class_accuracy").ValueCount);
    }

    [Fact]
    public void Studies_can_be_asked_together()
    {
        Frame<int, string> answer = RecordQuery.Run("SELECT (SELECT COUNT(*) FROM \"fig3-own\") + (SELECT COUNT(*) FROM fig3) AS n", "fig3", "fig3-own");
        Assert.Equal(8_000L, Assert.Single(answer.GetColumn<long>("n").Values));
    }

    [Theory]
    [InlineData("SELECT loss FROM fig3", "no such column: loss")]
    [InlineData("SELECT 1 FROM fig4", "no such table: fig4")]
    [InlineData("SELEC 1", "syntax error")]
    [InlineData("DELETE FROM fig3", "readonly")]
    public void What_cannot_be_answered_is_refused_in_one_sentence_with_the_columns(string sql, string why)
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => RecordQuery.Run(sql, "fig3"));
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("fig3: scenario, noise, sampling", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_no_studys_is_refused()
    {
        Assert.Contains("no study's name", Assert.Throws<ArgumentException>(() => RecordQuery.Run("SELECT 1", "../x")).Message, StringComparison.Ordinal);
        Assert.Contains("nothing-of-that-name.csv", Assert.Throws<FileNotFoundException>(() => RecordQuery.Run("SELECT 1", "nothing-of-that-name")).Message, StringComparison.Ordinal);
    }
}
