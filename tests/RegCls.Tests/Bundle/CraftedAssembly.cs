using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace RegCls.Tests.Bundle;

/// <summary>Builds a small assembly that refers to others; it has no code.</summary>
internal static class CraftedAssembly
{
    private static readonly byte[] PublicKeyToken = [1, 2, 3, 4, 5, 6, 7, 8];

    public static byte[] Build(params (string Name, Version Version)[] references)
    {
        var metadata = new MetadataBuilder();
        metadata.AddModule(0, metadata.GetOrAddString("Crafted.dll"), metadata.GetOrAddGuid(new Guid("5a7ab0f5-57b0-4c5c-8c47-6f6f5a8a8b01")), default, default);
        metadata.AddAssembly(metadata.GetOrAddString("Crafted"), new Version(1, 2, 3, 4), default, default, 0, AssemblyHashAlgorithm.None);
        metadata.AddTypeDefinition(default, default, metadata.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        foreach ((string name, Version version) in references)
        {
            metadata.AddAssemblyReference(metadata.GetOrAddString(name), version, default, metadata.GetOrAddBlob(PublicKeyToken), 0, default);
        }

        var image = new ManagedPEBuilder(PEHeaderBuilder.CreateLibraryHeader(), new MetadataRootBuilder(metadata), new BlobBuilder());
        var bytes = new BlobBuilder();
        image.Serialize(bytes);
        return bytes.ToArray();
    }

    /// <summary>The references as .NET's own reader sees them.</summary>
    public static AssemblyName[] References(byte[] image)
    {
        using var pe = new PEReader(new MemoryStream(image));
        MetadataReader reader = pe.GetMetadataReader();
        return [.. reader.AssemblyReferences.Select(handle => reader.GetAssemblyReference(handle).GetAssemblyName())];
    }
}
