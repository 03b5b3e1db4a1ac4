using System.Globalization;
using RegCls.Data.Depth;
using RegCls.Data.Labels;
using RegCls.Data.Sets;
using RegCls.Figures;
using RegCls.Studies;
using RegCls.Studies.Depth;
using RegCls.Tests.Studies;

namespace RegCls.Tests.Figures;

public sealed class DepthFiguresTests
{
    private static DepthRecord Record(DepthMethod method, int classes, int seed, double all, double few, double onTest) => new()
    {
        Configuration = new DepthRun { Data = DepthData.Recording, Method = method, Classes = classes, Epochs = 3, Seed = seed, Fold = seed },
        ValidationRmse = 0.4,
        OnValidation = new DepthScores(2, [all, 0.2, null, few], 0.5, 0.1, 0.05, [0.7, 0.8, 0.9]),
        OnTest = new DepthScores(3, [onTest, 0.2, null, few], 0.5, 0.1, 0.05, [0.7, 0.8, 0.9]),
        Seconds = 1,
        Version = "test",
    };

    private static readonly DepthRecord[] Records =
    [
        Record(DepthMethod.Reg, 0, 0, 0.5, 0.9, 0.4), Record(DepthMethod.Reg, 0, 1, 0.7, 1.1, 0.6),
        Record(DepthMethod.RegCls, 10, 0, 0.4, 0.8, 0.3), Record(DepthMethod.RegCls, 10, 1, 0.8, 0.9, 0.5),
        Record(DepthMethod.RegBalancedSamples, 0, 0, 0.45, 0.7, 0.44),
    ];

    [Fact]
    public void Live_recorded_and_published_stand_side_by_side()
    {
        var table = DepthTable.Compare([Records[0]], Records, PublishedDepthError.Tab2(), "best_val");
        string[] methods = [.. table.GetColumn<string>("RMSE, m, best on validation").Values];
        Assert.Equal(["reg", "reg+cls (10 cls)"], methods[..2]);
        Assert.Contains("reg+cls bal. (100 cls)", methods);
        Assert.DoesNotContain("reg, balanced samples", methods);
        Assert.Equal(["0.500", "–"], table.GetColumn<string>("live: all").Values.Take(2));
        Assert.Equal(["0.600 (0.141)", "0.600 (0.283)"], table.GetColumn<string>("recorded: all").Values.Take(2));
        Assert.Equal(["1.614 (0.051)", "1.576 (0.063)"], table.GetColumn<string>("published: all").Values.Take(2));
        Assert.Equal("1.000 (0.141)", table.GetColumn<string>("recorded: few").Values.First());
    }

    [Fact]
    public void Tab4_has_the_balanced_samples_only_and_no_columns_that_say_nothing()
    {
        var table = DepthTable.Compare([], Records, PublishedDepthError.Tab4(), "best_test", balancedSamples: true);
        Assert.Equal(["RMSE, m, best on test (bad practice)", "recorded: all", "published: all", "recorded: few"], table.ColumnKeys);
        Assert.Equal(["reg", "reg+cls"], table.GetColumn<string>("RMSE, m, best on test (bad practice)").Values);
        Assert.Equal(["0.440", "–"], table.GetColumn<string>("recorded: all").Values);
        Assert.Equal(["1.492 (0.042)", "1.593 (0.025)"], table.GetColumn<string>("published: all").Values);
    }

    [Fact]
    public void Differences_are_paired_by_split_and_seed()
    {
        var table = VerdictTable.Create(Families.Depth(Records));
        Assert.Equal(["reg+cls − reg"], table.GetColumn<string>("question").Values);
        Assert.Equal(["0.0000"], table.GetColumn<string>("effect").Values);
        Assert.Equal(["1 of 2 splits"], table.GetColumn<string>("first is lower in").Values);
        Assert.Equal(["described"], table.GetColumn<string>("verdict").Values);
        Assert.Equal("–", DepthTable.Create(Records).GetColumn<string>("val.: medium").Values.First());
    }

    [Fact]
    public void A_gallery_shows_picture_truth_prediction_and_error()
    {
        DepthPicture frame = KinectFrame.Load().Resized(40, 30);
        PictureFrames frames = new([frame], 40, 30);
        ushort[] truth = new ushort[20 * 15];
        DepthPixels.Halve(frame.Depth, 40, truth);
        float[] prediction = [.. truth.Select(depth => depth / 1000f + 0.5f)];
        string html = DepthGallery.Predictions("A frame.", [new DepthExample("one", 40, 30, frames.Colour(0).ToArray(), truth, [("reg", prediction)])], 4, 1);
        Assert.Equal(4, html.Split("data:image/png;base64,").Length - 1);
        Assert.Contains("RMSE 0.50 m", html, StringComparison.Ordinal);
        Assert.Contains("error of reg", html, StringComparison.Ordinal);
        SampleView view = new("a/<1>", "1.25", 40, 30, frame.Colour, frame.Depth);
        Assert.Equal(4, SampleSheet.Html("Two.", [view, view]).Split("data:image/png;base64,").Length - 1);
        Assert.Throws<ArgumentException>(() => DepthGallery.Predictions("None.", [], 4, 1));
    }

    [Fact]
    public void The_numbers_that_notebook_08_states_are_those_of_the_tables()
    {
        LabelCounts counts = DepthDistribution.Nyud2();
        string read = Cell("distribution-read");
        Assert.Contains(FormattableString.Invariant($"{Share(0, 30):F0} % of the pixels are nearer than 3 m and {Share(50, 100):F0} % are farther than 5 m"), read, StringComparison.Ordinal);
        double near = Enumerable.Range(20, 10).Average(bucket => (double)counts.InBin(bucket)), far = Enumerable.Range(90, 10).Average(bucket => (double)counts.InBin(bucket));
        Assert.InRange(near / far, 45, 60);

        string tab2 = Cell("tab2-read");
        foreach ((string method, string rule, string shot) in new[] { ("reg", "best_val", "all"), ("reg+cls bal. (10 cls)", "best_val", "all"), ("reg", "best_val", "many"), ("reg", "best_test", "all") })
        {
            Assert.Contains(Published(PublishedDepthError.Tab2(), method, rule, shot).ToString("F3", CultureInfo.InvariantCulture) + " m", tab2, StringComparison.Ordinal);
        }

        PublishedDepthError[] onValidation = [.. PublishedDepthError.Tab2().Where(entry => entry.Rule == "best_val")];
        Assert.Equal("reg", onValidation.Where(entry => entry.Shot == "many").MinBy(entry => entry.Mean)!.Method);
        Assert.Equal("reg+cls bal. (10 cls)", onValidation.Where(entry => entry.Shot == "all").MinBy(entry => entry.Mean)!.Method);
        double step = 1.614 - 1.499;
        Assert.Equal(5, onValidation.Count(entry => entry.Shot == "all" && entry.Method != "reg" && 1.614 - entry.Mean < step));
        Assert.Contains("(1.614 to 1.442 m)", Cell("tab4-read"), StringComparison.Ordinal);
        Assert.Equal(1.442, Published(PublishedDepthError.Tab4(), "reg", "best_val", "all"));

        static string Cell(string id) => NotebookProse.Cell("08-depth.ipynb", id);
        static double Published(IReadOnlyList<PublishedDepthError> table, string method, string rule, string shot) => table.Single(entry => entry.Method == method && entry.Rule == rule && entry.Shot == shot).Mean;
        double Share(int from, int to) => 100.0 * Enumerable.Range(from, to - from).Sum(bucket => (double)counts.InBin(bucket)) / counts.Total;
    }
}
