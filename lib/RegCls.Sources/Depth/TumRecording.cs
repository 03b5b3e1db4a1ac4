using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using RegCls.Data.Sets;

namespace RegCls.Data.Depth;

/// <summary>
/// A recording as the TUM RGB-D benchmark stores them: pictures in <c>rgb/</c>, 16-bit depths in <c>depth/</c>, and the pairs in <c>associations.txt</c>; where that is missing, each picture goes with the depth that is nearest
/// in time by <c>rgb.txt</c> and <c>depth.txt</c>, or by the numbers that the files are named by.
/// </summary>
internal sealed partial class TumRecording
{
    /// <summary>How many stored units are a metre, unless something else is said.</summary>
    public const double UnitsPerMetre = 5000;

    // Seconds between a picture and its depth at most, as in the benchmark's own tool.
    private const double LargestDifference = 0.02;

    private readonly Dictionary<string, Func<byte[]>> files;

    private TumRecording(string folder, Dictionary<string, Func<byte[]>> files)
    {
        Folder = folder;
        this.files = files;
    }

    /// <summary>The folder that holds <c>rgb/</c> and <c>depth/</c>, with a slash at its end; empty for the whole.</summary>
    public string Folder { get; }

    /// <summary>Takes the files of such recordings out of a list.</summary>
    public static IReadOnlyList<TumRecording> Take(List<(string Name, Func<byte[]> Bytes)> files)
    {
        ILookup<string, (string Name, Func<byte[]> Bytes)> folders = files.Where(file => Part().IsMatch(file.Name)).ToLookup(file => Part().Match(file.Name).Groups["folder"].Value);
        TumRecording[] found =
        [
            .. folders.Where(folder => folder.Any(file => IsIn(file.Name[folder.Key.Length..], "rgb")) && folder.Any(file => IsIn(file.Name[folder.Key.Length..], "depth")))
                .OrderBy(folder => folder.Key, NaturalOrder.Comparer)
                .Select(folder => new TumRecording(folder.Key, folder.DistinctBy(file => file.Name).ToDictionary(file => file.Name[folder.Key.Length..], file => file.Bytes))),
        ];
        HashSet<string> taken = [.. found.SelectMany(recording => recording.files.Keys.Select(name => recording.Folder + name))];
        files.RemoveAll(file => taken.Contains(file.Name));
        return found;
    }

    /// <summary>Pictures with their depths, in the order of time. A file without a partner is noted.</summary>
    public IEnumerable<(string Name, Func<byte[]> Colour, Func<byte[]> Depth)> Pairs(ProblemLog problems)
    {
        (string Colour, string Depth)[] pairs = files.Keys.Where(name => Association().IsMatch(name)).Order(NaturalOrder.Comparer).FirstOrDefault() is { } table ? [.. Associated(table, problems)] : [.. Nearest(problems)];
        HashSet<string> used = [.. pairs.SelectMany(pair => new[] { pair.Colour, pair.Depth })];
        foreach (string name in files.Keys.Where(name => name.Contains('/', StringComparison.Ordinal) && !used.Contains(name)).Order(NaturalOrder.Comparer))
        {
            Leave(problems, ProblemKind.MissingFile, $"{Folder}{name}: no {(IsIn(name, "rgb") ? "depth" : "picture")} belongs to it");
        }

        return pairs.Select(pair => (Folder + pair.Colour, files[pair.Colour], files[pair.Depth]));
    }

    private IEnumerable<(string Colour, string Depth)> Associated(string table, ProblemLog problems)
    {
        HashSet<string> seen = [];
        foreach ((string place, string[] fields) in Rows(table, 4, problems))
        {
            (string colour, string depth) = IsIn(fields[1], "depth") ? (fields[3], fields[1]) : (fields[1], fields[3]);
            if (!files.ContainsKey(colour) || !files.ContainsKey(depth))
            {
                Leave(problems, ProblemKind.MissingFile, $"{place}: {(files.ContainsKey(colour) ? depth : colour)} is not there");
            }
            else if (!seen.Add(colour) || !seen.Add(depth))
            {
                Leave(problems, ProblemKind.Duplicate, $"{place}: {colour} or {depth} has a partner already");
            }
            else
            {
                yield return (colour, depth);
            }
        }
    }

