using System.Reflection;
using CsCheck;
using RegCls.Bundle;
using Xunit;

namespace RegCls.Tests.Bundle;

public class AssemblyReferenceEditorTests
{
    private static readonly Version Ten = new(10, 0, 0, 0);

    [Fact]
    public void Lowers_the_version_of_the_named_reference_and_nothing_else()
    {
        byte[] before = CraftedAssembly.Build(("mscorlib", new(4, 0, 0, 0)), ("FSharp.Core", new(10, 1, 2, 3)), ("Deedle", new(10, 1, 0, 0)));
        byte[] after = [.. before];

        Assert.Equal(new Version(10, 1, 2, 3), AssemblyReferenceEditor.Lower("x.dll", after, "FSharp.Core", Ten));

        AssemblyName[] references = CraftedAssembly.References(after);
        Assert.Equal([new(4, 0, 0, 0), Ten, new(10, 1, 0, 0)], references.Select(name => name.Version));
        Assert.Equal(CraftedAssembly.References(before).Select(name => name.GetPublicKeyToken()), references.Select(name => name.GetPublicKeyToken()));
        Assert.Equal(3, before.Zip(after).Count(pair => pair.First != pair.Second));
    }

    [Fact]
    public void A_second_call_changes_nothing()
    {
        byte[] once = CraftedAssembly.Build(("FSharp.Core", new(10, 1, 0, 0)));
        AssemblyReferenceEditor.Lower("x.dll", once, "FSharp.Core", Ten);
        byte[] twice = [.. once];
        Assert.Null(AssemblyReferenceEditor.Lower("x.dll", twice, "FSharp.Core", Ten));
        Assert.Equal(once, twice);
    }

    [Theory]
    [InlineData("5.0.0.0")]
    [InlineData("10.0.0.0")]
    public void A_reference_to_this_or_a_lower_version_stays(string version)
    {
        byte[] before = CraftedAssembly.Build(("FSharp.Core", Version.Parse(version)));
        byte[] after = [.. before];
        Assert.Null(AssemblyReferenceEditor.Lower("x.dll", after, "FSharp.Core", Ten));
        Assert.Equal(before, after);
    }

    [Theory]
    [InlineData("8.0.0.0", "10.0.0.0")]
    [InlineData("10.0.0.0", "10.0.0.0")]
    [InlineData("11.0.0.0", "11.0.0.0")]
    public void A_lower_reference_is_raised_and_this_or_a_higher_one_stays(string version, string expected)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("x.dll", CraftedAssembly.Build(("System.Runtime", new(8, 0, 0, 0)), ("System.Runtime.Numerics", Version.Parse(version))));
        Assert.Equal(version == expected ? null : Version.Parse(version), AssemblyReferenceEditor.Raise(path, AssemblyReferenceEditor.Numerics, Ten));
        Assert.Equal([new Version(8, 0, 0, 0), Version.Parse(expected)], CraftedAssembly.References(File.ReadAllBytes(path)).Select(name => name.Version));
    }

    [Fact]
    public void Many_references_with_wide_heaps_are_found_too()
    {
        (string, Version)[] many = [.. Enumerable.Range(0, 3000).Select(i => ($"Some.Assembly.With.A.Long.Name.{i}", new Version(11, i, 0, 0))), ("FSharp.Core", new(11, 0, 0, 0))];
        byte[] bytes = CraftedAssembly.Build(many);
        AssemblyReferenceEditor.Lower("x.dll", bytes, "fsharp.core", Ten);
        AssemblyName[] references = CraftedAssembly.References(bytes);
        Assert.Equal(Ten, references[^1].Version);
        Assert.Equal(many[..^1].Select(entry => entry.Item2), references[..^1].Select(name => name.Version));
    }

    [Fact]
    public void A_file_that_is_no_assembly_is_refused_by_name()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("native.dll", [.. "MZ this is not an assembly"u8]);
        var refusal = Assert.Throws<BundleFileException>(() => AssemblyReferenceEditor.Lower(path, "FSharp.Core", Ten));
        Assert.StartsWith("native.dll: is not a readable .NET assembly", refusal.Message, StringComparison.Ordinal);
        Assert.False(AssemblyReferenceEditor.IsAssembly(path));
    }

    [Fact]
    public void A_damaged_or_cut_assembly_is_refused_or_changed_in_eight_bytes_at_most()
    {
        byte[] whole = CraftedAssembly.Build(("mscorlib", new(4, 0, 0, 0)), ("FSharp.Core", new(10, 1, 0, 0)));
        Gen.Select(Gen.Int[0, whole.Length], Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[0, 6]).Sample(
            (length, damage) =>
            {
                byte[] before = whole[..Math.Max(length, whole.Length / 2)];
                foreach ((int at, byte value) in damage.Where(entry => entry.Item1 < before.Length))
                {
                    before[at] = value;
                }

                byte[] after = [.. before];
                try
                {
                    AssemblyReferenceEditor.Lower("x.dll", after, "FSharp.Core", Ten);
                }
                catch (BundleFileException)
                {
                    return true;
                }

                return before.Zip(after).Count(pair => pair.First != pair.Second) <= 8;
            },
            iter: 5_000);
    }
}
