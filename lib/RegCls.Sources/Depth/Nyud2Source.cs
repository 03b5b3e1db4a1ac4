using RegCls.Data.Images;
using RegCls.Data.Labels;
using RegCls.Data.Sets;

namespace RegCls.Data.Depth;

/// <summary>
/// NYUD2-DIR as Yang et al. distribute it: <c>nyu2_train.csv</c> and <c>nyu2_test.csv</c>, each line a picture and its depth without a header, the paths beginning with <c>data/</c>. Depth of training is PNG with 8 bits (255 is
/// 10 m), of the test with 16 bits (millimetres). Of each picture the middle 304/320 × 228/240 is used, as there. Validation is a fifth of the training rooms: the paper draws folders, but some rooms have several. Where
/// <c>test_balanced_mask.npy</c> lies beside the tables, the test frames carry it; where it is absent, all known test pixels count and balance is a matter of the evaluation.
/// </summary>
public sealed class Nyud2Source : IDepthSource
{
    private const string Expected = "expected nyu2_train.csv and nyu2_test.csv, each line a picture and its depth as data/nyu2_train/SCENE/1.jpg,data/nyu2_train/SCENE/1.png";
    private const double Across = 304 / 320d, Down = 228 / 240d;
    private const double EightBitsPerMetre = 25.5;
    private readonly string root;
    private readonly DataFolder folder;
    private readonly TestMaskFile? mask;
    private readonly IReadOnlyDictionary<string, Subset> rooms;
    private readonly double? perMetre;
    private readonly Lazy<string> identity;

    /// <summary>Looks at the tables; pictures are read later.</summary>
    /// <param name="path">The folder with the tables.</param>
    /// <param name="seed">Names the stream that draws the rooms of validation.</param>
    /// <param name="perMetre">How many units of a 16-bit depth are a metre; null for millimetres.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">A table is missing or has no row, or the mask is not one.</exception>
    public Nyud2Source(string path, int seed = 0, double? perMetre = null)
    {
        root = Path.GetFullPath(path);
        this.perMetre = perMetre;
        if (!Directory.Exists(root))
        {
            throw new DirectoryNotFoundException($"{path} is no folder; {Expected} in a folder.");
        }

        if (!File.Exists(Table(Subset.Train)) && File.Exists(Path.Combine(root, "data", "nyu2_train.csv")))
        {
            root = Path.Combine(root, "data");
        }

        folder = new DataFolder(root);
        ProblemLog unread = new();
        rooms = new GroupSplit().Split(Rows(Subset.Train, unread).Select(row => Room(row.Depth)), seed);
        (int Line, string Colour, string Depth)[] test = [.. Rows(Subset.Test, unread)];
        if (rooms.Count == 0 || test.Length == 0)
        {
            throw new InvalidDataException($"The table {Table(rooms.Count == 0 ? Subset.Train : Subset.Test)} has no row that can be read; {Expected}.");
        }

        string maskFile = Path.Combine(root, "test_balanced_mask.npy");
        mask = File.Exists(maskFile) ? TestMaskFile.Open(maskFile) : null;
        int lines = File.ReadLines(Table(Subset.Test)).Count(line => !string.IsNullOrWhiteSpace(line));
        if (mask is not null && mask.Count != lines)
        {
            throw new InvalidDataException($"{maskFile} has masks for {mask.Count} pictures, but {Table(Subset.Test)} lists {lines}; expected one a line: take both from the same release.");
        }

        if (mask is not null && test.Select(row => folder.Find(row.Colour)?.Full).OfType<string>().Select(file => ImageDecoder.SizeOf(File.ReadAllBytes(file))).FirstOrDefault(size => size is not null) is { } picture)
        {
            mask.Require(picture);
        }

        identity = new(() => $"NYUD2-DIR seed {seed} by rooms {perMetre:R} {FileIdentity.Of(root, [Table(Subset.Train), Table(Subset.Test), maskFile, .. new[] { Subset.Train, Subset.Test }.SelectMany(part => Rows(part, new ProblemLog())).SelectMany(row => new[] { Located(row.Colour), Located(row.Depth) })])}");
        Description = $"NYUD2-DIR, {root}, {(mask is null ? "without" : "with")} its balanced test mask";
    }

    /// <inheritdoc/>
    public string Description { get; }

    /// <inheritdoc/>
    public string Identity => identity.Value;

    /// <inheritdoc/>
    public bool HasMasks => mask is not null;

