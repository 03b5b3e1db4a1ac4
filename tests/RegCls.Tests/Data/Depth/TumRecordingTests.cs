using System.Globalization;
using System.Text;
using RegCls.Data;
using RegCls.Data.Depth;
using RegCls.Data.Sets;
using RegCls.Tests.Data.Images;
using RegCls.Tests.Fuzz;
using SkiaSharp;

namespace RegCls.Tests.Data.Depth;

/// <summary>Recordings in the layout of the TUM RGB-D benchmark.</summary>
public sealed class TumRecordingTests : IDisposable
{
    private const int Width = 32, Height = 24;
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Pairs_are_those_of_the_associations_whichever_half_comes_first()
    {
        foreach (bool depthFirst in new[] { false, true })
        {
            string path = Write($"first-{depthFirst}", [1.1, 1.2, 1.3], [1.11, 1.19, 1.33], [("associations.txt", Lines(["1.1 rgb/1.100000.png 1.19 depth/1.190000.png", "1.3 rgb/1.300000.png 1.33 depth/1.330000.png"], depthFirst))]);
            ProblemLog problems = new();
            Assert.Equal([(0, 1), (2, 2)], Read(path, problems));
            Assert.Equal(2, Assert.Single(problems.Summaries()).Count);
            Assert.Contains("rgb/1.200000.png: no depth belongs to it", problems.Summaries()[0].ToString(), StringComparison.Ordinal);
        }

        static string[] Lines(string[] lines, bool turned) => ["# pairs", .. lines.Select(line => line.Split(' ')).Select(field => turned ? $"{field[2]} {field[3]} {field[0]} {field[1]}" : string.Join(' ', field))];
    }

    [Fact]
    public void Without_associations_each_picture_goes_with_the_nearest_depth_and_everything_is_accounted_for()
    {
        foreach (int seed in FuzzSeeds.Take(30))
        {
            RandomStream stream = RandomStream.Named("test", "tum", seed);
            double[] pictures = Times(7), depths = Times(7);
            bool tables = stream.NextInt32(2) == 0;
            string path = Write($"seed-{seed}", pictures, depths, tables ? [("rgb.txt", Table("rgb", pictures)), ("depth.txt", Table("depth", depths))] : []);
            ProblemLog problems = new();
            (int Picture, int Depth)[] pairs = [.. Read(path, problems)];

            // The definition: of all pairs within 0.02 s the closest, then the closest of what is left.
            List<(int Picture, int Depth)> expected = [];
            foreach ((int i, int j) in Enumerable.Range(0, 7).SelectMany(i => Enumerable.Range(0, 7).Select(j => (i, j))).Where(pair => Math.Abs(pictures[pair.i] - depths[pair.j]) <= 0.02).OrderBy(pair => Math.Abs(pictures[pair.i] - depths[pair.j])))
            {
                if (expected.TrueForAll(pair => pair.Picture != i && pair.Depth != j))
                {
                    expected.Add((i, j));
                }
            }

            Assert.Equal(expected.Order(), pairs);
            Assert.Equal(14, 2 * pairs.Length + problems.Summaries().Sum(problem => problem.Count));

            double[] Times(int count) => [.. Enumerable.Range(0, count).Select(i => Math.Round(9.95 + i * 0.033 + 0.017 * stream.NextDouble(), 6))];
        }
    }

    [Fact]
    public void Depths_have_5000_units_a_metre_unless_something_else_is_said()
    {
        string path = Write("units", [1], [1], [("associations.txt", ["1 rgb/1.000000.png 1 depth/1.000000.png"])]);
        Assert.Equal(MadeUpFrames.Depth(100, Width, Height).Select(value => (ushort)Math.Round(value / 5.0)), Decoded(new RgbdFolderSource(path)));
        Assert.Equal(MadeUpFrames.Depth(100, Width, Height), Decoded(new RgbdFolderSource(path, 1000)));
        Assert.NotEqual(new RgbdFolderSource(path).Identity, new RgbdFolderSource(path, 1000).Identity);

        static ushort[] Decoded(RgbdFolderSource source) => Assert.Single(source.Read(new ProblemLog())).Decode(Width, Height).Depth;
    }

