using RegCls.Data.Depth;
using RegCls.Data.Images;
using RegCls.Data.Sets;
using RegCls.Tests.Data.Depth;
using RegCls.Tests.Data.Images;
using RegCls.Tests.Fuzz;

namespace RegCls.Tests.Data.Sets;

/// <summary>A valid set of each kind, disturbed at random: nothing vanishes from the account, nothing is used twice, and messages name the line or the file. REGCLS_FUZZ_SECONDS searches longer.</summary>
public class ReaderAccountTests
{
    private const int Rows = 60;

    [Fact]
    public void Tables_of_faces() => Try(
        AgeDataSets.AgeDb, "line ", "AgeDB",
        folder => MadeUpTables.Write(folder, Rows),
        (folder, random) => new Disturbed(folder, [.. MadeUpTables.Rows(Rows)], random),
        [
            Line(row => row.Replace(",AgeDB", ",\"AgeDB", StringComparison.Ordinal), leftOut: 1),
            Line(row => "old" + row[2..], leftOut: 1),
            Line(row => "999" + row[2..], leftOut: 1),
            Line(row => row[..(row.LastIndexOf(',') + 1)] + "holdout", leftOut: 1),
            Line(row => row.Split(',')[0], leftOut: 1),
            Line(row => row + "\n   ", more: 1, noSamples: 1),
            Line(row => row.Replace('/', '\\')),
            Line(row => row.Replace("AgeDB", "agedb", StringComparison.Ordinal)),
            Line(row => row.Replace("AgeDB/", "elsewhere/", StringComparison.Ordinal)),
            Line(row => $"{row}\n{row.Split(',')[0]},./{row.Split(',')[1]},test", more: 1, leftOut: 1),
            Picture((set, row, file) => File.Delete(file), leftOut: 1),
            Picture((set, row, file) => set.Truncate(file), leftOut: 1),
            Picture((set, row, file) => File.WriteAllBytes(file, MadeUpImages.Jpeg(7, 1, 1)), leftOut: 1),
            Picture((set, row, file) => File.WriteAllBytes(file, MadeUpImages.Jpeg(set.Random.Next(1000, 9999), 90, 20)), leftOut: 1),
            Picture((set, row, file) =>
            {
                File.Copy(file, file + ".copy.jpg");
                Edit(set, text => text + $"30,AgeDB/{Path.GetFileName(file)}.copy.jpg,{(set.Random.Next(2) == 0 ? "val" : "test")}\n");
            }, more: 1, leftOut: 1),
        ],
        AgeDataSets.AgeDb.Open);

    [Fact]
    public void Folders_of_faces() => Try(
        AgeDataSets.UtkFace, ".jpg", "README",
        folder => MadeUpImages.Folder(folder, Faces()),
        (folder, random) => new Disturbed(folder, [.. Faces().Select(face => face.Name)], random),
        [
            OfFile(set => set.Truncate(set.Next()), leftOut: 1),
            OfFile(set => File.Move(set.Path(Taken(set, out string name)), set.Path("nobody" + name)), leftOut: 1),
            OfFile(set => File.WriteAllBytes(set.Path(set.Next()), MadeUpImages.Jpeg(3, 4, 4)), leftOut: 1),
            OfFile(set => Copy(set, name => name.Replace(".chip.jpg", ".chip (2).jpg", StringComparison.Ordinal)), more: 1, leftOut: 1),
            OfFile(set => Copy(set, name => "77_1_1_" + name.Split('_')[^1]), more: 1, leftOut: 1),
            OfFile(set => Copy(set, name => "186" + name[2..]), more: 1, leftOut: 1),
            OfFile(set => File.WriteAllBytes(set.Path("part1-" + set.Random.Next(10_000_000)), [1]), more: 1, noSamples: 1),
            OfFile(set =>
            {
                Directory.CreateDirectory(set.Path("part1"));
                File.WriteAllBytes(set.Path($"part1/{set.Next().Replace(".chip.jpg", "", StringComparison.Ordinal)}"), MadeUpImages.Jpeg(set.Random.Next(1000, 9999), 40, 50));
            }, more: 1, leftOut: 1),
        ],
        AgeDataSets.UtkFace.Open);

    [Fact]
    public void Tables_of_rooms() => Try(
        DepthDataSets.Nyud2, "line ", "nyu2_",
        folder => MadeUpImages.Folder(folder, MadeUpRooms.Nyud2()),
        (folder, random) => new Disturbed(folder, [.. File.ReadLines(Path.Combine(folder, "nyu2_train.csv")), .. File.ReadLines(Path.Combine(folder, "nyu2_test.csv"))], random),
        [
            Line(row => "\"" + row, leftOut: 1),
            Line(row => row.Split(',')[0], leftOut: 1),
            Line(row => row + "\n", more: 1, noSamples: 1),
            Line(row => row.Replace('/', '\\')),
            Line(row => row.Replace("data/", "whatever/", StringComparison.Ordinal)),
            Line(row => row.Replace("nyu2_t", "NYU2_T", StringComparison.Ordinal)),
            Line(row => $"{row}\n./{row}", more: 1, leftOut: 1),
            Room((set, colour, depth) => File.Delete(colour), leftOut: 1),
            Room((set, colour, depth) => File.Delete(depth), leftOut: 1),
            Room((set, colour, depth) => set.Truncate(depth), leftOut: 1),
            Room((set, colour, depth) => File.WriteAllBytes(depth, GreyPng.Encode(new ushort[MadeUpRooms.Width * MadeUpRooms.Height], MadeUpRooms.Width, MadeUpRooms.Height)), leftOut: 1),
            Room((set, colour, depth) => File.WriteAllBytes(depth, GreyPng.Encode([.. Enumerable.Repeat((ushort)90, 32 * 24)], 32, 24, 8)), leftOut: 1),
        ],
        null);

