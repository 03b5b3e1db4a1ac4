namespace RegCls.Cli.Running;

/// <summary>A cell's value is a raw chart, frame or tensor, which the portable subset does not allow.</summary>
/// <param name="message">What the value is and what to do.</param>
internal sealed class RawValueException(string message) : Exception(message);