    /// <inheritdoc/>
    public bool UnitIsSaid => perMetre is not null;

    /// <inheritdoc/>
    public bool TestIsStoredApart => true;

    /// <inheritdoc/>
    public double PerMetre(Subset? part) => part is null or Subset.Test ? perMetre ?? 1000 : EightBitsPerMetre;

    /// <inheritdoc/>
    public IEnumerable<DepthEntry> Read(ProblemLog problems)
    {
        List<(SampleIdentity Identity, DepthEntry Entry)> found = [];
        foreach (Subset part in new[] { Subset.Train, Subset.Test })
        {
            foreach ((int line, string colour, string depth) in Rows(part, problems))
            {
                if (folder.Find(colour) is not { } pictureFile || folder.Find(depth) is not { } depthFile)
                {
                    problems.Add(ProblemKind.MissingFile, () => folder.Missing(folder.Find(colour) is null ? colour : depth));
                    continue;
                }

                if ((pictureFile.How ?? depthFile.How) is { } how)
                {
                    problems.Add(ProblemKind.Respelled, how);
                }

                string group = part == Subset.Test ? "test" : Room(depth);
                DepthEntry entry = new(colour, group, part == Subset.Test ? part : rooms[group], (_, _) => Decode(pictureFile.Full, depthFile.Full, part == Subset.Test ? line : -1)) { Key = pictureFile.Full };
                found.Add((new SampleIdentity(colour, entry.Key, null, entry.Subset), entry));
            }
        }

        // Rows that name one picture are known before it is decoded.
        bool[] kept = Duplicates.Kept([.. found.Select(row => row.Identity)], problems);
        return found.Where((_, i) => kept[i]).Select(row => row.Entry);
    }

    private string Table(Subset part) => Path.Combine(root, part == Subset.Test ? "nyu2_test.csv" : "nyu2_train.csv");

    private static string Room(string depth) => RoomName.Of(Path.GetDirectoryName(DataFolder.Written(depth))?.Replace('\\', '/') is { Length: > 0 } place ? place : ".");

    private string Located(string name) => folder.Find(name)?.Full ?? Path.Combine(root, name);

    private IEnumerable<(int Line, string Colour, string Depth)> Rows(Subset part, ProblemLog problems)
    {
        string table = Table(part);
        if (!File.Exists(table))
        {
            throw new InvalidDataException($"{table} is missing; {Expected}.");
        }

        // Masks go by the lines that are not empty, people by all of them.
        int line = -1, number = 0;
        foreach (string text in File.ReadLines(table))
        {
            number++;
            problems.Find("lines of the two tables");
            if (string.IsNullOrWhiteSpace(text))
            {
                problems.Add(ProblemKind.EmptyLine, $"{Path.GetFileName(table)}, line {number}");
                continue;
            }

            line++;
            if (TableLine.Fields(text) is not { } fields)
            {
                problems.Add(ProblemKind.UnreadableRow, $"{Path.GetFileName(table)}, line {number}: a quote is opened and not closed");
            }
            else if (fields.Length == 2 && fields[0].Trim() is { Length: > 0 } colour && fields[1].Trim() is { Length: > 0 } depth)
            {
                yield return (line, colour, depth);
            }
            else
            {
                problems.Add(ProblemKind.UnreadableRow, $"{Path.GetFileName(table)}, line {number}: '{(text.Length > 80 ? text[..80] + "…" : text)}', expected a picture and its depth");
            }
        }
    }

    private DepthPicture Decode(string colour, string depth, int line)
    {
        DepthPicture whole = RgbdFile.Decode(File.ReadAllBytes(colour), File.ReadAllBytes(depth), Millimetres);
        if (whole.Height > whole.Width)
        {
            throw new ImageDecodingException(ProblemKind.Shape, $"it lies on its side: {whole.Width} pixels a row and {whole.Height} rows, expected pictures that are wider than high");
        }

        DepthPicture middle = whole.Middle((int)Math.Round(Across * whole.Width), (int)Math.Round(Down * whole.Height));
        if (mask is null || line < 0)
        {
            return middle;
        }

        PictureWindow window = new(mask.Width, mask.Height, 0, 0, mask.Width, mask.Height);
        return middle with { Mask = window.Nearest<byte>(mask.Read(line), middle.Width, middle.Height) };
    }

    private ushort Millimetres(ushort value, int bits) => bits == 8 ? (ushort)Math.Round(value * 10000 / 255.0) : RgbdFile.Millimetres(value, PerMetre(Subset.Test));
}
