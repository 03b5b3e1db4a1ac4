using System.Text.Json.Nodes;
using RegCls.Notebooks.Tests.Support;

namespace RegCls.Notebooks.Tests;

/// <summary>Every notebook in the kernel of .NET Interactive, beside our own runner.</summary>
[Collection(ExecutedSiteCollection.Name)]
public sealed class RealKernelTests(ExecutedSite site, RealKernelRuns kernel) : IClassFixture<RealKernelRuns>
{
    public static TheoryData<string> Walkthrough => [.. RealKernelRuns.Walkthrough];

    [Theory]
    [MemberData(nameof(Walkthrough))]
    public async Task A_notebook_shows_in_the_real_kernel_what_it_shows_in_our_runner(string path)
    {
        var page = Path.Combine(site.Folder, Path.GetFileName(path));
        Assert.True(File.Exists(page), site.Log);
        JsonNode[] cells = [.. JsonNode.Parse(await File.ReadAllTextAsync(page))!["cells"]!.AsArray().OfType<JsonNode>().Where(cell => (string?)cell["cell_type"] == "code")];

        var run = await kernel.Of(path);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(cells.Length, run.Cells.Length);
        Assert.All(cells.Zip(run.Cells), pair =>
        {
            var id = (string?)pair.First["id"];
            Assert.True(pair.Second.Failure is null, $"{id}: {pair.Second.Failure}");

            // No warning of the compiler or of libtorch, which hosts show in red.
            Assert.DoesNotContain(pair.Second.Outputs, output => output.Kind is "diagnostic" or "err");
            Assert.Equal(ShownContent.Of(pair.First).Comparable, ShownContent.Of(pair.Second).Comparable);
        });
        Assert.Contains(run.Cells, cell => ShownContent.Of(cell).Charts.Length > 0);
    }
}
