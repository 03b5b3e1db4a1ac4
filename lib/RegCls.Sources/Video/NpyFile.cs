using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace RegCls.Data.Video;

/// <summary>Reads NumPy's <c>.npy</c>: a matrix of 32- or 64-bit floating-point numbers, little-endian, row by row.</summary>
internal static partial class NpyFile
{
    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>The rows of a file.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="path">Its name, for messages.</param>
    /// <param name="check">Is told the number of columns; throws where that cannot be.</param>
    /// <exception cref="InvalidDataException">The file is not such a matrix or is torn; the message names the file and, for a number that is not finite, the row.</exception>
    public static (float[] Values, int Columns) Read(ReadOnlySpan<byte> bytes, string path, Action<int, string> check)
    {
        (int offset, int length) = Header(bytes, path);
        string header = Encoding.ASCII.GetString(bytes.Slice(offset, length));
        Match match = Form().Match(header);
        if (!match.Success)
        {
            throw new InvalidDataException($"{path}: the array is {header.Trim()}, expected a matrix (frames, features) of type <f4 or <f8 that is not in Fortran order: save it again with numpy.save(file, numpy.ascontiguousarray(x)).");
        }

        int rows = int.Parse(match.Groups["rows"].ValueSpan, CultureInfo.InvariantCulture), columns = int.Parse(match.Groups["columns"].ValueSpan, CultureInfo.InvariantCulture);
        check(columns, path);
        int size = match.Groups["size"].Value == "8" ? sizeof(double) : sizeof(float);
        ReadOnlySpan<byte> data = bytes[(offset + length)..];
        if (data.Length != (long)rows * columns * size || rows == 0)
        {
            throw new InvalidDataException($"{path}: the array of {rows} rows has {data.Length} bytes of data, expected {(long)rows * columns * size} and at least one row, so the file is torn: copy it again.");
        }

        float[] values = new float[rows * columns];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = size == sizeof(double) ? (float)MemoryMarshal.Read<double>(data[(i * size)..]) : MemoryMarshal.Read<float>(data[(i * size)..]);
            if (!float.IsFinite(values[i]))
            {
                throw new InvalidDataException($"{path}, row {i / columns + 1}: '{values[i]}' is not a finite number, expected features: repair the row or move the file away.");
            }
        }

        return (values, columns);
    }

    /// <summary>Where the text of the header begins, and its length.</summary>
    internal static (int Offset, int Length) Header(ReadOnlySpan<byte> bytes, string path)
    {
        if (bytes.Length >= 12 && bytes.StartsWith(Magic))
        {
            bool first = bytes[6] == 1;
            (int offset, long length) = first ? (10, BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..])) : (12, BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]));
            if (offset + length <= bytes.Length)
            {
                return (offset, (int)length);
            }
        }

        throw new InvalidDataException($"{path}: not a NumPy array, or torn in its header: copy the file again.");
    }

    [GeneratedRegex(@"^\{(?=.*'descr': '<f(?<size>[48])')(?=.*'fortran_order': False)(?=.*'shape': \((?<rows>\d{1,9}), (?<columns>\d{1,9})\)).*\}")]
    private static partial Regex Form();
}
