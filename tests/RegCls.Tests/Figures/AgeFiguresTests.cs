using System.Text.RegularExpressions;
using Deedle;
using Plotly.NET;
using RegCls.Data.Images;
using RegCls.Data.Labels;
using RegCls.Figures;
using RegCls.Studies;
using RegCls.Studies.Images;
using RegCls.Tests.Data.Images;

namespace RegCls.Tests.Figures;

public sealed class AgeFiguresTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // A made-up model of each run: reg is off by 10 + seed / 10 years, every other method by 1 less; few-shot ages three times as much; medium-shot ages have no image.
    private static List<AgeRecord> Records() =>
    [
        .. AgeStudy.CreateUtk(Profile.Full).Configurations.Select(run =>
        {
            double error = (run.Method is AgeMethod.Reg or AgeMethod.RegKept ? 10 : 9) + run.Seed / 10.0;
            return new AgeRecord
            {
                Configuration = run,
                ValidationMse = error * error,
                BestEpoch = 1,
                Mae = [error, error, null, 3 * error],
                Mse = [error * error, error * error, null, 9 * error * error],
                GeometricMean = [error, error, null, error],
                DecadeMae = [.. Enumerable.Range(0, AgeRecord.Decades).Select(decade => decade == 11 ? (double?)null : error + decade)],
                DecadeBias = [.. Enumerable.Range(0, AgeRecord.Decades).Select(decade => decade == 11 ? (double?)null : 50 - (10 * decade))],
                Seconds = 1,
                Version = "test",
            };
        }),
    ];

    private static string Json(GenericChart chart) => Regex.Unescape(GenericChart.toFigureJson(chart));

    private static string Cell(Frame<int, string> frame, int row, string column) => frame.GetColumn<object>(column)[row].ToString()!;

    [Fact]
    public void The_table_has_a_row_a_method_with_mean_and_deviation_over_seeds_and_a_dash_for_nothing()
    {
        Frame<int, string> table = AgeTable.Create(Records().Where(record => record.Configuration.WeightDecay == 0 && record.Configuration.Method is not AgeMethod.ScaledReg));
        Assert.Equal(19, table.RowCount);
        Assert.Equal("reg", Cell(table, 0, "method"));
        Assert.Equal("10.10 (0.10)", Cell(table, 0, "MAE all"));
        Assert.Equal("30.30 (0.30)", Cell(table, 0, "MAE few"));
        Assert.DoesNotContain("MAE medium", table.ColumnKeys);

        List<AgeRecord> some = [.. Records().Take(2)];
        some[0] = some[0] with { Mae = [1, 2, 3, 4] };
        Assert.Equal("–", Cell(AgeTable.Create(some), 1, "MAE medium"));
        Assert.Equal("1.00", Cell(AgeTable.Create(some), 0, "MAE all"));
    }

    [Fact]
    public void The_published_tables_show_the_papers_numbers()
    {
        Frame<int, string> table = AgeTable.Published(PublishedAgeError.Tab3());
        Assert.Equal(10, table.RowCount);
        Assert.Equal(("reg, last layer GAI", "8.12", "–"), (Cell(table, 2, "published, IMDB-WIKI-DIR"), Cell(table, 2, "MAE all"), Cell(table, 2, "MSE all")));
        Assert.Equal("25.30 (0.19)", Cell(table, 9, "MAE few"));
        Assert.Equal(["published, IMDB-WIKI-DIR", "MAE all", "MSE all"], AgeTable.Published(PublishedAgeError.Tab4()).ColumnKeys);
    }

    [Fact]
    public void Each_question_of_the_rules_has_a_row()
    {
        Frame<int, string> table = VerdictTable.Create(Families.Faces(Records()));
        Assert.Equal(32, table.RowCount);
        int control = Enumerable.Range(0, 32).Single(row => Cell(table, row, "question") == "decay 0.0001, all ages: reg+cls (100 cls) − scaled reg, λ = 10");
        Assert.Equal(("0.00", "[0.00, 0.00]", "described"), (Cell(table, control, "effect"), Cell(table, control, "95 % interval"), Cell(table, control, "verdict")));

        // Every seed gains one year, three on few-shot ages, so the interval has no width (up to rounding).
        Assert.Equal(("decay 0, all ages: reg+cls (2 cls) − reg", "−1.00", "[−1.00, −1.00]"), (Cell(table, 0, "question"), Cell(table, 0, "effect"), Cell(table, 0, "95 % interval")));
        Assert.Equal(("decay 0, few-shot ages: reg+cls (2 cls) − reg", "−3.00"), (Cell(table, 1, "question"), Cell(table, 1, "effect")));
        Assert.Equal(0, VerdictTable.Create(Families.Faces([.. Records().Where(record => record.Configuration.Seed == 0)])).RowCount);
    }

    [Fact]
    public void Error_against_age_says_what_was_run_and_leaves_out_empty_decades()
    {
        List<AgeRecord> some = [.. Records().Where(record => record.Configuration is { WeightDecay: > 0 })];
        string figure = Json(AgeErrorFigure.Create(some, AgeDistributions.UtkFace(), "full run, recorded"));
        Assert.Contains("full run, recorded: UTKFace, 64 px, 8 epochs, 3 seeds, 15 models", figure, StringComparison.Ordinal);
        Assert.Contains("[5.0,15.0,25.0,35.0,45.0,55.0,65.0,75.0,85.0,95.0,105.0]", figure, StringComparison.Ordinal);
        Assert.All(["MAE, years", "bias, years", "training images, own scale", "scaled reg"], text => Assert.Contains(text, figure, StringComparison.Ordinal));
        Assert.Contains("none", Assert.Throws<ArgumentException>(() => AgeErrorFigure.Create([some[0] with { DecadeMae = [] }], AgeDistributions.UtkFace(), "")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fig_8_keeps_equally_many_samples_of_each_class_that_is_left()
    {
        // 1000, 10 and 100 samples: three classes; the keep probabilities are inverse to the counts, so each keeps 10.
        string figure = Json(Fig8Figure.Create([("made up", LabelCounts.FromCounts(0, [1000, 10, 100]))], 0, 3, "age, years", ranges: 3));
        Assert.Contains("1,110 training samples", figure, StringComparison.Ordinal);
        Assert.Contains("of 3 classes left", figure, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Fig8Figure.Create([], 0, 3, "age"));
    }

    [Fact]
    public void The_worst_predictions_come_first()
    {
        string path = MadeUpImages.Folder(folder.FullPath, MadeUpImages.UtkFace(20, 40, 60));
        using ImageCache images = ImageCache.Open(new UtkFaceSource(path), 16, Path.Combine(folder.FullPath, "cache"));
        int young = images.Labels.IndexOf(20), old = images.Labels.IndexOf(60);
        string html = WorstPredictions.Html("a <b> title", images, [young, old], [21.5, 30], 10);
        Assert.True(html.IndexOf("60 → 30", StringComparison.Ordinal) < html.IndexOf("20 → 21.5", StringComparison.Ordinal));
        Assert.Contains("a &lt;b&gt; title", html, StringComparison.Ordinal);
        Assert.DoesNotContain("20 → 21.5", WorstPredictions.Html("", images, [young, old], [21.5, 30], 1), StringComparison.Ordinal);
        Assert.Contains("1 predictions for 2 images", Assert.Throws<ArgumentException>(() => WorstPredictions.Html("", images, [0, 1], [1])).Message, StringComparison.Ordinal);
    }
}
