namespace RegCls.Cli.CommandLine;

/// <summary>What the user can put right: its message is one sentence that says what, where, what was expected and what to do.</summary>
/// <param name="message">The sentence.</param>
/// <param name="innerException">What the system reported, if it did.</param>
internal sealed class UserErrorException(string message, Exception? innerException = null) : Exception(message, innerException);
