using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace RegCls.Bundle;

/// <summary>Changes the version at which an assembly asks for another one.</summary>
/// <remarks>
/// Plotly.NET 6 and Deedle 8 ask for FSharp.Core 10.1.0.0. .NET Interactive brings 10.0.0.0, its copy wins, and .NET accepts no lower version than asked for.
/// TorchSharp asks for System.Runtime.Numerics 8.0.0.0; that runs, but .NET Interactive shows the compiler's warning about it (CS1701) under each cell with a number in a tensor's place.
/// The version stands in the first eight bytes of a row of the <c>AssemblyRef</c> table (ECMA-335 II.22.5); only these are written.
/// .NET does not verify strong names at run time, so the assembly still loads; its own identity does not change.
/// </remarks>
public static class AssemblyReferenceEditor
{
    /// <summary>The assembly whose version the hosts decide.</summary>
    public const string FSharpCore = "FSharp.Core";

    /// <summary>The assembly of the platform that the compiler warns about.</summary>
    public const string Numerics = "System.Runtime.Numerics";

    /// <summary>The lowest version of FSharp.Core that a supported host brings, and the version of .NET that notebooks run on.</summary>
    public static Version HostVersion { get; } = new(10, 0, 0, 0);

    /// <summary>Whether the file is a managed assembly (a native library of Windows is a PE file too, but is none).</summary>
    /// <param name="path">Any file.</param>
    public static bool IsAssembly(string path)
    {
        try
        {
            using var pe = new PEReader(File.OpenRead(path));
            return pe.HasMetadata && pe.GetMetadataReader().IsAssembly;
        }
        catch (Exception problem) when (problem is BadImageFormatException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Lowers the reference in the file; other hard links of the file keep their contents.</summary>
    /// <param name="path">A managed assembly.</param>
    /// <param name="reference">The simple name of the referenced assembly; case does not matter.</param>
    /// <param name="version">The version to ask for; a reference to this or a lower one stays.</param>
    /// <returns>The version asked for before, or <see langword="null"/> when nothing had to be changed.</returns>
    /// <exception cref="BundleFileException">The file is no managed assembly or is damaged; it is not changed.</exception>
    public static Version? Lower(string path, string reference, Version version) => Change(path, bytes => Lower(path, bytes, reference, version));

    /// <summary>Raises the reference in the file, as <see cref="Lower(string, string, Version)"/> lowers it.</summary>
    /// <param name="path">A managed assembly.</param>
    /// <param name="reference">The simple name of the referenced assembly; case does not matter.</param>
    /// <param name="version">The version to ask for; a reference to this or a higher one stays.</param>
    /// <returns>The version asked for before, or <see langword="null"/> when nothing had to be changed.</returns>
    /// <exception cref="BundleFileException">The file is no managed assembly or is damaged; it is not changed.</exception>
    public static Version? Raise(string path, string reference, Version version) => Change(path, bytes => Edit(path, bytes, reference, version, before => before < version));

    private static Version? Change(string path, Func<byte[], Version?> edit)
    {
        byte[] bytes = File.ReadAllBytes(path);
        Version? before = edit(bytes);
        if (before is not null)
        {
            PrivateCopy.Replace(path, bytes);
        }

        return before;
    }

    /// <summary>Lowers the reference in memory.</summary>
    /// <param name="name">The file's name for messages.</param>
    /// <param name="bytes">The whole file; eight bytes a matching row change.</param>
    /// <param name="reference">The simple name of the referenced assembly.</param>
    /// <param name="version">The version to ask for.</param>
    /// <returns>The highest version asked for before, or <see langword="null"/> when nothing had to be changed.</returns>
    /// <exception cref="BundleFileException">As for the file.</exception>
    public static Version? Lower(string name, byte[] bytes, string reference, Version version) => Edit(name, bytes, reference, version, before => before > version);

    private static Version? Edit(string name, byte[] bytes, string reference, Version version, Func<Version, bool> isOther)
    {
        try
        {
            return EditRows(bytes, reference, version, isOther);
        }
        catch (Exception problem) when (problem is BadImageFormatException or InvalidOperationException or ArgumentException or OverflowException or IndexOutOfRangeException)
        {
            throw new BundleFileException(
                name, $"is not a readable .NET assembly (expected one that may refer to {reference}); restore the package again and rebuild the bundle.", problem);
        }
    }

    private static Version? EditRows(byte[] bytes, string reference, Version version, Func<Version, bool> isOther)
    {
        Version? highest = null;
        using var pe = new PEReader(new MemoryStream(bytes, writable: false));
        MetadataReader metadata = pe.GetMetadataReader();
        int table = pe.PEHeaders.MetadataStartOffset + metadata.GetTableMetadataOffset(TableIndex.AssemblyRef);
        int rowSize = metadata.GetTableRowSize(TableIndex.AssemblyRef);
        foreach (AssemblyReferenceHandle handle in metadata.AssemblyReferences)
        {
            AssemblyReference row = metadata.GetAssemblyReference(handle);
            if (!isOther(row.Version) || !metadata.StringComparer.Equals(row.Name, reference, ignoreCase: true))
            {
                continue;
            }

            Span<byte> field = bytes.AsSpan(table + ((MetadataTokens.GetRowNumber(handle) - 1) * rowSize), 8);
            BinaryPrimitives.WriteUInt16LittleEndian(field, (ushort)version.Major);
            BinaryPrimitives.WriteUInt16LittleEndian(field[2..], (ushort)version.Minor);
            BinaryPrimitives.WriteUInt16LittleEndian(field[4..], (ushort)version.Build);
            BinaryPrimitives.WriteUInt16LittleEndian(field[6..], (ushort)version.Revision);
            highest = highest is null || row.Version > highest ? row.Version : highest;
        }

        return highest;
    }
}
