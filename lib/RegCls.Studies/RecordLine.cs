namespace RegCls.Studies;

/// <summary>A record and where it stands.</summary>
/// <typeparam name="TRecord">The kind of record.</typeparam>
/// <param name="Path">The file.</param>
/// <param name="Line">The line, from 1; the header is line 1.</param>
/// <param name="Record">The record.</param>
internal sealed record RecordLine<TRecord>(string Path, int Line, TRecord Record)
    where TRecord : IRunRecord
{
    /// <summary>The place as text.</summary>
    public string Place => $"{Path}, line {Line}";
}