    [Fact]
    public void Several_recordings_in_a_folder_or_archive_are_read_beside_pairs_of_the_other_layout()
    {
        (string, byte[])[] files = [.. Files([1, 2], [1, 2]).SelectMany(file => new[] { ($"desk/{file.Name}", file.Bytes), ($"room/{file.Name}", file.Bytes) }), ("desk/rgb.txt", "1 rgb/1.000000.png\n2 rgb/2.000000.png\n"u8.ToArray()), .. MadeUpFrames.Recording(3, "hall/"), ("desk/accelerometer.txt", "1"u8.ToArray())];
        foreach (string path in new[] { MadeUpImages.Folder(Path.Combine(folder.FullPath, "all"), files), MadeUpImages.Tar(Path.Combine(folder.FullPath, "all.tar"), files) })
        {
            ProblemLog problems = new();
            Assert.Equal([("desk", 2), ("room", 2), ("hall", 3)], new RgbdFolderSource(path).Read(problems).GroupBy(entry => Path.GetFileName(entry.Group)).Select(group => (group.Key, group.Count())));
            Assert.Contains("accelerometer.txt", Assert.Single(problems.Summaries()).ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_line_that_cannot_be_read_is_named()
    {
        string path = Write("lines", [1, 2, 3], [1, 2, 3], [("rgb.txt", ["# time file", "1 rgb/1.000000.png", "2,0 rgb/2.000000.png", "3 rgb/3.000000.jpg"]), ("depth.txt", Table("depth", [1, 2, 3]))]);
        ProblemLog problems = new();
        Assert.Equal([(0, 0)], Read(path, problems));
        string all = string.Join('\n', problems.Summaries());
        Assert.Contains("rgb.txt, line 3: '2,0 rgb/2.000000.png', expected a time and a file", all, StringComparison.Ordinal);
        Assert.Contains("rgb.txt, line 4: rgb/3.000000.jpg is not there", all, StringComparison.Ordinal);
    }

    private static string[] Table(string kind, double[] times) => ["# timestamp filename", .. times.Select(time => string.Create(CultureInfo.InvariantCulture, $"{time:F6} {kind}/{time:F6}.png"))];

    private static IEnumerable<(string Name, byte[] Bytes)> Files(double[] pictures, double[] depths) =>
    [
        .. pictures.Select((time, i) => (string.Create(CultureInfo.InvariantCulture, $"rgb/{time:F6}.png"), MadeUpImages.Jpeg(i, Width, Height, SKEncodedImageFormat.Png))),
        .. depths.Select((time, i) => (string.Create(CultureInfo.InvariantCulture, $"depth/{time:F6}.png"), MadeUpFrames.DepthPng(100 + i, Width, Height))),
    ];

    private string Write(string name, double[] pictures, double[] depths, (string Name, string[] Lines)[] tables) => MadeUpImages.Folder(
        Path.Combine(folder.FullPath, name), [.. Files(pictures, depths), .. tables.Select(table => (table.Name, Encoding.UTF8.GetBytes(string.Join('\n', table.Lines))))]);

    // Which picture and depth were put together, told by their content.
    private static IEnumerable<(int Picture, int Depth)> Read(string path, ProblemLog problems)
    {
        foreach (DepthEntry entry in new RgbdFolderSource(path, 1000).Read(problems))
        {
            DepthPicture picture = entry.Decode(Width, Height);
            yield return (picture.Colour[0] / 40, Enumerable.Range(0, 8).Single(i => MadeUpFrames.Depth(100 + i, Width, Height).SequenceEqual(picture.Depth)));
        }
    }
}
