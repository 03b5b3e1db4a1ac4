using System.Formats.Tar;
using RegCls.Data.Images;
using RegCls.Data.Labels;
using RegCls.Data.Sets;

namespace RegCls.Data.Depth;

/// <summary>
/// RGB-D recordings as they are commonly stored: a folder, or its <c>.tar</c>, of <c>NAME.color.jpg</c> or <c>NAME.color.png</c> with <c>NAME.depth.png</c> beside it, 16-bit
/// millimetres, 0 or 65535 where nothing was measured. Frames follow each other in the order of their names; each folder is a recording. Or as TUM stores them (<see cref="TumRecording"/>), with 5000 units a metre.
/// </summary>
public sealed class RgbdFolderSource : IDepthSource
{
    private const string Expected = "expected pairs such as frame-000000.color.jpg and frame-000000.depth.png, or the folders rgb and depth";
    private const double MillimetresPerMetre = 1000;

    /// <summary>What is counted.</summary>
    internal const string Units = "frames and other files";

    private readonly string path;
    private readonly bool archive;
    private readonly double? perMetre;
    private double ofLayout = MillimetresPerMetre;

    /// <summary>Looks at what there is; frames are read later.</summary>
    /// <param name="path">Folder or <c>.tar</c>.</param>
    /// <param name="perMetre">How many stored units of depth are a metre; null for what the layout says.</param>
    /// <exception cref="FileNotFoundException">There is nothing at the path.</exception>
    /// <exception cref="InvalidDataException">The folder holds no file, or the file is no archive.</exception>
    public RgbdFolderSource(string path, double? perMetre = null)
    {
        this.perMetre = perMetre;
        this.path = Path.GetFullPath(path);
        if (Directory.Exists(this.path))
        {
            string[] files = Files();
            if (files.Length == 0)
            {
                throw new InvalidDataException($"The folder {path} holds no file; {Expected}.");
            }

            Identity = $"RGB-D folder {perMetre:R} {FileIdentity.Of(this.path, files)}";
        }
        else if (File.Exists(this.path))
        {
            archive = true;
            if (!path.EndsWith(".tar", StringComparison.OrdinalIgnoreCase))
            {
                throw new InvalidDataException($"{path} is neither a folder nor a .tar file; {Expected} in one of these (unpack a compressed archive first: its frames cannot be read in their order).");
            }

            Identity = $"RGB-D archive {perMetre:R} {FileIdentity.Of(Path.GetDirectoryName(this.path)!, [this.path])}";
        }
        else
        {
            throw new FileNotFoundException($"{path} does not exist; name a folder or .tar of an RGB-D recording.");
        }

        Description = $"RGB-D recording, {(archive ? "archive" : "folder")} {this.path}";
    }

    /// <inheritdoc/>
    public string Description { get; }

    /// <inheritdoc/>
    public string Identity { get; }

    /// <inheritdoc/>
    public bool HasMasks => false;

    /// <inheritdoc/>
    public bool UnitIsSaid => perMetre is not null;

