namespace RegCls.KernelHost;

/// <summary>One output.</summary>
/// <param name="Kind">"display", "update", "result", "out", "err" or "diagnostic".</param>
/// <param name="Mime">Its MIME type.</param>
/// <param name="Text">The content.</param>
/// <param name="Id">By which updates find what they replace.</param>
internal sealed record KernelOutput(string Kind, string Mime, string Text, string? Id);
