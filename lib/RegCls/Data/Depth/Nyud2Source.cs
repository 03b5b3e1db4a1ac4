using RegCls.Data.Images;
using RegCls.Data.Labels;
using RegCls.Data.Sets;

namespace RegCls.Data.Depth;

/// <summary>
/// NYUD2-DIR as Yang et al. distribute it: <c>nyu2_train.csv</c> and <c>nyu2_test.csv</c>, each line a picture and its depth without a header, the paths beginning with <c>data/</c>. Depth of training is PNG with 8 bits (255 is
/// 10 m), of the test with 16 bits (millimetres). Of each picture the middle 304/320 × 228/240 is used, as there. Validation is a fifth of the training folders, as in the paper. Where
/// <c>test_balanced_mask.npy</c> lies beside the tables, the test frames carry it; where it is absent, all known test pixels count and balance is a matter of the evaluation.
/// </summary>
public sealed class Nyud2Source : IDepthSource
{
    private const string Expected = "expected nyu2_train.csv and nyu2_test.csv, each line a picture and its depth as data/nyu2_train/SCENE/1.jpg,data/nyu2_train/SCENE/1.png";
    private const double Across = 304 / 320d, Down = 228 / 240d;
    private readonly string root;
    private readonly TestMaskFile? mask;
    private readonly IReadOnlyDictionary<string, Subset> folders;
    private readonly Lazy<string> identity;
    private readonly int seed;
    private readonly bool hasData;

    /// <summary>Looks at the tables; pictures are read later.</summary>
    /// <param name="path">The folder with the tables.</param>
    /// <param name="seed">Names the stream that draws the folders of validation.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">A table is missing or has no row, or the mask is not one.</exception>
    public Nyud2Source(string path, int seed = 0)
    {
        root = Path.GetFullPath(path);
        this.seed = seed;
        if (!Directory.Exists(root))
        {
            throw new DirectoryNotFoundException($"{path} is no folder; {Expected} in a folder.");
        }

        if (!File.Exists(Table(Subset.Train)) && File.Exists(Path.Combine(root, "data", "nyu2_train.csv")))
        {
            root = Path.Combine(root, "data");
        }

        hasData = Directory.Exists(Path.Combine(root, "data"));
        ProblemLog unread = new();
        folders = new GroupSplit().Split(Rows(Subset.Train, unread).Select(row => Group(row.Depth)), seed);
        int test = Rows(Subset.Test, unread).Count();
        if (folders.Count == 0 || test == 0)
        {
            throw new InvalidDataException($"The table {Table(folders.Count == 0 ? Subset.Train : Subset.Test)} has no row that can be read; {Expected}.");
        }

        string maskFile = Path.Combine(root, "test_balanced_mask.npy");
        mask = File.Exists(maskFile) ? TestMaskFile.Open(maskFile) : null;
        int lines = File.ReadLines(Table(Subset.Test)).Count(line => line.Length > 0);
        if (mask is not null && mask.Count != lines)
        {
            throw new InvalidDataException($"{maskFile} has masks for {mask.Count} pictures, but {Table(Subset.Test)} lists {lines}; expected one a line: take both from the same release.");
        }

        identity = new(() => $"NYUD2-DIR seed {seed} {FileIdentity.Of(root, [Table(Subset.Train), Table(Subset.Test), maskFile, .. new[] { Subset.Train, Subset.Test }.SelectMany(part => Rows(part, new ProblemLog())).SelectMany(row => new[] { Locate(row.Colour), Locate(row.Depth) })])}");
        Description = $"NYUD2-DIR, {root}, {(mask is null ? "without" : "with")} its balanced test mask";
    }

    /// <inheritdoc/>
    public string Description { get; }

    /// <inheritdoc/>
    public string Identity => identity.Value;

    /// <inheritdoc/>
    public bool HasMasks => mask is not null;

    /// <inheritdoc/>
    public IEnumerable<DepthEntry> Read(ProblemLog problems)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (Subset part in new[] { Subset.Train, Subset.Test })
        {
            foreach ((int line, string colour, string depth) in Rows(part, problems))
            {
                string pictureFile = Locate(colour), depthFile = Locate(depth), group = part == Subset.Test ? "test" : Group(depth);
                if (!File.Exists(pictureFile) || !File.Exists(depthFile))
                {
                    problems.Add(ProblemKind.MissingFile, File.Exists(pictureFile) ? depth : colour);
                }
                else if (!seen.Add(colour))
                {
                    problems.Add(ProblemKind.Duplicate, colour);
                }
                else
                {
                    yield return new DepthEntry(colour, group, part == Subset.Test ? part : folders[group], (_, _) => Decode(pictureFile, depthFile, part == Subset.Test ? line : -1));
                }
            }
        }
    }

    private string Table(Subset part) => Path.Combine(root, part == Subset.Test ? "nyu2_test.csv" : "nyu2_train.csv");

    private static string Group(string depth) => Path.GetDirectoryName(depth)?.Replace('\\', '/') is { Length: > 0 } folder ? folder : ".";

    // The paths of the tables begin with data/, which is the folder that the tables lie in, or lie beside.
    private string Locate(string name) => Path.Combine(root, name.StartsWith("data/", StringComparison.Ordinal) && !hasData ? name[5..] : name);

    private IEnumerable<(int Line, string Colour, string Depth)> Rows(Subset part, ProblemLog problems)
    {
        string table = Table(part);
        if (!File.Exists(table))
        {
            throw new InvalidDataException($"{table} is missing; {Expected}.");
        }

        int line = -1;
        foreach (string text in File.ReadLines(table).Where(text => text.Length > 0))
        {
            line++;
            string[] fields = text.Split(',');
            if (fields.Length == 2 && fields[0].Trim() is { Length: > 0 } colour && fields[1].Trim() is { Length: > 0 } depth)
            {
                yield return (line, colour, depth);
            }
            else
            {
                problems.Add(ProblemKind.UnreadableRow, $"{Path.GetFileName(table)}, line {line + 1}: '{text}', expected a picture and its depth");
            }
        }
    }

    private DepthPicture Decode(string colour, string depth, int line)
    {
        DepthPicture whole = RgbdFile.Decode(File.ReadAllBytes(colour), File.ReadAllBytes(depth), Millimetres);
        DepthPicture middle = whole.Middle((int)Math.Round(Across * whole.Width), (int)Math.Round(Down * whole.Height));
        if (mask is null || line < 0)
        {
            return middle;
        }

        PictureWindow window = new(mask.Width, mask.Height, 0, 0, mask.Width, mask.Height);
        return middle with { Mask = window.Nearest<byte>(mask.Read(line), middle.Width, middle.Height) };
    }

    private static ushort Millimetres(ushort value, int bits) => bits == 8 ? (ushort)Math.Round(value * 10000 / 255.0) : value == RgbdFile.Unknown ? (ushort)0 : value;
}
