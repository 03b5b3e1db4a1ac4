using RegCls.Cli.CommandLine;
using RegCls.Cli.Notebooks;

namespace RegCls.Notebooks.Tests.Support;

/// <summary>What the real command gave when it was called inside the test's process.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Error)
{
    public static string RepositoryRoot { get; } = RepositoryLayout.Find(AppContext.BaseDirectory).Root;

    /// <summary>The error sentences.</summary>
    public string[] Errors => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static Task<CommandResult> OfAsync(params string[] arguments) => OfAsync(arguments, RepositoryRoot, CancellationToken.None);

    public static async Task<CommandResult> OfAsync(string[] arguments, string folder, CancellationToken cancellation)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await RegClsCommand.InvokeAsync(arguments, new Terminal(output, error, IsInteractive: false), folder, cancellation);
        return new CommandResult(code, output.ToString(), error.ToString());
    }

    /// <summary>The one sentence on a bad input.</summary>
    public string OneSentence()
    {
        Assert.Equal(2, ExitCode);
        var sentence = Assert.Single(Errors);
        Assert.StartsWith("error: ", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", sentence, StringComparison.Ordinal);
        return sentence;
    }
}
