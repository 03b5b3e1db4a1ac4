using RegCls.Data;
using RegCls.Data.Sets;

namespace RegCls.Tests.Data.Sets;

public class ProblemTableTests
{
    [Fact]
    public void The_table_of_environment_md_lists_every_kind_once_with_the_exit_code_that_it_has()
    {
        string root = Path.GetDirectoryName(Path.GetDirectoryName(DataFiles.Find("verdict-rules.md")))!;
        string[][] rows = [.. File.ReadLines(Path.Combine(root, "environment.md")).SkipWhile(line => !line.StartsWith("| met |", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|')).Select(line => line.Split('|'))];
        Assert.Equal(Enum.GetValues<ProblemKind>().Select(kind => kind.DisplayName()).Order(StringComparer.Ordinal), rows.Select(row => row[1].Trim()).Order(StringComparer.Ordinal));
        Assert.All(Enum.GetValues<ProblemKind>().Except([ProblemKind.NotTaken]), kind => Assert.Equal(
            kind.Effect() == ProblemEffect.LeftOut ? "1" : "0", rows.Single(row => row[1].Trim() == kind.DisplayName())[^2].Trim()));
    }
}
