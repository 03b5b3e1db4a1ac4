using System.Text;

namespace RegCls.Tests.Bundle;

/// <summary>Builds a minimal shared library byte by byte: strings, version requirements, symbol versions, one relocation table and the section headers.</summary>
internal sealed record CraftedElf
{
    /// <summary>The version requirements, in file order; the n-th gets the index n + 2.</summary>
    public string[] Versions { get; init; } = ["GLIBCXX_3.4", "GLIBCXX_3.4.32", "CXXABI_1.3"];

    public ushort Flags { get; init; }

    /// <summary>The version index of each symbol after the first.</summary>
    public ushort[] SymbolVersions { get; init; } = [2, 3, 4];

    /// <summary>The symbols that relocations refer to.</summary>
    public uint[] Relocated { get; init; } = [1, 3];

    public bool WithSymbolVersions { get; init; } = true;

    /// <summary>File offset of the flags of the n-th requirement.</summary>
    public int FlagsOffset(int requirement) => 64 + Strings().Length + 16 + (requirement * 16) + 4;

    public byte[] Build()
    {
        byte[] strings = Strings();
        byte[] needs = Needs();
        byte[] versions = Bytes(writer => Array.ForEach<ushort>([0, .. SymbolVersions], writer.Write));
        byte[] relocations = Bytes(writer => Array.ForEach(Relocated, symbol =>
        {
            writer.Write(0x1000UL);
            writer.Write(((ulong)symbol << 32) | 7);
            writer.Write(0L);
        }));
        ulong at = 64;
        var headers = new List<(uint Type, ulong Offset, ulong Size, uint Link)> { (0, 0, 0, 0) };
        foreach ((uint type, byte[] content) in new (uint, byte[])[] { (3, strings), (0x6ffffffe, needs), (WithSymbolVersions ? 0x6fffffffu : 1, versions), (4, relocations) })
        {
            headers.Add((type, at, (ulong)content.Length, type == 0x6ffffffe ? 1u : 0));
            at += (ulong)content.Length;
        }

        return Bytes(writer =>
        {
            writer.Write([0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
            writer.Write((ushort)3);
            writer.Write((ushort)62);
            writer.Write(1u);
            writer.Write(0UL);
            writer.Write(0UL);
            writer.Write(at);
            writer.Write(0u);
            Array.ForEach<ushort>([64, 0, 0, 64, (ushort)headers.Count, 0], writer.Write);
            writer.Write([.. strings, .. needs, .. versions, .. relocations]);
            foreach ((uint type, ulong offset, ulong size, uint link) in headers)
            {
                writer.Write(0u);
                writer.Write(type);
                writer.Write(0UL);
                writer.Write(0UL);
                writer.Write(offset);
                writer.Write(size);
                writer.Write(link);
                writer.Write(0u);
                writer.Write(8UL);
                writer.Write(0UL);
            }
        });
    }

    private byte[] Strings() => Encoding.ASCII.GetBytes("\0libstdc++.so.6\0" + string.Concat(Versions.Select(version => version + "\0")));

    private byte[] Needs() => Bytes(writer =>
    {
        writer.Write((ushort)1);
        writer.Write((ushort)Versions.Length);
        writer.Write(1u);
        writer.Write(16u);
        writer.Write(0u);
        uint name = 16;
        for (int i = 0; i < Versions.Length; i++)
        {
            writer.Write(0x12345678u);
            writer.Write(Flags);
            writer.Write((ushort)(i + 2));
            writer.Write(name);
            writer.Write(i + 1 < Versions.Length ? 16u : 0);
            name += (uint)Versions[i].Length + 1;
        }
    });

    private static byte[] Bytes(Action<BinaryWriter> write)
    {
        var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        write(writer);
        writer.Flush();
        return stream.ToArray();
    }
}
