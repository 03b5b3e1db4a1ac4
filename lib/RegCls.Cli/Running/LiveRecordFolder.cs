namespace RegCls.Cli.Running;

/// <summary>Tells notebooks where records of live runs are kept, for as long as it is not disposed. A folder that the user named before stays.</summary>
internal sealed class LiveRecordFolder : IDisposable
{
    /// <summary>The variable that <c>RegCls.Studies.LiveRecords</c> reads; named here, for this program loads RegCls from the bundle only.</summary>
    public const string Variable = "REGCLS_RECORDS";

    private readonly string? before = Environment.GetEnvironmentVariable(Variable);

    /// <summary>Sets the folder.</summary>
    /// <param name="folder">The folder; null for a run that trains everything, whatever the user named.</param>
    public LiveRecordFolder(string? folder) =>
        Environment.SetEnvironmentVariable(Variable, folder is null ? null : before is { Length: > 0 } ? before : folder);

    /// <inheritdoc/>
    public void Dispose() => Environment.SetEnvironmentVariable(Variable, before);
}
