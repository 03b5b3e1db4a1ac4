using System.Diagnostics;
using System.Reflection;
using RegCls.Bundle;
using Xunit;

namespace RegCls.Tests.Bundle;

/// <summary>The bundle as the build left it.</summary>
public class BundleFolderTests
{
    private const string Native = "libLibTorchSharp.so";

    [Fact]
    public void The_native_library_of_TorchSharp_needs_no_new_libstdc()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has this library");
        byte[] bytes = File.ReadAllBytes(Path.Combine(BuildPaths.Bundle, Native));
        Assert.True(ElfVersionWeakener.Weaken(Native, bytes, "GLIBCXX_3.4.32") is ElfVersionChange.AlreadyWeak or ElfVersionChange.NotPresent);
    }

    [Fact]
    public void The_package_cache_keeps_the_original()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has this library");
        string[] cached = Directory.GetFiles(Path.Combine(BuildPaths.Packages, "torchsharp"), Native, SearchOption.AllDirectories);
        Assert.All(cached, path => Assert.NotEqual(ElfVersionChange.AlreadyWeak, ElfVersionWeakener.Weaken(Native, File.ReadAllBytes(path), "GLIBCXX_3.4.32")));
        string cachedDeedle = Directory.GetFiles(Path.Combine(BuildPaths.Packages, "deedle"), "Deedle.dll", SearchOption.AllDirectories).First(path => path.Contains("net10.0", StringComparison.Ordinal));
        Assert.Contains(CraftedAssembly.References(File.ReadAllBytes(cachedDeedle)), name => name.Name == "FSharp.Core" && name.Version > new Version(10, 0, 0, 0));
    }

    [Fact]
    public void No_assembly_asks_for_a_newer_FSharp_Core_than_the_hosts_bring()
    {
        string[] assemblies = [.. Directory.GetFiles(BuildPaths.Bundle, "*.dll").Where(AssemblyReferenceEditor.IsAssembly)];
        var asking = assemblies.SelectMany(path => CraftedAssembly.References(File.ReadAllBytes(path)).Where(name => name.Name == "FSharp.Core")).ToList();
        Assert.True(asking.Count >= 4, "Plotly.NET, Plotly.NET.CSharp, DynamicObj and Deedle are in the bundle");
        Assert.All(asking, name => Assert.True(name.Version <= new Version(10, 0, 0, 0)));
    }

    [Fact]
    public void TorchSharp_asks_for_the_numerics_of_the_platform_so_that_no_compiler_warns()
    {
        AssemblyName numerics = Assert.Single(CraftedAssembly.References(File.ReadAllBytes(Path.Combine(BuildPaths.Bundle, "TorchSharp.dll"))), name => name.Name == "System.Runtime.Numerics");
        Assert.Equal(new Version(10, 0, 0, 0), numerics.Version);
    }

    [Fact]
    public void One_reference_leads_a_compiler_to_every_library()
    {
        string[] names = [.. CraftedAssembly.References(File.ReadAllBytes(Path.Combine(BuildPaths.Bundle, "RegCls.Interactive.dll"))).Select(name => name.Name!)];
        Assert.Empty(((string[])["RegCls", "RegCls.Sources", "RegCls.StandIns", "RegCls.Studies", "RegCls.Figures", "TorchSharp", "Plotly.NET", "Plotly.NET.CSharp", "Deedle", "MathNet.Numerics", "SkiaSharp"]).Except(names));
        Assert.DoesNotContain(names, name => name.StartsWith("Microsoft.DotNet.Interactive", StringComparison.Ordinal) || name.StartsWith("Verso", StringComparison.Ordinal) || name.StartsWith("ClrKernel", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_reference_is_in_the_bundle_or_in_the_platform()
    {
        HashSet<string> there = [.. Directory.GetFiles(BuildPaths.Bundle, "*.dll").Select(path => Path.GetFileNameWithoutExtension(path)!)];
        string platform = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        there.UnionWith(Directory.GetFiles(platform, "*.dll").Select(path => Path.GetFileNameWithoutExtension(path)!));
        AssemblyName[] asked = [.. Directory.GetFiles(BuildPaths.Bundle, "*.dll").Where(AssemblyReferenceEditor.IsAssembly).SelectMany(path => CraftedAssembly.References(File.ReadAllBytes(path)))];
        Assert.Empty(asked.Select(name => name.Name!).Distinct().Except(there));
    }

    [Fact]
    public void Neither_this_test_nor_its_hosts_carry_a_copy_of_libtorch()
    {
        foreach (string folder in (string[])[AppContext.BaseDirectory, Path.GetDirectoryName(BuildPaths.StandInHosts)!])
        {
            Assert.DoesNotContain(Directory.GetFiles(folder, "*", SearchOption.AllDirectories), path => Path.GetFileName(path).Contains("torch_cpu", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_tool_names_each_change_once_and_is_silent_the_second_time()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Native, new CraftedElf().Build());
        folder.Write("b.dll", CraftedAssembly.Build(("FSharp.Core", new(10, 1, 0, 0))));
        folder.Write("c.dll", CraftedAssembly.Build(("mscorlib", new(4, 0, 0, 0))));
        folder.Write("torch_cpu.dll", [.. "MZ native"u8]);

        (int code, string output, string error) = Run(folder.FullPath);
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(
            ["libLibTorchSharp.so: the unused requirement GLIBCXX_3.4.32 is now weak", "b.dll: now asks for FSharp.Core 10.0.0.0 instead of 10.1.0.0"],
            output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((0, "", ""), Run(folder.FullPath));
    }

    [Fact]
    public void The_tool_says_in_one_line_which_file_it_does_not_understand()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Native, [.. "version https://git-lfs.github.com/spec/v1"u8]);
        (int code, _, string error) = Run(folder.FullPath);
        Assert.Equal(1, code);
        Assert.StartsWith("libLibTorchSharp.so: is not an ELF file", Assert.Single(error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_tool_refuses_a_folder_that_does_not_exist()
    {
        (int code, _, string error) = Run("/no/such/folder");
        Assert.Equal(2, code);
        Assert.Contains("'/no/such/folder' is not a folder", error, StringComparison.Ordinal);
    }

    private static (int Code, string Output, string Error) Run(string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet" ? own : "dotnet", [typeof(BundleFixer).Assembly.Location, folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