    [Fact]
    public void Recordings() => Try(
        DepthDataSets.Recording, "frame-", ".txt",
        folder => MadeUpImages.Folder(folder, MadeUpRooms.Recording(Rows)),
        (folder, random) => new Disturbed(folder, [.. Enumerable.Range(0, Rows).Select(i => $"seq-01/frame-{i:000000}")], random),
        [
            OfFile(set => File.Delete(set.Path(set.Next() + ".color.png")), leftOut: 1),
            OfFile(set => File.Delete(set.Path(set.Next() + ".depth.png")), leftOut: 1),
            OfFile(set => set.Truncate(set.Next() + ".color.png"), leftOut: 1),
            OfFile(set => set.Truncate(set.Next() + ".depth.png"), leftOut: 1),
            OfFile(set => File.WriteAllBytes(set.Path(set.Next() + ".depth.png"), MadeUpRooms.Png(1, 25.5, 8)), leftOut: 1),
            OfFile(set => File.WriteAllBytes(set.Path($"seq-01/pose-{set.Random.Next(10_000_000)}.txt"), [1]), more: 1, noSamples: 1),
            OfFile(set => File.Copy(set.Path(Taken(set, out string name) + ".color.png"), set.Path(name + ".color.jpg")), more: 1, leftOut: 1),
            OfFile(set =>
            {
                string name = set.Next(), copy = $"seq-01/frame-9{set.Random.Next(1_000_000):000000}";
                File.Copy(set.Path(name + ".color.png"), set.Path(copy + ".color.png"));
                File.Copy(set.Path(name + ".depth.png"), set.Path(copy + ".depth.png"));
            }, more: 1, leftOut: 1),
        ],
        null);

    private static IEnumerable<(string Name, byte[] Bytes)> Faces() => MadeUpImages.UtkFace([.. Enumerable.Range(0, Rows).Select(i => 20 + i % 4)]);

    private static void Try(
        IDataSet set, string named, string orNamed, Func<string, string> write, Func<string, Random, Disturbed> open, Action<Disturbed>[] disturbances, Func<string, IImageSource>? images)
    {
        foreach (int seed in FuzzSeeds.Take(16))
        {
            using TemporaryFolder temporary = new();
            string folder = Path.Combine(temporary.FullPath, "set");
            write(folder);
            Random random = new(seed);
            Disturbed disturbed = open(folder, random);
            int[] chosen = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => random.Next(disturbances.Length))];
            foreach (int k in chosen)
            {
                disturbances[k](disturbed);
            }

            string which = $"{set.Name}, seed {seed}, disturbances {string.Join(", ", chosen)}";
            DataReport report = set.Check(folder);
            Assert.True(report.Accounting.AddsUp, $"{which}: {report.Accounting}");
            Assert.True(
                (disturbed.Found, disturbed.LeftOut, disturbed.NoSamples) == (report.Accounting.Found, report.Skipped, report.Accounting.NoSamples),
                $"{which}: expected {disturbed}, got {string.Join("; ", report.Accounting.Lines())}");
            Assert.All(report.Problems.SelectMany(problem => problem.Examples), example => Assert.True(
                example.Contains(named, StringComparison.OrdinalIgnoreCase) || example.Contains(orNamed, StringComparison.OrdinalIgnoreCase) || example.StartsWith("part1-", StringComparison.Ordinal), $"{which}: {example}"));
            if (images is not null)
            {
                using ImageCache cache = ImageCache.Open(images(folder), 32, Path.Combine(temporary.FullPath, "cache"));
                Assert.Equal(report.Usable, Enumerable.Range(0, cache.Count).Select(i => Convert.ToHexString(cache.Pixels(i))).Distinct().Count());
            }
        }
    }

    // Changes a row of a table in place.
    private static Action<Disturbed> Line(Func<string, string> change, int more = 0, int leftOut = 0, int noSamples = 0) => set =>
    {
        string row = set.Next();
        Edit(set, text => text.Replace(row + "\n", change(row) + "\n", StringComparison.Ordinal));
        set.Count(more, leftOut, noSamples);
    };

    private static void Edit(Disturbed set, Func<string, string> change)
    {
        foreach (string table in Directory.GetFiles(set.Folder, "*.csv"))
        {
            string text = File.ReadAllText(table);
            if (change(text) is { } changed && changed != text)
            {
                File.WriteAllText(table, changed);
            }
        }
    }

    private static Action<Disturbed> Picture(Action<Disturbed, string, string> change, int more = 0, int leftOut = 0) => set =>
    {
        string row = set.Next();
        change(set, row, set.Path(row.Split(',')[1]));
        set.Count(more, leftOut);
    };

    private static Action<Disturbed> Room(Action<Disturbed, string, string> change, int leftOut) => set =>
    {
        string[] files = [.. set.Next().Split(',').Select(file => set.Path(file["data/".Length..]))];
        change(set, files[0], files[1]);
        set.Count(leftOut: leftOut);
    };

    private static Action<Disturbed> OfFile(Action<Disturbed> change, int more = 0, int leftOut = 0, int noSamples = 0) => set =>
    {
        change(set);
        set.Count(more, leftOut, noSamples);
    };

    private static void Copy(Disturbed set, Func<string, string> name)
    {
        string file = set.Next();
        File.Copy(set.Path(file), set.Path(name(file)));
    }

    private static string Taken(Disturbed set, out string name) => name = set.Next();
}
