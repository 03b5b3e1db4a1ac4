using RegCls.Interactive;
using RegCls.Interactive.Html;
using Xunit;

namespace RegCls.Tests.Interactive;

public class NotebookTests
{
    [Theory]
    [InlineData(null, "quick")]
    [InlineData("smoke", "smoke")]
    [InlineData("full", "full")]
    public void The_profile_comes_from_the_environment(string? value, string profile)
        => Assert.Equal(profile, WithProfile(value, () => Notebook.Profile));

    [Fact]
    public void An_unknown_profile_gives_one_sentence_with_the_known_ones()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => WithProfile("Full", () => Notebook.Profile));
        Assert.Equal("The environment variable REGCLS_PROFILE is 'Full'; set it to smoke, quick or full, or unset it for quick.", refusal.Message);
    }

    [Fact]
    public void A_progress_needs_a_name() => Assert.Throws<ArgumentException>(() => Notebook.Progress(" "));

    [Fact]
    public void The_versions_name_every_library_on_its_own_line()
    {
        string[] lines = Notebook.Versions().Split('\n');
        Assert.Contains("TorchSharp 0.107.0", lines);
        Assert.Contains("Plotly.NET 6.0.0", lines);
    }

    [Fact]
    public void A_shared_value_is_the_object_itself_and_a_missing_or_other_one_is_refused_with_what_there_is()
    {
        int[] value = [1, 2];
        Notebook.Share("shared in a test", value);
        Assert.Same(value, Notebook.Shared<int[]>("shared in a test"));
        Assert.Contains("shared in a test", Assert.Throws<ArgumentException>(() => Notebook.Shared<int[]>("another")).Message, StringComparison.Ordinal);
        Assert.Contains("System.Int32[]", Assert.Throws<ArgumentException>(() => Notebook.Shared<string>("shared in a test")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_script_of_plotly_cannot_end_its_element_and_sees_neither_define_nor_module()
    {
        string wrapped = PlotlyScript.Wrapped();
        Assert.True(PlotlyScript.Source().Length > 3_000_000);
        Assert.DoesNotContain("</script", wrapped, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("if (!window.Plotly) { (function (define, module, exports, require) {", wrapped, StringComparison.Ordinal);
        Assert.EndsWith("}).call(window); }", wrapped, StringComparison.Ordinal);
    }

    [Fact]
    public void Libtorch_is_found_in_the_bundle_and_loads_more_than_once_without_harm()
    {
        Assert.Equal(Path.TrimEndingDirectorySeparator(BuildPaths.Bundle), NativeLibraries.FindFolder());
        NativeLibraries.EnsureLoaded();
        NativeLibraries.EnsureLoaded();
    }

    private static T WithProfile<T>(string? value, Func<T> read)
    {
        string? before = Environment.GetEnvironmentVariable(Notebook.ProfileVariable);
        Environment.SetEnvironmentVariable(Notebook.ProfileVariable, value);
        try
        {
            return read();
        }
        finally
        {
            Environment.SetEnvironmentVariable(Notebook.ProfileVariable, before);
        }
    }
}
