using System.Runtime.InteropServices;
using System.Security.Cryptography;
using RegCls.Data.Sets;

namespace RegCls.Data.Video;

/// <summary>Reads the files that have names of videos, each video once.</summary>
internal static class VideoFiles
{
    /// <summary>The files of a folder and its sub-folders in natural order, those with the name of a video apart from others.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="endings">Only names that end so count; others are not looked at.</param>
    /// <param name="beginning">What names of videos begin with, as a test: a file of another name is of another kind, one of such a name that cannot be understood is told apart.</param>
    /// <param name="name">Understands a name; throws <see cref="InvalidDataException"/> where it cannot.</param>
    /// <param name="problems">Takes what is left out.</param>
    public static string[] Find(string folder, IReadOnlyList<string> endings, Func<string, bool> beginning, Action<string> name, ProblemLog problems)
    {
        List<string> videos = [];
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase))).Order(NaturalOrder.Comparer))
        {
            problems.Find("files");
            try
            {
                name(file);
                videos.Add(file);
            }
            catch (InvalidDataException error)
            {
                bool isVideo = beginning(Path.GetFileName(file));
                problems.Add(isVideo ? ProblemKind.UnparsableName : ProblemKind.OtherFile, isVideo ? Short(folder, file, error.Message) : Path.GetRelativePath(folder, file));
            }
        }

        return [.. videos];
    }

    /// <summary>
    /// Reads files side by side. A file that cannot be read stops the reading, but for two kinds that are left out: another file of its video was read, or nothing in its folder was, which then holds something else, such as labels of frames.
    /// A video that comes twice, by its name or by its numbers, counts once, the first time.
    /// </summary>
    /// <param name="folder">The folder they are from.</param>
    /// <param name="files">The files, in order.</param>
    /// <param name="name">Task, person and camera by a file's name.</param>
    /// <param name="read">Reads one file.</param>
    /// <param name="problems">Takes what is left out.</param>
    /// <param name="workers">Files read at a time; null for one a core.</param>
    /// <returns>The videos in the order of the files.</returns>
    /// <exception cref="InvalidDataException">A file is not as expected; the message names it and, where there is one, the line.</exception>
    public static IReadOnlyList<VideoFrames> Read(
        string folder, IReadOnlyList<string> files, Func<string, (string Task, int Person, string Camera)> name, Func<string, VideoFrames> read, ProblemLog problems, int? workers = null)
    {
        VideoFrames?[] videos = new VideoFrames?[files.Count];
        InvalidDataException?[] failures = new InvalidDataException?[files.Count];
        SideBySide.For(files.Count, new ParallelOptions { MaxDegreeOfParallelism = workers ?? Environment.ProcessorCount }, i =>
        {
            try
            {
                videos[i] = read(files[i]);
            }
            catch (InvalidDataException error)
            {
                failures[i] = error;
            }
        });

        int[] readable = [.. Enumerable.Range(0, files.Count).Where(i => failures[i] is null)];
        HashSet<object> known = [.. readable.Select(i => (object)name(files[i]))];
        HashSet<string?> folders = [.. readable.Select(i => Path.GetDirectoryName(files[i]))];
        Dictionary<object, string> seen = [];
        List<VideoFrames> once = [];
        for (int i = 0; i < files.Count; i++)
        {
            string file = Path.GetRelativePath(folder, files[i]);
            if (failures[i] is { } failure)
            {
                if (readable.Length == 0 || (!known.Contains(name(files[i])) && folders.Contains(Path.GetDirectoryName(files[i]))))
                {
                    throw failure;
                }

                problems.Add(ProblemKind.OtherFile, Short(folder, files[i], failure.Message));
                continue;
            }

            string numbers = Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(videos[i]!.Values.AsSpan())));
            bool sameNumbers = seen.TryGetValue(numbers, out string? twin), sameName = seen.TryGetValue(name(files[i]), out string? first);
            if (sameName || sameNumbers)
            {
                problems.Add(ProblemKind.Duplicate, $"{file}: {(sameName ? $"the same video as {first}{(sameNumbers ? "" : ", with other numbers")}" : $"the same numbers as {twin}")}; the first counts");
                continue;
            }

            seen[numbers] = seen[name(files[i])] = file;
            once.Add(videos[i]!);
        }

        return once;
    }

    /// <summary>The exception of a folder in which nothing is usable.</summary>
    public static InvalidDataException Nothing(string folder, string expected, ProblemLog problems)
        => new($"{folder}: no usable video{string.Concat(problems.Summaries().Select(problem => "; " + problem))}; {expected}.");

    private static string Short(string folder, string file, string message)
    {
        string name = Path.GetRelativePath(folder, file);
        return message.StartsWith(file, StringComparison.Ordinal) ? $"{name}{message[file.Length..].TrimEnd('.')}" : name;
    }
}
