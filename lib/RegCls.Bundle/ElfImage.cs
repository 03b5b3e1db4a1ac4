using System.Buffers.Binary;
using System.Text;

namespace RegCls.Bundle;

/// <summary>Bounds-checked view of a 64-bit little-endian ELF file: its section table and what the fix reads from the sections.</summary>
internal sealed class ElfImage
{
    private const int SectionHeaderSize = 64;
    private readonly byte[] bytes;
    private readonly string path;

    /// <summary>Reads the section table.</summary>
    /// <param name="path">The name for messages.</param>
    /// <param name="bytes">The whole file; kept, not copied.</param>
    /// <exception cref="BundleFileException">Not such a file, or cut short.</exception>
    public ElfImage(string path, byte[] bytes)
    {
        (this.path, this.bytes) = (path, bytes);
        if (bytes.Length < 64 || !bytes.AsSpan(0, 4).SequenceEqual("\u007fELF"u8))
        {
            throw Refuse("is not an ELF file (expected a shared library that starts with the ELF header)");
        }

        if (bytes[4] != 2 || bytes[5] != 1)
        {
            throw Refuse($"is an ELF file of class {bytes[4]} and byte order {bytes[5]}, expected 64-bit (2) little-endian (1)");
        }

        ulong tableOffset = U64(0x28);
        int headerSize = U16(0x3a);
        int count = U16(0x3c);
        if (tableOffset == 0 || count == 0 || headerSize != SectionHeaderSize)
        {
            throw Refuse($"has no section table of the expected form ({count} sections with headers of {headerSize} bytes, expected {SectionHeaderSize})");
        }

        Sections = new ElfSection[count];
        for (int i = 0; i < count; i++)
        {
            ulong at = tableOffset + ((ulong)i * SectionHeaderSize);
            Sections[i] = new ElfSection(U32(at + 4), U64(at + 24), U64(at + 32), U32(at + 40), U64(at + 56));
        }
    }

    /// <summary>The sections in file order.</summary>
    public ElfSection[] Sections { get; }

    /// <summary>The first section of a type, or none.</summary>
    public ElfSection? Find(uint type)
    {
        foreach (ElfSection section in Sections)
        {
            if (section.Type == type)
            {
                return section;
            }
        }

        return null;
    }

    /// <summary>The section that <paramref name="section"/> links to (its strings).</summary>
    public ElfSection Linked(ElfSection section)
        => section.Link < Sections.Length
            ? Sections[section.Link]
            : throw Refuse($"links to section {section.Link}, but has only {Sections.Length}");

    /// <summary>The file offset behind a section's contents.</summary>
    public ulong End(ElfSection section)
        => section.Offset <= (ulong)bytes.Length && section.Size <= (ulong)bytes.Length - section.Offset
            ? section.Offset + section.Size
            : throw Refuse($"is cut short: a section of {section.Size} bytes starts at {section.Offset}, the file has {bytes.Length}");

    /// <summary>The zero-ended string at an offset of a string section.</summary>
    public string Text(ElfSection strings, uint offset)
    {
        ulong start = strings.Offset + offset;
        if (offset >= strings.Size || start >= (ulong)bytes.Length)
        {
            throw Refuse($"has a name at {offset}, outside its string table of {strings.Size} bytes");
        }

        ReadOnlySpan<byte> rest = bytes.AsSpan((int)start);
        int length = rest.IndexOf((byte)0);
        return length < 0
            ? throw Refuse("ends inside a name")
            : Encoding.UTF8.GetString(rest[..length]);
    }

    /// <summary>The 16-bit number at a file offset.</summary>
    public ushort U16(ulong offset) => BinaryPrimitives.ReadUInt16LittleEndian(Slice(offset, 2));

    /// <summary>The 32-bit number at a file offset.</summary>
    public uint U32(ulong offset) => BinaryPrimitives.ReadUInt32LittleEndian(Slice(offset, 4));

    /// <summary>The 64-bit number at a file offset.</summary>
    public ulong U64(ulong offset) => BinaryPrimitives.ReadUInt64LittleEndian(Slice(offset, 8));

    /// <summary>Sets the 16-bit number at a file offset.</summary>
    public void SetU16(ulong offset, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(Slice(offset, 2), value);

    /// <summary>The exception for a file that is not understood.</summary>
    public BundleFileException Refuse(string problem)
        => new(path, $"{problem}; restore the package again and rebuild the bundle.");

    private Span<byte> Slice(ulong offset, int length)
        => offset <= (ulong)bytes.Length && (ulong)length <= (ulong)bytes.Length - offset
            ? bytes.AsSpan((int)offset, length)
            : throw Refuse($"is cut short: {length} bytes expected at offset {offset}, the file has {bytes.Length}");
}