    // The closest two first, each file once.
    private IEnumerable<(string Colour, string Depth)> Nearest(ProblemLog problems)
    {
        (double Time, string Name)[] pictures = Times("rgb", problems), depths = Times("depth", problems);
        List<(double Difference, int Picture, int Depth)> near = [];
        for (int i = 0, first = 0; i < pictures.Length; i++)
        {
            while (first < depths.Length && depths[first].Time < pictures[i].Time - LargestDifference)
            {
                first++;
            }

            for (int j = first; j < depths.Length && depths[j].Time <= pictures[i].Time + LargestDifference; j++)
            {
                near.Add((Math.Abs(depths[j].Time - pictures[i].Time), i, j));
            }
        }

        int[] partner = [.. Enumerable.Repeat(-1, pictures.Length)];
        HashSet<int> taken = [];
        foreach ((_, int picture, int depth) in near.Order())
        {
            if (partner[picture] < 0 && taken.Add(depth))
            {
                partner[picture] = depth;
            }
        }

        return Enumerable.Range(0, pictures.Length).Where(i => partner[i] >= 0).Select(i => (pictures[i].Name, depths[partner[i]].Name));
    }

    private (double Time, string Name)[] Times(string kind, ProblemLog problems)
    {
        List<(double Time, string Name)> times = [];
        if (files.ContainsKey(kind + ".txt"))
        {
            foreach ((string place, string[] fields) in Rows(kind + ".txt", 2, problems))
            {
                if (!files.ContainsKey(fields[1]))
                {
                    Leave(problems, ProblemKind.MissingFile, $"{place}: {fields[1]} is not there");
                }
                else
                {
                    times.Add((Number(fields[0])!.Value, fields[1]));
                }
            }
        }
        else
        {
            times.AddRange(files.Keys.Where(name => IsIn(name, kind)).Select(name => (Number(Path.GetFileNameWithoutExtension(name)), name)).Where(pair => pair.Item1 is not null).Select(pair => (pair.Item1!.Value, pair.name)));
        }

        return [.. times.DistinctBy(time => time.Name).OrderBy(time => time.Time).ThenBy(time => time.Name, NaturalOrder.Comparer)];
    }

    // Lines of times and files.
    private IEnumerable<(string Place, string[] Fields)> Rows(string table, int width, ProblemLog problems)
    {
        string[] lines = Encoding.UTF8.GetString(files[table]()).Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string[] fields = lines[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length == 0 || fields[0].StartsWith('#'))
            {
                continue;
            }

            string place = $"{Folder}{table}, line {i + 1}";
            if (fields.Length == width && Enumerable.Range(0, width / 2).All(pair => Number(fields[2 * pair]) is not null))
            {
                yield return (place, [.. fields.Select((field, column) => column % 2 == 0 ? field : field.StartsWith("./", StringComparison.Ordinal) ? field[2..] : field)]);
            }
            else
            {
                Leave(problems, ProblemKind.UnreadableRow, $"{place}: '{lines[i].Trim()}', expected {(width == 2 ? "a time and a file" : "a time and a file, twice")}");
            }
        }
    }

    private static void Leave(ProblemLog problems, ProblemKind kind, string example)
    {
        problems.Find(RgbdFolderSource.Units);
        problems.Add(kind, example);
    }

    private static bool IsIn(string name, string folder) => name.StartsWith(folder + "/", StringComparison.OrdinalIgnoreCase);

    private static double? Number(string text) => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) ? number : null;

    [GeneratedRegex(@"^(?<folder>(?:.*/)?)(?:rgb/[^/]+\.(?:png|jpe?g)|depth/[^/]+\.png|(?:rgb|depth|assoc[^/]*)\.txt)$", RegexOptions.IgnoreCase)]
    private static partial Regex Part();

    [GeneratedRegex(@"^assoc[^/]*\.txt$", RegexOptions.IgnoreCase)]
    private static partial Regex Association();
}
