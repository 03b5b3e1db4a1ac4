using System.Text.Json;
using System.Text.RegularExpressions;
using RegCls.Data;

namespace RegCls.Tests;

/// <summary>That a stranger finds what README.md and the pages in data/pages promise: links resolve, types are declared where they are said to be, cells exist, and README.md is short.</summary>
public partial class ReadmeMapTests
{
    private static string Root => Path.GetDirectoryName(Path.GetDirectoryName(DataFiles.Find("verdict-rules.md")))!;

    private static string[] Lines => File.ReadAllLines(Path.Combine(Root, "data", "pages", "map.md"));

    [Theory]
    [InlineData("README.md")]
    [InlineData("data/pages/claims.md")]
    [InlineData("data/pages/findings.md")]
    [InlineData("data/pages/glossary.md")]
    [InlineData("data/pages/how-it-is-built.md")]
    [InlineData("data/pages/lessons.md")]
    [InlineData("data/pages/map.md")]
    [InlineData("environment.md")]
    [InlineData("SECURITY.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("data/README.md")]
    [InlineData("data/verdict-rules.md")]
    [InlineData("data/releases.md")]
    public void Every_link_to_a_file_resolves(string page)
    {
        string path = Path.Combine(Root, page);
        foreach (Match link in Link().Matches(File.ReadAllText(path)).Where(link => !link.Groups["target"].Value.StartsWith("http", StringComparison.Ordinal)))
        {
            string target = link.Groups["target"].Value.Split('#')[0];
            Assert.True(target.Length == 0 || Path.Exists(Path.Combine(Path.GetDirectoryName(path)!, target)), $"{page} links to {target}, which is not there");
        }
    }

    [Fact]
    public void Every_type_of_the_map_is_declared_in_the_file_it_links_to()
    {
        Match[] links = [.. Lines.Where(IsMap).SelectMany(line => Link().Matches(line)).Where(link => link.Groups["target"].Value.EndsWith(".cs", StringComparison.Ordinal))];
        Assert.True(links.Length > 60, $"the map has {links.Length} types only");
        foreach (Match link in links)
        {
            string[] name = link.Groups["text"].Value.Trim('`').Split('.');
            string code = File.ReadAllText(Path.Combine(Root, "data", "pages", link.Groups["target"].Value));
            Assert.Matches($@"\b(class|record|struct|record struct|enum|interface) {Regex.Escape(name[0])}\b", code);
            Assert.All(name.Skip(1), member => Assert.Matches($@"\b{Regex.Escape(member)}\b", code));
        }
    }

    [Fact]
    public void Every_cell_of_the_map_is_in_its_notebook()
    {
        Dictionary<string, HashSet<string>> notebooks = Directory.GetFiles(Path.Combine(Root, "notebooks"), "*.ipynb").ToDictionary(path => Path.GetFileName(path)[..2], path =>
        {
            using JsonDocument notebook = JsonDocument.Parse(File.ReadAllText(path));
            return notebook.RootElement.GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("id").GetString()!).ToHashSet();
        });
        int seen = 0;
        foreach (string places in Lines.Where(IsMap).Select(line => line.Split('|')[2]))
        {
            foreach (string place in places.Split(';'))
            {
                string notebook = place.Trim()[..2];
                foreach (Match cell in Code().Matches(place))
                {
                    seen++;
                    Assert.True(notebooks[notebook].Contains(cell.Groups[1].Value), $"data/pages/map.md names the cell {cell.Groups[1].Value} of notebook {notebook}, which has none of that id");
                }
            }
        }

        Assert.True(seen > 60, $"the map names {seen} cells only");
    }

    [Fact]
    public void The_readme_is_read_in_a_minute() => Assert.InRange(new FileInfo(Path.Combine(Root, "README.md")).Length, 1000, 8000);

    // A row of the table from the paper to the code: its second column begins with the number of a notebook.
    private static bool IsMap(string line) => Row().IsMatch(line);

    [GeneratedRegex(@"\[(?<text>[^\]]+)\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"^\|[^|]+\| \d\d, `[^|]*\|[^|]*\.cs\)")]
    private static partial Regex Row();
}
