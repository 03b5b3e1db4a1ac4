using RegCls.Data.Images;
using RegCls.Data.Sets;

namespace RegCls.Data.Video;

/// <summary>
/// Reads the features of Breakfast as distributed for CTE (Kukleva et al., 2019): a folder of files, one a video, one row a frame, 64 numbers a row; text or <c>.npy</c>, either also
/// with gzip. Sub-folders are read too, and what else lies in them, such as <c>groundTruth</c> and <c>mapping</c>, is left out and told.
/// </summary>
public static class BreakfastReader
{
    /// <summary>Features a frame.</summary>
    public const int Width = 64;

    // A video of Breakfast has up to 6 MB of text; what a packed file unpacks to is not believed beyond this.
    private const long LargestFile = 256 << 20;

    private static readonly string[] Extensions = [".txt", ".npy", ".txt.gz", ".npy.gz"];

    /// <summary>The videos of a folder, read side by side and kept in a cache that later calls map into memory.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="cache">The cache file; null for one in the user's folder for local application data. It is made anew when a file of the folder changes.</param>
    /// <param name="workers">Files read at a time; null for one a core.</param>
    /// <returns>The videos in the order of their names; the caller disposes them.</returns>
    /// <exception cref="InvalidDataException">There is no video, or a file is not as expected; the message names the file and, where there is one, the line.</exception>
    /// <exception cref="IOException">A file cannot be read, or the cache cannot be written.</exception>
    public static VideoSet Read(string folder, string? cache = null, int? workers = null)
    {
        ProblemLog problems = new();
        string[] files = Directory.Exists(folder)
            ? Files(folder, problems)
            : throw new InvalidDataException($"{folder} is no folder: name the one that holds the Breakfast features, files such as P03_cam01_P03_cereals.txt.");
        if (files.Length == 0)
        {
            throw VideoFiles.Nothing(folder, $"expected the Breakfast features, files such as P03_cam01_P03_cereals with one of the endings {string.Join(", ", Extensions)}", problems);
        }

        return FeatureCache.Open(cache, "breakfast", folder, FileIdentity.Of(folder, files), Width, () =>
        {
            IReadOnlyList<VideoFrames> videos = VideoFiles.Read(folder, files, BreakfastName.Parse, ReadFile, problems, workers);
            int indexed = videos.Count(video => video.HadIndex);
            string[] notes = indexed == 0 ? [] : [$"{indexed} of {videos.Count} files have 65 columns, the first of which counts the frames: it is left out."];
            return (videos, notes, problems.Account(videos.Count));
        });
    }

    /// <summary>Whether a folder looks like Breakfast's: some file below it has the name of a video.</summary>
    public static bool IsBreakfast(string folder) => Directory.Exists(folder) && Files(folder, new ProblemLog()).Length > 0;

    /// <summary>One file.</summary>
    /// <exception cref="InvalidDataException">The file is not as expected.</exception>
    internal static VideoFrames ReadFile(string path)
    {
        (string task, int person, string camera) = BreakfastName.Parse(path);
        byte[] bytes = Bytes(path);
        (float[] values, int columns) = path.Contains(".npy", StringComparison.OrdinalIgnoreCase)
            ? NpyFile.Read(bytes, path, CheckColumns)
            : FeatureText.Read(bytes, path, CheckColumns);
        bool indexed = columns == Width + 1;
        if (indexed)
        {
            values = WithoutIndex(values, path);
        }

        int rows = values.Length / Width;
        return rows > 1
            ? new VideoFrames(task, person, camera, values, indexed)
            : throw new InvalidDataException($"{path}, line 1: the video has one frame, expected at least two: progress is not defined for it, move the file away.");
    }

    private static string[] Files(string folder, ProblemLog problems) => VideoFiles.Find(folder, Extensions, BreakfastName.Begins, file => BreakfastName.Parse(file), problems);

    private static byte[] Bytes(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? GzipFile.Unpack(File.ReadAllBytes(path), path, LargestFile) : File.ReadAllBytes(path);

    private static void CheckColumns(int columns, string place)
    {
        if (columns is not (Width or Width + 1))
        {
            throw new InvalidDataException($"{place}: a row of {columns} numbers, expected {Width}, or {Width + 1} of which the first counts the frames: these are not the features of Breakfast for CTE.");
        }
    }

    // The first column is an index if it is 0, 1, 2, … or 1, 2, 3, …; then it would tell the frame number, which is what is to be predicted.
    private static float[] WithoutIndex(float[] values, string path)
    {
        int rows = values.Length / (Width + 1);
        float first = values[0];
        float[] without = new float[rows * Width];
        for (int row = 0; row < rows; row++)
        {
            if (first is not (0 or 1) || values[row * (Width + 1)] != first + row)
            {
                throw new InvalidDataException(
                    $"{path}, line {row + 1}: {Width + 1} numbers, the first of which ({values[row * (Width + 1)]}) does not count the frames from 0 or 1; expected {Width} features: repair the file or move it away.");
            }

            values.AsSpan(row * (Width + 1) + 1, Width).CopyTo(without.AsSpan(row * Width));
        }

        return without;
    }
}
