using System.Globalization;
using System.Text;

namespace RegCls.Data.Images;

/// <summary>
/// Looks at the headers of a tar archive before <see cref="System.Formats.Tar.TarReader"/> sees them: an extended header (types x, g, L, K) is read into memory whole, at the size that it claims. One that claims more than any name or
/// comment needs is refused. So is an archive that unpacks to more than pictures ever do, whatever its files are.
/// </summary>
/// <param name="archive">The archive, read from its beginning to its end.</param>
/// <param name="most">Bytes after which it is refused.</param>
internal sealed class TarGuard(Stream archive, long most = long.MaxValue) : Stream
{
    private const int Block = 512;
    private const long MostMetadata = 1 << 20;
    private readonly byte[] header = new byte[Block];
    private int filled;
    private long data;
    private long total;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Looks at all headers of an archive that can be searched, and goes back to its beginning.</summary>
    /// <exception cref="InvalidDataException">A header claims what cannot be.</exception>
    public static void Check(Stream archive)
    {
        byte[] header = new byte[Block];
        long at = 0;
        while (at <= archive.Length - Block)
        {
            archive.Position = at;
            archive.ReadExactly(header);
            long length = DataLength(header);
            at = length > archive.Length ? archive.Length : at + Block + length;
        }

        archive.Position = 0;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int read = archive.Read(buffer);
        total += read;
        if (total > most)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"it unpacks to more than {most >> 20} MB, more than pictures do"));
        }

        for (ReadOnlySpan<byte> rest = buffer[..read]; rest.Length > 0;)
        {
            int taken;
            if (data > 0)
            {
                taken = (int)Math.Min(data, rest.Length);
                data -= taken;
            }
            else
            {
                taken = Math.Min(Block - filled, rest.Length);
                rest[..taken].CopyTo(header.AsSpan(filled));
                filled += taken;
                if (filled == Block)
                {
                    filled = 0;
                    data = DataLength(header);
                }
            }

            rest = rest[taken..];
        }

        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    // Bytes behind a header, in whole blocks.
    private static long DataLength(ReadOnlySpan<byte> header)
    {
        long size = Size(header.Slice(124, 12));
        char type = (char)header[156];
        return size < 0 || (size > MostMetadata && (type is 'x' or 'g' or 'L' or 'K'))
            ? throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"a header of type {type} claims {size} bytes"))
            : type is '1' or '2' or '3' or '4' or '5' or '6' ? 0 : (size + Block - 1) / Block * Block;
    }

    // Octal digits, or a number in base 256 behind a set bit. What is neither is left to the reader of the archive, which says so.
    private static long Size(ReadOnlySpan<byte> field)
    {
        if ((field[0] & 0x80) != 0)
        {
            long value = field[0] & 0x3F;
            foreach (byte digit in field[1..])
            {
                value = value > long.MaxValue >> 9 ? -1 : value < 0 ? -1 : value << 8 | digit;
            }

            return field[0] == 0xFF ? -1 : value;
        }

        string text = Encoding.ASCII.GetString(field).Trim('\0', ' ');
        try
        {
            return text.Length == 0 ? 0 : Convert.ToInt64(text, 8);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or OverflowException)
        {
            return 0;
        }
    }
}
