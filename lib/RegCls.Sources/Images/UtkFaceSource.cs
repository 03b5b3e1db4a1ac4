using System.Formats.Tar;
using System.IO.Compression;
using RegCls.Data.Sets;

namespace RegCls.Data.Images;

/// <summary>UTKFace as people have it: a folder of <c>AGE_GENDER_RACE_DATE.jpg.chip.jpg</c>, at any depth, or the <c>.tar</c> or <c>.tar.gz</c> of one.</summary>
public sealed class UtkFaceSource : IImageSource
{
    // A JPEG hardly shrinks in an archive, so ten times its length is more than any set of faces unpacks to; small ones have long paddings.
    private const long MostExpansion = 10, UnpackedAnyway = 16 << 20;

    private const string Expected = "expected files such as 41_0_3_20170119171541497.jpg.chip.jpg";
    private const string Units = "files";

    // What an archive says of itself is not believed beyond this.
    private const long LargestImage = 64 << 20;
    private readonly string path;
    private readonly double maximumAge;
    private readonly string[]? files;

    /// <summary>Looks at what there is; images are read later.</summary>
    /// <param name="path">Folder, <c>.tar</c>, <c>.tar.gz</c> or <c>.tgz</c>.</param>
    /// <param name="maximumAge">Older than this is impossible, in years; 116 is the highest age of the published set.</param>
    /// <exception cref="FileNotFoundException">There is nothing at the path.</exception>
    /// <exception cref="InvalidDataException">The folder holds no file, or the file is no archive.</exception>
    public UtkFaceSource(string path, double maximumAge = 120)
    {
        this.path = Path.GetFullPath(path);
        this.maximumAge = maximumAge;
        if (Directory.Exists(this.path))
        {
            files = [.. Directory.EnumerateFiles(this.path, "*", SearchOption.AllDirectories).OrderBy(Path.GetFileName, StringComparer.Ordinal).ThenBy(file => file, StringComparer.Ordinal)];
            if (files.Length == 0)
            {
                throw new InvalidDataException($"The folder {path} holds no file; {Expected}.");
            }

            Identity = $"UTKFace folder {maximumAge:R} {FileIdentity.Of(this.path, files)}";
        }
        else if (File.Exists(this.path))
        {
            if (!IsTar && !IsCompressed)
            {
                throw new InvalidDataException($"{path} is neither a folder nor a .tar, .tar.gz or .tgz file; {Expected} in one of these.");
            }

            Identity = $"UTKFace archive {maximumAge:R} {FileIdentity.Of(Path.GetDirectoryName(this.path)!, [this.path])}";
        }
        else
        {
            throw new FileNotFoundException($"{path} does not exist; name a folder or archive of UTKFace.");
        }

        Description = $"UTKFace, {(files is null ? "archive" : "folder")} {this.path}";
    }

    /// <inheritdoc/>
    public string Description { get; }

    /// <inheritdoc/>
    public string Identity { get; }

    private bool IsTar => path.EndsWith(".tar", StringComparison.OrdinalIgnoreCase);

    private bool IsCompressed => path.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public IEnumerable<ImageEntry> Read(ProblemLog problems)
        => files is null ? Archived(problems) : files.Select(file => Entry(Path.GetFileName(file), size => ImageDecoder.DecodeSample(File.ReadAllBytes(file), size), problems)).OfType<ImageEntry>();

    private IEnumerable<ImageEntry> Archived(ProblemLog problems)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        using Stream stream = IsCompressed ? new GZipStream(file, CompressionMode.Decompress) : file;
        using TarReader tar = new(new TarGuard(stream, IsCompressed ? UnpackedAnyway + MostExpansion * file.Length : long.MaxValue));
        int read = 0;
        while (Next(tar, ref read, problems) is { } next)
        {
            string name = Path.GetFileName(next.Name);
            byte[] bytes = next.Bytes;
            if (Entry(name, size => ImageDecoder.DecodeSample(bytes, size), problems) is { } entry)
            {
                yield return entry;
            }
        }
    }

    // The next regular file; null at the end, also where the archive breaks off.
    private (string Name, byte[] Bytes)? Next(TarReader tar, ref int read, ProblemLog problems)
    {
        try
        {
            while (tar.GetNextEntry() is { } entry)
            {
                if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile)
                {
                    if (entry.Length > LargestImage)
                    {
                        throw new InvalidDataException($"{entry.Name} says that it has {entry.Length} bytes, more than any face");
                    }

                    byte[] bytes = new byte[entry.Length];
                    entry.DataStream?.ReadExactly(bytes);
                    read++;
                    return (entry.Name, bytes);
                }
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or FormatException or ArgumentException or OverflowException)
        {
            problems.Find(Units);
            problems.Add(ProblemKind.TornArchive, $"{Path.GetFileName(path)} breaks off after {read} files ({exception.Message.TrimEnd('.')})");
        }

        return null;
    }

    // The aligned face is the one that the set is known for, so it counts before the face as it was found; a copy counts last.
    private ImageEntry? Entry(string name, Func<int, DecodedImage> pixels, ProblemLog problems)
    {
        problems.Find(Units);
        if (!name.EndsWith(".jpg", StringComparison.OrdinalIgnoreCase) && !name.EndsWith(".jpeg", StringComparison.OrdinalIgnoreCase))
        {
            problems.Add(ProblemKind.OtherFile, name);
        }
        else if (UtkFaceName.Parse(name) is not { } parsed)
        {
            problems.Add(ProblemKind.UnparsableName, $"{name} ({Expected})");
        }
        else if (parsed.Age > maximumAge)
        {
            problems.Add(ProblemKind.ImpossibleLabel, $"{name} (age {parsed.Age}, expected at most {maximumAge})");
        }
        else
        {
            if (!parsed.IsComplete)
            {
                problems.Add(ProblemKind.IncompleteName, name);
            }

            return new ImageEntry(name, parsed.Age, null, pixels) { Key = parsed.Face, Rank = (parsed.IsAligned ? 0 : 1) + (parsed.IsCopy ? 2 : 0) };
        }

        return null;
    }
}
