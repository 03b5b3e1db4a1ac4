using System.Buffers.Binary;
using System.IO.Compression;
using RegCls.Data.Images;
using RegCls.Data.Sets;

namespace RegCls.Data.Depth;

/// <summary>
/// Reads and writes PNG of one grey channel with 8 or 16 bits, as depth is stored. SkiaSharp reads 16-bit grey with 8 bits only, so depth needs its own reader.
/// </summary>
public static class GreyPng
{
    private const int MostPixels = 1 << 26;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Decodes a file.</summary>
    /// <param name="encoded">The bytes of the file.</param>
    /// <returns>Width, height, bits a pixel (8 or 16) and the values, <c>[height, width]</c>.</returns>
    /// <exception cref="ImageDecodingException">The bytes end too early, are damaged, are no PNG, or another kind of PNG.</exception>
    public static (int Width, int Height, int Bits, ushort[] Values) Decode(ReadOnlySpan<byte> encoded)
    {
        if (encoded.IsEmpty)
        {
            throw new ImageDecodingException(ProblemKind.Truncated, "the file is empty");
        }

        if (!encoded.StartsWith(Signature) && !Signature.StartsWith(encoded))
        {
            throw new ImageDecodingException(ProblemKind.Undecodable, $"its {encoded.Length} bytes are no PNG");
        }

        using MemoryStream packed = new();
        ReadOnlySpan<byte> head = default;
        int at = Signature.Length;
        while (true)
        {
            if (at + 12 > encoded.Length || BinaryPrimitives.ReadUInt32BigEndian(encoded[at..]) is var length && at + 12L + length > encoded.Length)
            {
                throw new ImageDecodingException(ProblemKind.Truncated, $"its {encoded.Length} bytes end before the picture does");
            }

            ReadOnlySpan<byte> kind = encoded.Slice(at + 4, 4), data = encoded.Slice(at + 8, (int)length);
            if (kind.SequenceEqual("IHDR"u8))
            {
                head = data;
            }
            else if (kind.SequenceEqual("IDAT"u8))
            {
                packed.Write(data);
            }
            else if (kind.SequenceEqual("IEND"u8))
            {
                break;
            }

            at += 12 + (int)length;
        }

        if (head.Length != 13 || head[9] != 0 || head[8] is not (8 or 16) || head[12] != 0)
        {
            string found = head.Length == 13 ? $"colour type {head[9]} with {head[8]} bits{(head[12] == 0 ? "" : ", interlaced")}" : "no header";
            throw new ImageDecodingException(ProblemKind.Undecodable, $"the PNG has {found}, expected one grey channel (colour type 0) with 8 or 16 bits, not interlaced");
        }

        (uint width, uint height, int bits) = (BinaryPrimitives.ReadUInt32BigEndian(head), BinaryPrimitives.ReadUInt32BigEndian(head[4..]), head[8]);
        if (width == 0 || height == 0 || (ulong)width * height > MostPixels)
        {
            throw new ImageDecodingException(ProblemKind.Undecodable, $"the PNG says it has {width}×{height} pixels, expected 1 to {MostPixels}");
        }

        packed.Position = 0;
        return ((int)width, (int)height, bits, Values(packed, (int)width, (int)height, bits / 8));
    }

    /// <summary>Encodes values with 16 bits a pixel; equal values give equal bytes.</summary>
    /// <param name="values"><c>[height, width]</c>.</param>
    /// <param name="width">Pixels a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="bits">8 or 16; with 8 bits values are at most 255.</param>
    /// <exception cref="ArgumentException">The sizes do not fit, or a value needs more bits.</exception>
    public static byte[] Encode(ReadOnlySpan<ushort> values, int width, int height, int bits = 16)
    {
        if (width < 1 || height < 1 || values.Length != (long)width * height || bits is not (8 or 16))
        {
            throw new ArgumentException($"A PNG of {width}×{height} pixels with {bits} bits got {values.Length} values; expected width · height values and 8 or 16 bits.", nameof(values));
        }

        int size = bits / 8;
        byte[] rows = new byte[height * (1 + size * width)];
        for (int i = 0; i < values.Length; i++)
        {
            Span<byte> to = rows.AsSpan(i / width * (1 + size * width) + 1 + i % width * size);
            if (size == 2)
            {
                BinaryPrimitives.WriteUInt16BigEndian(to, values[i]);
            }
            else
            {
                to[0] = values[i] <= byte.MaxValue ? (byte)values[i] : throw new ArgumentException($"Value {values[i]} at {i} does not fit into 8 bits.", nameof(values));
            }
        }

        for (int y = height - 1; y >= 0; y--)
        {
            Span<byte> row = rows.AsSpan(y * (1 + size * width), 1 + size * width);
            row[0] = 1; // each byte as the difference to the one a pixel before it
            for (int i = row.Length - 1; i > size; i--)
            {
                row[i] -= row[i - size];
            }
        }

        using MemoryStream packed = new();
        using (ZLibStream zip = new(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zip.Write(rows);
        }

        byte[] head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        head[8] = (byte)bits;
        using MemoryStream png = new();
        png.Write(Signature);
        Chunk(png, "IHDR"u8, head);
        Chunk(png, "IDAT"u8, packed.ToArray());
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static ushort[] Values(Stream packed, int width, int height, int size)
    {
        ushort[] values = new ushort[width * height];
        byte[] above = new byte[size * width], row = new byte[size * width];
        try
        {
            using ZLibStream zip = new(packed, CompressionMode.Decompress);
            for (int y = 0; y < height; y++)
            {
                int filter = zip.ReadByte();
                zip.ReadExactly(row);
                Unfilter(filter, row, above, size);
                for (int x = 0; x < width; x++)
                {
                    values[y * width + x] = size == 2 ? BinaryPrimitives.ReadUInt16BigEndian(row.AsSpan(2 * x)) : row[x];
                }

                (above, row) = (row, above);
            }
        }
        catch (EndOfStreamException)
        {
            throw new ImageDecodingException(ProblemKind.Truncated, $"its compressed data end before its {width}×{height} pixels do");
        }
        catch (InvalidDataException)
        {
            throw new ImageDecodingException(ProblemKind.Undecodable, "its compressed data are damaged");
        }

        return values;
    }

    // The five filters of the PNG specification, section 9.
    private static void Unfilter(int filter, Span<byte> row, ReadOnlySpan<byte> above, int size)
    {
        for (int i = 0; i < row.Length; i++)
        {
            int left = i < size ? 0 : row[i - size], up = above[i], corner = i < size ? 0 : above[i - size];
            row[i] += (byte)(filter switch
            {
                0 => 0,
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, corner),
                -1 => throw new EndOfStreamException(),
                _ => throw new ImageDecodingException(ProblemKind.Undecodable, $"a row has the filter {filter}, expected 0 to 4"),
            });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        int guess = left + up - corner, a = Math.Abs(guess - left), b = Math.Abs(guess - up), c = Math.Abs(guess - corner);
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }

    private static void Chunk(Stream png, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(kind);
        png.Write(data);
        uint check = Crc32.Append(Crc32.Append(uint.MaxValue, kind), data) ^ uint.MaxValue;
        BinaryPrimitives.WriteUInt32BigEndian(number, check);
        png.Write(number);
    }
}
