namespace RegCls.Studies;

/// <summary>A record and where it stands.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The line, from 1; the header is line 1.</param>
/// <param name="Record">The record.</param>
internal sealed record RecordLine(string Path, int Line, RunRecord Record)
{
    /// <summary>The place as text.</summary>
    public string Place => $"{Path}, line {Line}";
}
