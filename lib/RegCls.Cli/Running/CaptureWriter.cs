using System.Text;

namespace RegCls.Cli.Running;

/// <summary>Stands in for Console.Out while a notebook runs.</summary>
/// <param name="capture">Gets the text.</param>
/// <param name="isError">True if it stands in for Console.Error.</param>
internal sealed class CaptureWriter(OutputCapture capture, bool isError) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc/>
    public override void Write(char value) => capture.AddText(isError, value.ToString());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => capture.AddText(isError, new string(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(string? value) => capture.AddText(isError, value ?? string.Empty);

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer) => capture.AddText(isError, buffer.ToString());

    /// <inheritdoc/>
    public override void WriteLine() => capture.AddText(isError, "\n");

    /// <inheritdoc/>
    public override void WriteLine(string? value) => capture.AddText(isError, value + "\n");
}
