namespace RegCls.Bundle;

/// <summary>
/// Makes one symbol-version requirement of a shared library weak, so that the Linux loader accepts a system library that lacks the version.
/// </summary>
/// <remarks>
/// <c>libLibTorchSharp.so</c> 0.107 was linked against GCC 13 and asks for <c>GLIBCXX_3.4.32</c>, which Debian 12 and Ubuntu 22.04 do not have.
/// The one symbol of that version, <c>std::ios_base_library_init</c>, is named but never used: no relocation refers to it. Setting the flag
/// <c>VER_FLG_WEAK</c> of that <c>Vernaux</c> entry turns the loader's error into nothing. Where a relocation does use the version, the file is left alone.
/// Files: 64-bit little-endian ELF with section headers.
/// </remarks>
public static class ElfVersionWeakener
{
    /// <summary>The version that systems with GCC 12 lack.</summary>
    public const string MissingVersion = "GLIBCXX_3.4.32";

    private const uint TypeRela = 4;
    private const uint TypeRel = 9;
    private const uint TypeVersionNeeds = 0x6ffffffe;
    private const uint TypeSymbolVersions = 0x6fffffff;
    private const ushort WeakFlag = 0x2;

    /// <summary>Makes the requirement weak in the file; other hard links of the file keep their contents.</summary>
    /// <param name="path">A shared library.</param>
    /// <param name="version">The version's name; by default <see cref="MissingVersion"/>.</param>
    /// <returns>What was found and done; a second call finds <see cref="ElfVersionChange.AlreadyWeak"/>.</returns>
    /// <exception cref="BundleFileException">The file is not a 64-bit little-endian ELF file, or is damaged; it is not changed.</exception>
    public static ElfVersionChange Weaken(string path, string version = MissingVersion)
    {
        byte[] bytes = File.ReadAllBytes(path);
        ElfVersionChange change = Weaken(path, bytes, version);
        if (change == ElfVersionChange.Weakened)
        {
            PrivateCopy.Replace(path, bytes);
        }

        return change;
    }

    /// <summary>Makes the requirement weak in memory.</summary>
    /// <param name="name">The file's name for messages.</param>
    /// <param name="bytes">The whole file; two bytes at most change.</param>
    /// <param name="version">The version's name.</param>
    /// <returns>What was found and done.</returns>
    /// <exception cref="BundleFileException">As for the file.</exception>
    public static ElfVersionChange Weaken(string name, byte[] bytes, string version)
    {
        var image = new ElfImage(name, bytes);
        if (image.Find(TypeVersionNeeds) is not { } needs || FindRequirement(image, needs, version) is not { } entry)
        {
            return ElfVersionChange.NotPresent;
        }

        ushort flags = image.U16(entry + 4);
        if ((flags & WeakFlag) != 0)
        {
            return ElfVersionChange.AlreadyWeak;
        }

        if (IsUsed(image, image.U16(entry + 6)))
        {
            return ElfVersionChange.InUse;
        }

        image.SetU16(entry + 4, (ushort)(flags | WeakFlag));
        return ElfVersionChange.Weakened;
    }

    /// <summary>File offset of the <c>Vernaux</c> entry of the version; both lists are chains of relative offsets that end with 0.</summary>
    private static ulong? FindRequirement(ElfImage image, ElfSection needs, string version)
    {
        ElfSection strings = image.Linked(needs);
        ulong end = image.End(needs);
        for (ulong library = needs.Offset; library < end;)
        {
            ulong entry = library + image.U32(library + 8);
            for (int left = image.U16(library + 2); left > 0; left--)
            {
                if (image.Text(strings, image.U32(entry + 8)) == version)
                {
                    return entry;
                }

                uint step = image.U32(entry + 12);
                if (step == 0)
                {
                    break;
                }

                entry += step;
            }

            uint next = image.U32(library + 12);
            if (next == 0)
            {
                break;
            }

            library += next;
        }

        return null;
    }

    /// <summary>Whether any relocation refers to a symbol of the version with this index.</summary>
    private static bool IsUsed(ElfImage image, ushort versionIndex)
    {
        ElfSection versions = image.Find(TypeSymbolVersions)
            ?? throw image.Refuse("asks for symbol versions but has no section that assigns them");
        foreach (ElfSection section in image.Sections)
        {
            if (section.Type is not (TypeRela or TypeRel))
            {
                continue;
            }

            ulong size = section.Type == TypeRela ? 24UL : 16UL;
            for (ulong at = 0; at + size <= section.Size; at += size)
            {
                ulong symbol = image.U32(section.Offset + at + 12);
                if (symbol != 0 && SymbolVersion(image, versions, symbol) == versionIndex)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static int SymbolVersion(ElfImage image, ElfSection versions, ulong symbol)
        => symbol * 2 < versions.Size
            ? image.U16(versions.Offset + (symbol * 2)) & 0x7fff
            : throw image.Refuse($"relocates symbol {symbol}, but assigns versions to {versions.Size / 2} symbols only");
}
