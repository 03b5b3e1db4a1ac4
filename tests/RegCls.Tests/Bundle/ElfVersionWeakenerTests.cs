using CsCheck;
using RegCls.Bundle;
using Xunit;

namespace RegCls.Tests.Bundle;

public class ElfVersionWeakenerTests
{
    private static readonly CraftedElf Crafted = new();

    [Fact]
    public void Sets_the_weak_flag_of_the_one_requirement_and_no_other_byte()
    {
        byte[] before = Crafted.Build();
        byte[] after = [.. before];

        Assert.Equal(ElfVersionChange.Weakened, ElfVersionWeakener.Weaken("x.so", after, "GLIBCXX_3.4.32"));

        int[] changed = [.. Enumerable.Range(0, before.Length).Where(i => before[i] != after[i])];
        Assert.Equal([Crafted.FlagsOffset(1)], changed);
        Assert.Equal(2, after[changed[0]]);
    }

    [Fact]
    public void Keeps_the_other_flags()
    {
        var elf = Crafted with { Flags = 0x1 };
        byte[] bytes = elf.Build();
        ElfVersionWeakener.Weaken("x.so", bytes, "GLIBCXX_3.4.32");
        Assert.Equal(3, bytes[elf.FlagsOffset(1)]);
    }

    [Fact]
    public void A_second_call_changes_nothing()
    {
        byte[] once = Crafted.Build();
        ElfVersionWeakener.Weaken("x.so", once, "GLIBCXX_3.4.32");
        byte[] twice = [.. once];
        Assert.Equal(ElfVersionChange.AlreadyWeak, ElfVersionWeakener.Weaken("x.so", twice, "GLIBCXX_3.4.32"));
        Assert.Equal(once, twice);
    }

    [Fact]
    public void A_file_without_the_version_stays_as_it_is()
    {
        byte[] before = (Crafted with { Versions = ["GLIBCXX_3.4", "GLIBCXX_3.4.3", "GLIBCXX_3.4.321"] }).Build();
        byte[] after = [.. before];
        Assert.Equal(ElfVersionChange.NotPresent, ElfVersionWeakener.Weaken("x.so", after, "GLIBCXX_3.4.32"));
        Assert.Equal(before, after);
    }

    [Fact]
    public void A_version_that_a_relocation_uses_is_never_made_weak()
    {
        byte[] before = (Crafted with { Relocated = [1, 2] }).Build();
        byte[] after = [.. before];
        Assert.Equal(ElfVersionChange.InUse, ElfVersionWeakener.Weaken("x.so", after, "GLIBCXX_3.4.32"));
        Assert.Equal(before, after);
    }

    [Fact]
    public void A_hidden_symbol_version_counts_as_used()
        => Assert.Equal(
            ElfVersionChange.InUse,
            ElfVersionWeakener.Weaken("x.so", (Crafted with { SymbolVersions = [2, 0x8003, 4], Relocated = [2] }).Build(), "GLIBCXX_3.4.32"));

    [Theory]
    [InlineData(0, 0x00, "is not an ELF file")]
    [InlineData(4, 0x01, "class 1")]
    [InlineData(5, 0x02, "byte order 2")]
    [InlineData(0x3a, 0x28, "section table")]
    [InlineData(0x3c, 0x00, "section table")]
    public void A_file_of_another_form_is_refused_by_name_and_reason(int offset, byte value, string reason)
    {
        byte[] bytes = Crafted.Build();
        bytes[offset] = value;
        var refusal = Assert.Throws<BundleFileException>(() => ElfVersionWeakener.Weaken("/some/where/libx.so", bytes, "GLIBCXX_3.4.32"));
        Assert.StartsWith("libx.so: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public void Requirements_without_symbol_versions_are_refused()
        => Assert.Throws<BundleFileException>(() => ElfVersionWeakener.Weaken("x.so", (Crafted with { WithSymbolVersions = false }).Build(), "GLIBCXX_3.4.32"));

    [Fact]
    public void A_file_cut_at_any_byte_is_refused()
    {
        byte[] whole = Crafted.Build();
        for (int length = 0; length < whole.Length; length++)
        {
            Assert.Throws<BundleFileException>(() => ElfVersionWeakener.Weaken("x.so", whole[..length], "GLIBCXX_3.4.32"));
        }
    }

    [Fact]
    public void A_damaged_file_is_refused_or_changed_in_one_flag_at_most()
    {
        byte[] whole = Crafted.Build();
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 6].Sample(
            damage =>
            {
                byte[] before = [.. whole];
                foreach ((int at, byte value) in damage)
                {
                    before[at] = value;
                }

                byte[] after = [.. before];
                try
                {
                    ElfVersionWeakener.Weaken("x.so", after, "GLIBCXX_3.4.32");
                }
                catch (BundleFileException)
                {
                    return before.SequenceEqual(after);
                }

                return before.Zip(after).Count(pair => pair.First != pair.Second) <= 1;
            },
            iter: 20_000);
    }

    [Fact]
    public void The_other_name_of_a_hard_linked_file_keeps_its_contents()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs ln");
        using var folder = new TemporaryFolder();
        byte[] original = Crafted.Build();
        string cached = folder.Write("cached.so", original);
        string own = Path.Combine(folder.FullPath, "own.so");
        using (var link = System.Diagnostics.Process.Start("ln", [cached, own]))
        {
            link.WaitForExit();
        }

        DateTime time = File.GetLastWriteTimeUtc(own);
        Assert.Equal(ElfVersionChange.Weakened, ElfVersionWeakener.Weaken(own));

        Assert.Equal(original, File.ReadAllBytes(cached));
        Assert.NotEqual(original, File.ReadAllBytes(own));
        Assert.Equal(time, File.GetLastWriteTimeUtc(own));
        Assert.Equal(2, Directory.GetFiles(folder.FullPath).Length);
    }
}
