using RegCls.Studies.Depth;

namespace RegCls.Tests.Studies.Depth;

public sealed class PublishedDepthErrorTests
{
    [Fact]
    public void Tab2_is_whole_and_says_what_the_paper_says_of_it()
    {
        IReadOnlyList<PublishedDepthError> table = PublishedDepthError.Tab2();
        Assert.Equal(2 * 4 + 7 * 8, table.Count);
        Assert.Equal(7, table.Where(entry => entry.StandardDeviation is not null).Select(entry => entry.Method).Distinct().Count());
        string[] classes = [.. table.Select(entry => entry.Method).Where(method => method.StartsWith("reg+cls", StringComparison.Ordinal)).Distinct()];

        // Sec. 3.2: on validation all numbers of classes are better than reg; by the test set 100 classes and 10 balanced ones are (100 balanced ones are as well).
        Assert.All(classes, method => Assert.True(All(method, "best_val") < All("reg", "best_val")));
        Assert.Equal(["reg+cls (100 cls)", "reg+cls bal. (10 cls)", "reg+cls bal. (100 cls)"], classes.Where(method => All(method, "best_test") < All("reg", "best_test")));

        // An error over all pixels lies between those of its groups, and choosing by the test set is never worse.
        Assert.All(table.GroupBy(entry => (entry.Method, entry.Rule)), group => Assert.InRange(group.Single(entry => entry.Shot == "all").Mean, group.Min(entry => entry.Mean) + 1e-9, group.Max(entry => entry.Mean) - 1e-9));
        Assert.All(classes.Append("reg"), method => Assert.True(All(method, "best_test") <= All(method, "best_val")));

        double All(string method, string rule) => table.Single(entry => entry.Method == method && entry.Rule == rule && entry.Shot == "all").Mean;
    }

    [Fact]
    public void Tab4_has_its_depth_half()
        => Assert.Equal([1.442, 1.492, 1.456, 1.593], PublishedDepthError.Tab4().Select(entry => entry.Mean));

    [Fact]
    public void A_table_that_is_none_is_one_sentence()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("tab.csv", [.. "method,rule\nreg,best_val\n"u8]);
        Assert.Contains("not a row of a published depth table", Assert.Throws<InvalidDataException>(() => PublishedDepthError.Tab2(path)).Message, StringComparison.Ordinal);
    }
}
