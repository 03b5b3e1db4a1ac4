using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RegCls.Notebooks.Tests.Support;

namespace RegCls.Notebooks.Tests;

[Collection(ExecutedSiteCollection.Name)]
public partial class ExecutedSiteTests(ExecutedSite site)
{
    public static TheoryData<string> Pages => [.. SitePages.Pages()];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_notebook_runs_from_its_first_cell_to_its_last(string page)
    {
        var path = Path.Combine(site.Folder, Path.ChangeExtension(page, ".ipynb"));
        Assert.True(File.Exists(path), site.Log);
        var root = NotebookFormat.AssertValid(File.ReadAllText(path));
        JsonObject[] cells = [.. root["cells"]!.AsArray().Cast<JsonObject>().Where(cell => cell["cell_type"]!.GetValue<string>() == "code")];
        var failures = cells.SelectMany(cell => cell["outputs"]!.AsArray()).Where(output => output!["output_type"]!.GetValue<string>() == "error").Select(output => output!["evalue"]!.GetValue<string>());
        Assert.Empty(failures);
        Assert.Equal(Enumerable.Range(1, cells.Length).Select(number => (int?)number), cells.Select(cell => cell["execution_count"]?.GetValue<int>()));
    }

    [Fact]
    public void The_program_ends_with_success_and_says_where_the_site_is()
    {
        Assert.True(site.ExitCode == 0, site.Log);
        Assert.Contains(Path.Combine(site.Folder, "index.html"), site.Log, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_link_of_the_site_leads_somewhere()
    {
        foreach (var file in Directory.EnumerateFiles(site.Folder, "*.html"))
        {
            foreach (var link in Link().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value).Where(link => !link.Contains(':', StringComparison.Ordinal)))
            {
                var parts = Uri.UnescapeDataString(link).Split('#');
                var target = parts[0].Length == 0 ? file : Path.GetFullPath(parts[0], site.Folder);
                Assert.True(File.Exists(target), $"{Path.GetFileName(file)} links to {link}, which is not there");
                Assert.True(parts.Length == 1 || File.ReadAllText(target).Contains($"id=\"{parts[1]}\"", StringComparison.Ordinal), $"{Path.GetFileName(file)} links to {link}, which has no such heading");
            }
        }
    }

    [Fact]
    public void Nothing_temporary_is_left() =>
        Assert.DoesNotContain(Directory.EnumerateFiles(site.Folder, "*", SearchOption.AllDirectories), file => file.EndsWith(".tmp", StringComparison.Ordinal));

    [GeneratedRegex("<(?:a|link|script)\\b[^>]*\\b(?:href|src)=\"([^\"]+)\"")]
    private static partial Regex Link();
}
