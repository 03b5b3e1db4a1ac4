using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;

namespace RegCls.Tests.Platform;

/// <summary>
/// A processor whose cache sizes oneDNN cannot read, as some virtual machines show it: in a copy of libtorch the function that tells them answers 0. Its kernels for the usual layout are then wrong, and strided 1×1
/// convolutions end the process; ours must be right all the same.
/// </summary>
public sealed class UnknownCacheTests : IDisposable
{
    // oneDNN's, a local symbol: dnnl::impl::cpu::platform::get_per_core_cache_size(int).
    private const string Function = "_ZN4dnnl4impl3cpu8platform23get_per_core_cache_sizeEi";

    // xor eax, eax; ret
    private static readonly byte[] AnswersNothing = [0x31, 0xc0, 0xc3];

    private static readonly Dictionary<string, string> OneThread = new() { ["OMP_NUM_THREADS"] = "1" };

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Networks_train_as_on_other_processors_where_cache_sizes_are_unknown()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64, "The copy of libtorch is changed as a file for Linux on x64.");
        string blind = Copy();

        string[] report = NetworkProcess.Run(blind, OneThread, "kernels");
        Assert.Contains("path taken: channels-last", report[^2], StringComparison.Ordinal);
        double usual = double.Parse(report[^1].Split(' ')[^1], CultureInfo.InvariantCulture);
        Assert.True(!(usual < 1e-2), $"the usual layout is right ({usual}), so this copy shows nothing");

        // ResNet-50 on two pictures normalises over eight numbers at its end, so that rounding shows in its second step: its first gradient is compared.
        foreach ((string network, string steps) in (ReadOnlySpan<(string, string)>)[("age", "30"), ("depth", "30"), ("depth-100", "10"), ("resnet50", "1")])
        {
            (double there, double slopeThere) = Result(blind, network, steps);
            (double here, double slopeHere) = Result(BuildPaths.Benchmarks, network, steps);
            Assert.Equal(here, there, 1e-2 * Math.Abs(here));
            Assert.Equal(slopeHere, slopeThere, 1e-3 * slopeHere);
        }
    }

    private static (double Loss, double Slope) Result(string program, string network, string steps)
    {
        string[] fields = NetworkProcess.Run(program, OneThread, "steps", network, steps, "1")[^1].Split(' ');
        return (double.Parse(fields[3], CultureInfo.InvariantCulture), double.Parse(fields[4], CultureInfo.InvariantCulture));
    }

    // The program with the natives beside it, libtorch changed.
    private string Copy()
    {
        string from = Path.GetDirectoryName(BuildPaths.Benchmarks)!;
        foreach (string file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(folder.FullPath, Path.GetFileName(file)));
        }

        foreach (string file in Directory.EnumerateFiles(BuildPaths.Bundle, "*.so*").Where(file => Path.GetFileName(file) != "libtorch_cpu.so"))
        {
            File.CreateSymbolicLink(Path.Combine(folder.FullPath, Path.GetFileName(file)), file);
        }

        byte[] library = File.ReadAllBytes(Path.Combine(BuildPaths.Bundle, "libtorch_cpu.so"));
        AnswersNothing.CopyTo(library.AsSpan(Address(library)));
        File.WriteAllBytes(Path.Combine(folder.FullPath, "libtorch_cpu.so"), library);
        return Path.Combine(folder.FullPath, Path.GetFileName(BuildPaths.Benchmarks));
    }

    // The symbol's address, which in this file is also its place: an ELF file's section of symbols (type 2), 24 bytes each, and the section of their names, which it links to.
    private static int Address(byte[] library)
    {
        int table = (int)Number(0x28), symbols = Enumerable.Range(0, BinaryPrimitives.ReadUInt16LittleEndian(library.AsSpan(0x3c))).First(i => BinaryPrimitives.ReadUInt32LittleEndian(library.AsSpan(table + 64 * i + 4)) == 2);
        int start = (int)Number(table + 64 * symbols + 24), size = (int)Number(table + 64 * symbols + 32), strings = BinaryPrimitives.ReadInt32LittleEndian(library.AsSpan(table + 64 * symbols + 40));
        int names = (int)Number(table + 64 * strings + 24);
        ReadOnlySpan<byte> wanted = System.Text.Encoding.ASCII.GetBytes(Function + '\0');
        for (int at = start; at < start + size; at += 24)
        {
            if (library.AsSpan(names + BinaryPrimitives.ReadInt32LittleEndian(library.AsSpan(at))).StartsWith(wanted))
            {
                return (int)Number(at + 8);
            }
        }

        throw new InvalidOperationException($"libtorch_cpu.so has no symbol {Function}; a newer oneDNN may name it otherwise.");

        ulong Number(int place) => BinaryPrimitives.ReadUInt64LittleEndian(library.AsSpan(place));
    }
}
