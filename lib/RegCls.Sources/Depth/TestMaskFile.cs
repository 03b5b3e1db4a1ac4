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
            throw new InvalidDataException($"{path}: the array is {header.Trim()}, expected bytes or booleans of the shape (pictures, height, width), not in Fortran order: save it again with numpy.save(file, numpy.ascontiguousarray(mask, 'uint8')).");
        }

        int[] shape = [.. match.Groups["shape"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
        int[] sides = shape.Length == 4 && shape[1] == 1 ? [shape[0], shape[2], shape[3]] : shape.Length == 4 && shape[3] == 1 ? shape[..3] : shape;
        if (sides.Length != 3 || sides.Contains(0))
        {
            throw new InvalidDataException($"{path}: the array has the shape ({string.Join(", ", shape)}), expected (pictures, height, width) such as (654, 228, 304): save it again with numpy.save(file, mask.reshape(pictures, 228, 304)), or take the file of the release.");
        }

        Int128 expected = offset + length + (Int128)sides[0] * sides[1] * sides[2];
        return file.Length == expected
            ? new TestMaskFile(path, offset + length, sides[0], sides[1], sides[2])
            : throw new InvalidDataException($"{path}: {file.Length} bytes, but its shape ({string.Join(", ", shape)}) needs {expected}: copy it again.");
    }

    /// <summary>Does nothing where the masks can be of the middle of pictures; 304×228 of 320×240 in the release, whatever the resolution.</summary>
    /// <param name="picture">Width and height of a picture in pixels.</param>
    /// <exception cref="InvalidDataException">They lie in another direction, cover whole pictures, or have another shape.</exception>
    public void Require((int Width, int Height) picture)
    {
        (int width, int height) = picture;
        string? wrong = Fits(Width, Height, width, height) ? Whole(Width, width) && Whole(Height, height) ? "cover whole pictures, not the middle 304/320 × 228/240 of them" : null
            : Fits(Height, Width, width, height) ? "lie on their side" : "have another shape than the pictures";
        if (wrong is not null)
        {
            throw new InvalidDataException($"{path}: masks of {Height} rows of {Width} pixels {wrong}; the pictures have {height} rows of {width}; expected (pictures, height, width) as (654, 228, 304) for pictures of 480 rows of 640: take the file of the release.");
        }
    }

    // Both sides are as many times those of the picture, but for the rounding of a pixel or two.
    private static bool Fits(int maskWidth, int maskHeight, int width, int height)
        => Math.Abs((double)maskWidth / maskHeight * height / width - 1) < 0.02 + 1.5 / Math.Min(maskHeight, maskWidth);

    private static bool Whole(int mask, int picture) => mask % picture == 0 || picture % mask == 0;

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
