using System.Diagnostics;
using System.Globalization;
using System.Text;
using RegCls.Data.Depth;
using RegCls.Data.Images;
using RegCls.Data.Sets;

namespace RegCls.Benchmarks;

/// <summary>How long the tables of the paper's data sets take to read, every named file looked for, before the first picture is decoded: made-up sets in their layouts with as many names.</summary>
internal static class TableReading
{
    private const int Faces = 213_553, Rooms = 50_688, TestRooms = 654, InFolder = 1000;

    public static void Run()
    {
        string root = Directory.CreateTempSubdirectory("regcls-tables-").FullName;
        try
        {
            MakeFaces(root);
            Time("IMDB-WIKI-DIR", Faces, problems => AgeDataSets.ImdbWiki.Open(root).Read(problems).Count());
            string rooms = Path.Combine(root, "rooms");
            MakeRooms(rooms);
            Time("NYUD2-DIR", Rooms + TestRooms, problems => new Nyud2Source(rooms).Read(problems).Count());
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static void Time(string set, int expected, Func<ProblemLog, int> read)
    {
        Stopwatch watch = Stopwatch.StartNew();
        int count = read(new ProblemLog());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{set}: {count} of {expected} entries in {watch.Elapsed.TotalSeconds:F2} s"));
    }

    private static void MakeFaces(string root)
    {
        StringBuilder table = new("age,path,split\n");
        for (int i = 0; i < Faces; i++)
        {
            string name = Named(root, $"faces/{i / InFolder:000}/{i}.jpg");
            table.Append(CultureInfo.InvariantCulture, $"{i % 100},{name},{(i < 191_509 ? "train" : i % 2 == 0 ? "val" : "test")}\n");
        }

        File.WriteAllText(Path.Combine(root, "imdb_wiki.csv"), table.ToString());
    }

    private static void MakeRooms(string root)
    {
        StringBuilder train = new(), test = new();
        for (int i = 0; i < Rooms; i++)
        {
            train.Append(CultureInfo.InvariantCulture, $"data/{Named(root, $"nyu2_train/room_{i / 180:0000}_out/{i}.jpg")},data/{Named(root, $"nyu2_train/room_{i / 180:0000}_out/{i}.png")}\n");
        }

        for (int i = 0; i < TestRooms; i++)
        {
            test.Append(CultureInfo.InvariantCulture, $"data/{Named(root, $"nyu2_test/{i:00000}_colors.png")},data/{Named(root, $"nyu2_test/{i:00000}_depth.png")}\n");
        }

        File.WriteAllText(Path.Combine(root, "nyu2_train.csv"), train.ToString());
        File.WriteAllText(Path.Combine(root, "nyu2_test.csv"), test.ToString());
    }

    // Pictures are not decoded here, so a byte stands for one.
    private static string Named(string root, FormattableString name)
    {
        string path = FormattableString.Invariant(name), full = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, [0]);
        return path;
    }
}
