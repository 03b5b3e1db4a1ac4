namespace RegCls.Notebooks.Tests.Support;

/// <summary>The smoke profile of the Fig. 3 study, run once without a disturbance.</summary>
public sealed class UndisturbedStudy : IAsyncLifetime
{
    private readonly TestFolder folder = new();

    internal static string[] Arguments { get; } = ["fig3", "--profile", "smoke"];

    internal string File => folder["whole.csv"];

    internal string[] Numbers => RecordText.Numbers(File);

    internal CommandResult Result { get; private set; } = new(-1, string.Empty, string.Empty);

    public async ValueTask InitializeAsync() => Result = await CommandResult.OfAsync(["study", "run", .. Arguments, "--out", File]);

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
