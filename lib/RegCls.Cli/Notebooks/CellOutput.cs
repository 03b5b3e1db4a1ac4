namespace RegCls.Cli.Notebooks;

/// <summary>One output of a code cell, as nbformat 4 knows them.</summary>
internal abstract record CellOutput;

/// <summary>Text written to the console.</summary>
/// <param name="IsError">True for standard error.</param>
/// <param name="Text">The text.</param>
internal sealed record StreamOutput(bool IsError, string Text) : CellOutput;

/// <summary>A shown value.</summary>
/// <param name="Html">The value as HTML, or null if it is text only.</param>
/// <param name="Text">The value as text.</param>
/// <param name="IsResult">True for the value of the cell's last expression, false for what the cell pushed while it ran.</param>
internal sealed record DisplayOutput(string? Html, string Text, bool IsResult) : CellOutput;

/// <summary>Why the cell failed.</summary>
/// <param name="Name">The exception's type, or the compiler's.</param>
/// <param name="Message">Its message.</param>
/// <param name="Trace">The stack trace or the list of compiler errors, one line each.</param>
internal sealed record ErrorOutput(string Name, string Message, IReadOnlyList<string> Trace) : CellOutput;
