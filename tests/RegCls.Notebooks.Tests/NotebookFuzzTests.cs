using System.Text;
using RegCls.Cli.CommandLine;
using RegCls.Cli.Notebooks;
using RegCls.Notebooks.Tests.Support;
using RegCls.Tests.Fuzz;

namespace RegCls.Notebooks.Tests;

/// <summary>Whatever is in a notebook file, it is read or refused in one sentence. REGCLS_FUZZ_SECONDS searches longer.</summary>
public class NotebookFuzzTests
{
    [Theory]
    [InlineData("01-*.ipynb")]
    [InlineData("08-*.ipynb")]
    public void A_damaged_notebook_is_read_or_refused(string pattern)
    {
        var path = Directory.GetFiles(Path.Combine(CommandResult.RepositoryRoot, "notebooks"), pattern).Single();
        var whole = File.ReadAllBytes(path);
        foreach (var seed in FuzzSeeds.Take(1500))
        {
            var text = Encoding.UTF8.GetString(Mutation.Of(whole, new Random(seed)));
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                var notebook = NotebookReader.Parse(text, path);
                Assert.All(notebook.Cells, cell => Assert.False(string.IsNullOrEmpty(cell.Id)));
                _ = NotebookWriter.ToJson(notebook);
            }
            catch (UserErrorException exception)
            {
                Assert.Contains(Path.GetFileName(path), exception.Message, StringComparison.Ordinal);
                Assert.DoesNotContain('\n', exception.Message);
                Assert.InRange(exception.Message.Length, 20, 1000);
            }
            catch (Exception exception) when (exception is not Xunit.Sdk.IAssertionException)
            {
                Assert.Fail($"{pattern}, seed {seed}: {exception}");
            }

            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 256 << 20, $"{pattern}, seed {seed}: too much memory");
        }
    }

    [Theory]
    [InlineData("""{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{"cell_type":"markdown","id":"a","metadata":{},"source":["x",null]}]}""", "a line that is no text")]
    [InlineData("""{"nbformat":4,"nbformat":4,"metadata":{},"cells":[]}""", "a name stands twice")]
    [InlineData("""{"nbformat":4,"metadata":{},"cells":[{"cell_type":"mark\ndown","id":"a","metadata":{},"source":""}]}""", "cell_type \"mark\\ndown\" instead")]
    [InlineData("""{"nbformat":4,"metadata":{},"cells":[{"id":"a","metadata":{},"source":""}]}""", "cell_type null instead")]
    [InlineData("""{"nbformat":4,"metadata":{},"cells":[{"cell_type":"markdown","id":"a\u0085","metadata":{},"source":""}]}""", "the id \"a\\u0085\"")]
    [InlineData("""{"nbformat":4,"metadata":{},"cells":[{"cell_type":"markdown","id":"a","id":"b","metadata":{},"source":""}]}""", "a name stands twice")]
    public void What_no_editor_writes_is_refused(string text, string why) =>
        Assert.Contains(why, Assert.Throws<UserErrorException>(() => NotebookReader.Parse(text, "/x/a.ipynb")).Message, StringComparison.Ordinal);

    [Fact]
    public void Deep_nesting_is_refused_and_does_not_end_the_process()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 200_000));
        Assert.Contains("is not JSON", Assert.Throws<UserErrorException>(() => NotebookReader.Parse(deep, "/x/deep.ipynb")).Message, StringComparison.Ordinal);
    }
}
