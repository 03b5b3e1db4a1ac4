using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using RegCls.Data.Video;

namespace RegCls.Data.Depth;

/// <summary>
/// NYUD2-DIR's <c>test_balanced_mask.npy</c>: for each test picture which pixels of its middle count, so that all depths count alike. Only the masks that are asked for are read.
/// </summary>
internal sealed partial class TestMaskFile
{
    private readonly string path;
    private readonly long start;

    private TestMaskFile(string path, long start, int count, int height, int width)
    {
        this.path = path;
        this.start = start;
        (Count, Height, Width) = (count, height, width);
    }

    /// <summary>How many masks.</summary>
    public int Count { get; }

    /// <summary>Rows of a mask; 228 in the release.</summary>
    public int Height { get; }

    /// <summary>Pixels a row; 304 in the release.</summary>
    public int Width { get; }

    /// <summary>Looks at the header and the length of a file.</summary>
    /// <exception cref="InvalidDataException">It is not such an array, or torn.</exception>
    public static TestMaskFile Open(string path)
    {
        byte[] begin = new byte[4096];
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        int read = file.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false);
        (int offset, int length) = NpyFile.Header(begin.AsSpan(0, read), path);
        string header = Encoding.ASCII.GetString(begin, offset, length);
        Match match = Form().Match(header);
        if (!match.Success)
        {
            throw new InvalidDataException($"{path}: the array is {header.Trim()}, expected bytes or booleans of the shape (pictures, height, width), not in Fortran order.");
        }

        int[] shape = [.. match.Groups["shape"].Value.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).Where(number => number > 0)];
        shape = shape.Length == 4 && shape[1] == 1 ? [shape[0], shape[2], shape[3]] : shape;
        Int128 expected = shape.Length == 3 ? offset + length + (Int128)shape[0] * shape[1] * shape[2] : -1;
        return file.Length == expected
            ? new TestMaskFile(path, offset + length, shape[0], shape[1], shape[2])
            : throw new InvalidDataException($"{path}: {file.Length} bytes, but its shape ({match.Groups["shape"].Value}) {(expected < 0 ? "is not (pictures, height, width)" : $"needs {expected}")}: copy it again.");
    }

    /// <summary>One mask, 1 for pixels that count, <c>[height, width]</c>.</summary>
    public byte[] Read(int index)
    {
        byte[] mask = new byte[Width * Height];
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        file.Position = start + (long)index * mask.Length;
        file.ReadExactly(mask);
        for (int i = 0; i < mask.Length; i++)
        {
            mask[i] = Math.Min(mask[i], (byte)1);
        }

        return mask;
    }

    [GeneratedRegex(@"^\{(?=.*'descr': '\|(u1|b1|i1)')(?=.*'fortran_order': False)(?=.*'shape': \((?<shape>(?:\d{1,9}[, ]*)+)\)).*\}")]
    private static partial Regex Form();
}
