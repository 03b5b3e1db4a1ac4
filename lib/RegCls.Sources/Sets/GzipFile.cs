using System.Buffers.Binary;
using System.IO.Compression;

namespace RegCls.Data.Sets;

/// <summary>Unpacks a gzip file of one or more members, as gzip, bgzip and <c>cat a.gz b.gz</c> write them.</summary>
internal static class GzipFile
{
    // The end of a member: its check sum and the length it unpacks to.
    private const int TrailerLength = 8;

    /// <summary>All that a file unpacks to.</summary>
    /// <param name="packed">The file.</param>
    /// <param name="path">Its name, for messages.</param>
    /// <param name="largest">What it may unpack to, in bytes; what is packed is not believed beyond this.</param>
    /// <exception cref="InvalidDataException">It is no gzip file, broken, torn, or too large; the message names it.</exception>
    public static byte[] Unpack(byte[] packed, string path, long largest)
    {
        using GZipStream unpacked = new(new MemoryStream(packed), CompressionMode.Decompress);
        using MemoryStream whole = new();
        try
        {
            byte[] buffer = new byte[1 << 16];
            for (int read; (read = unpacked.Read(buffer)) > 0;)
            {
                whole.Write(buffer, 0, read);
                if (whole.Length > largest)
                {
                    throw new InvalidDataException($"it unpacks to more than {largest >> 20} MB");
                }
            }
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException($"{path}: not a gzip file, or a broken one ({error.Message.TrimEnd('.')}), expected features packed with gzip: copy it again, or rename it if it is not packed.", error);
        }

        // The stream takes a torn file as a short one, but the end of a whole one states what its last member unpacks to.
        return EndsWhole(packed, whole.GetBuffer().AsSpan(0, (int)whole.Length))
            ? whole.ToArray()
            : throw new InvalidDataException($"{path}: the gzip file is torn, its end does not state the {whole.Length} bytes that it unpacks to: copy it again.");
    }

    private static bool EndsWhole(ReadOnlySpan<byte> packed, ReadOnlySpan<byte> whole)
    {
        if (packed.Length < TrailerLength)
        {
            return false;
        }

        uint check = BinaryPrimitives.ReadUInt32LittleEndian(packed[^TrailerLength..]), length = BinaryPrimitives.ReadUInt32LittleEndian(packed[^sizeof(uint)..]);
        return length == (uint)whole.Length || length < whole.Length && check == Crc32.Of(whole[^(int)length..]);
    }
}
