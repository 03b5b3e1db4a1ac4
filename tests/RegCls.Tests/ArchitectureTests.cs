using System.Text.RegularExpressions;
using RegCls.Data;

namespace RegCls.Tests;

/// <summary>That data flow one way through the house: no folder uses a later one, and no project one that stands above it.</summary>
public partial class ArchitectureTests
{
    // Each may use those before it.
    private static readonly string[] Rooms = ["Data", "Binning", "Models", "Losses", "Optimisers", "Platform", "Training", "Evaluation", "Theory"];

    private static readonly string[] Projects = ["RegCls", "RegCls.Sources", "RegCls.StandIns", "RegCls.Studies", "RegCls.Figures", "RegCls.Tables", "RegCls.Interactive"];

    // A type has a file of its name: what follows a folder's name and is none is a member of a property that is named as a folder is.
    private static readonly Lazy<HashSet<string>> Declared = new(() => [.. Directory.EnumerateFiles(Library, "*.cs", SearchOption.AllDirectories).Select(path => Path.GetFileNameWithoutExtension(path))]);

    private static string Library => Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(DataFiles.Find("verdict-rules.md")))!, "lib");

    [Fact]
    public void No_folder_uses_a_later_one()
    {
        ILookup<string, string> files = Directory.EnumerateFiles(Path.Combine(Library, "RegCls"), "*.cs", SearchOption.AllDirectories)
            .ToLookup(path => Path.GetRelativePath(Path.Combine(Library, "RegCls"), path).Split(Path.DirectorySeparatorChar)[0]);
        Assert.Equal(Rooms.Order(), files.Select(folder => folder.Key).Where(name => name is not ("bin" or "obj") && !name.EndsWith(".cs", StringComparison.Ordinal)).Order());
        List<string> back = [];
        int arrows = 0;
        for (int place = 0; place < Rooms.Length; place++)
        {
            foreach (string path in files[Rooms[place]])
            {
                string[] used = [.. Used(File.ReadAllText(path), Rooms).Where(room => room != Rooms[place])];
                arrows += used.Length;
                back.AddRange(used.Where(room => Array.IndexOf(Rooms, room) > place).Select(room => $"{Path.GetRelativePath(Library, path)} uses {room}"));
            }
        }

        Assert.Empty(back);
        Assert.True(arrows > 100, $"only {arrows} arrows were found between folders, so they are not looked for as they are written");
    }

    [Fact]
    public void Studies_do_not_know_what_is_claimed_of_them()
    {
        string studies = Path.Combine(Library, "RegCls.Studies"), claims = Path.Combine(studies, "Claims") + Path.DirectorySeparatorChar;
        string[] files = [.. Directory.EnumerateFiles(studies, "*.cs", SearchOption.AllDirectories).Where(path => !path.StartsWith(claims, StringComparison.Ordinal))];
        Assert.True(files.Length > 50 && Directory.Exists(claims));
        Assert.All(files, path => Assert.False(Used(File.ReadAllText(path), ["Claims"]).Length > 0, $"{path} uses Claims"));
    }

    [Fact]
    public void A_back_arrow_would_be_seen()
    {
        Assert.Equal(["Studies", "Training"], Used("using RegCls.Studies.Depth;\nnamespace RegCls.Data;\n// Claims.Claim\nvar x = Training.Arm.Reg; var s = \"Losses.X\";", ["Data", "Losses", "Studies", "Training", "Claims"]).Order());
    }

    [Fact]
    public void No_project_refers_to_one_above_it()
    {
        foreach (string project in Projects)
        {
            string text = File.ReadAllText(Path.Combine(Library, project, project + ".csproj"));
            string[] references = [.. Reference().Matches(text).Where(match => !match.Value.Contains("BundleTool", StringComparison.Ordinal)).Select(match => match.Groups[1].Value)];
            Assert.True(project == "RegCls" ? references.Length == 0 : references.Length > 0);
            Assert.All(references, reference => Assert.True(Array.IndexOf(Projects, reference) is int place and >= 0 && place < Array.IndexOf(Projects, project), $"{project} refers to {reference}"));
        }
    }

    // By a using, or by a name that begins with the folder's, as in Training.Arm; comments and texts do not count.
    private static string[] Used(string code, string[] rooms)
    {
        string bare = Silent().Replace(code, "");
        return [.. Using().Matches(bare).Concat(Qualified().Matches(bare).Where(match => Declared.Value.Contains(match.Groups[2].Value))).Select(match => match.Groups[1].Value).Where(rooms.Contains).Distinct()];
    }

    [GeneratedRegex(@"//.*|""(?:\\.|[^""\\\n])*""")]
    private static partial Regex Silent();

    [GeneratedRegex(@"^using (?:static )?RegCls\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"(?<![\w.])(?:RegCls\.)?([A-Z]\w+)\.([A-Z]\w*)\.[A-Z]")]
    private static partial Regex Qualified();

    [GeneratedRegex("<ProjectReference Include=\"\\.\\./([\\w.]+)/[^>]*>")]
    private static partial Regex Reference();
}