    /// <inheritdoc/>
    public IEnumerable<DepthEntry> Read(ProblemLog problems)
    {
        SortedDictionary<(string Group, string Name), (Func<byte[]>? Colour, Func<byte[]>? Depth)> frames = new(Comparer<(string Group, string Name)>.Create(ByTime));
        List<(string Name, Func<byte[]> Bytes)> files = archive ? Archived(problems) : [.. Files().Select(file => (Path.GetRelativePath(path, file).Replace('\\', '/'), (Func<byte[]>)(() => File.ReadAllBytes(file))))];
        foreach (TumRecording recording in TumRecording.Take(files))
        {
            ofLayout = TumRecording.UnitsPerMetre;
            foreach ((string name, Func<byte[]> colour, Func<byte[]> depth) in recording.Pairs(problems))
            {
                problems.Find(Units);
                yield return Frame(name, recording.Folder.TrimEnd('/'), colour, depth, TumRecording.UnitsPerMetre);
            }
        }

        bool apart = false;
        foreach ((string name, Func<byte[]> bytes) in files)
        {
            if (Stem(name, ".color.jpg", ".color.jpeg", ".color.png") is { } colour)
            {
                (Func<byte[]>? was, Func<byte[]>? depth) = frames.GetValueOrDefault(colour);
                Twice(was, name);
                frames[colour] = (was ?? bytes, depth);
            }
            else if (Stem(name, ".depth.png") is { } depth)
            {
                (Func<byte[]>? picture, Func<byte[]>? was) = frames.GetValueOrDefault(depth);
                Twice(was, name);
                frames[depth] = (picture, was ?? bytes);
            }
            else
            {
                problems.Find(Units);
                problems.Add(ProblemKind.OtherFile, name);
                apart |= Path.GetFileName(Path.GetDirectoryName(name)) is { } folder && folder.Equals("depth", StringComparison.OrdinalIgnoreCase);
            }
        }

        if (frames.Count == 0 && ofLayout == MillimetresPerMetre && apart)
        {
            throw new InvalidDataException($"{path} holds depths in a folder of their own, as ScanNet does; {Expected}: give each pair one name side by side, or call the folder of the pictures rgb.");
        }

        foreach (((string group, string name), (Func<byte[]>? colour, Func<byte[]>? depth)) in frames)
        {
            problems.Find(Units);
            string full = group.Length == 0 ? name : $"{group}/{name}";
            if (colour is null || depth is null)
            {
                problems.Add(ProblemKind.MissingFile, $"{full}.{(colour is null ? "color.jpg" : "depth.png")} (its other half is there)");
                continue;
            }

            yield return Frame(full, group, colour, depth, MillimetresPerMetre);
        }

        // Of two files for one half of a frame the first counts.
        void Twice(Func<byte[]>? was, string name)
        {
            if (was is not null)
            {
                problems.Find(Units);
                problems.Add(ProblemKind.Duplicate, $"{name} is there more than once");
            }
        }
    }

    private DepthEntry Frame(string name, string group, Func<byte[]> colour, Func<byte[]> depth, double unitsPerMetre)
        => new(name, group.Length == 0 ? Path.GetFileNameWithoutExtension(path) : group, null, (_, _) => RgbdFile.Decode(colour(), depth(), (value, bits) => Millimetres(value, bits, perMetre ?? unitsPerMetre)));

    /// <inheritdoc/>
    public double PerMetre(Subset? part) => perMetre ?? ofLayout;

    private static ushort Millimetres(ushort value, int bits, double unitsPerMetre)
        => bits == 16 ? RgbdFile.Millimetres(value, unitsPerMetre)
            : throw new ImageDecodingException(ProblemKind.Undecodable, $"the depth has {bits} bits a pixel, expected 16");

    private static int ByTime((string Group, string Name) one, (string Group, string Name) two)
        => NaturalOrder.Comparer.Compare(one.Group, two.Group) is not 0 and int order ? order : NaturalOrder.Comparer.Compare(one.Name, two.Name);

    private static (string Group, string Name)? Stem(string name, params string[] endings)
    {
        string? ending = endings.FirstOrDefault(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        if (ending is null)
        {
            return null;
        }

        string stem = name[..^ending.Length];
        int slash = stem.LastIndexOf('/');
        return slash < 0 ? ("", stem) : (stem[..slash], stem[(slash + 1)..]);
    }

    private string[] Files() => [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    // Only where each file lies in the archive is kept; its bytes are read when the frame is decoded.
    private List<(string Name, Func<byte[]> Bytes)> Archived(ProblemLog problems)
    {
        List<(string, Func<byte[]>)> files = [];
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        using TarReader tar = new(file);
        try
        {
            TarGuard.Check(file);
            while (tar.GetNextEntry() is { } entry)
            {
                if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile))
                {
                    continue;
                }

                (long offset, long length) = (entry.DataOffset, entry.Length);
                if (length < 0 || length > file.Length - offset)
                {
                    throw new InvalidDataException($"{entry.Name} is cut");
                }

                files.Add((entry.Name.StartsWith("./", StringComparison.Ordinal) ? entry.Name[2..] : entry.Name, () => Slice(offset, length)));
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or FormatException or ArgumentException or OverflowException)
        {
            problems.Find(Units);
            problems.Add(ProblemKind.TornArchive, $"{Path.GetFileName(path)} breaks off after {files.Count} files ({exception.Message.TrimEnd('.')})");
        }

        return files;
    }

    private byte[] Slice(long offset, long length)
    {
        byte[] bytes = new byte[length];
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        file.Position = offset;
        file.ReadExactly(bytes);
        return bytes;
    }
}
