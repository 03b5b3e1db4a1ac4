using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using Microsoft.CodeAnalysis;
using RegCls.Cli.Notebooks;

namespace RegCls.Cli.Running;

/// <summary>Puts a failure into words a notebook's reader can use.</summary>
internal static class ErrorOfCell
{
    /// <summary>The name of a failure that is the compiler's.</summary>
    public const string CompilerName = "CompilationError";

    /// <summary>The name of what stands in the place of a cell that could not be run after another one failed.</summary>
    public const string NotRunName = "NotRun";

    /// <summary>What a cell shows that does not compile because an earlier one failed.</summary>
    /// <param name="failure">The earlier failure.</param>
    /// <returns>The output.</returns>
    public static ErrorOutput NotRun(CellFailure failure) => new(NotRunName, $"not run, because it uses what code cell {failure.Cell} ({failure.CellId}), which failed, would have made", []);

    /// <summary>An exception the cell's code threw.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="label">The cell's name in the stack trace.</param>
    /// <returns>The outcome.</returns>
    public static CellOutcome FromException(Exception exception, string label)
    {
        // The wrapper says nothing; its cause does.
        var cause = exception;
        while (cause is TargetInvocationException or TypeInitializationException or AggregateException && cause.InnerException is { } inner)
        {
            cause = inner;
        }

        var frame = Frames(cause).Concat(Frames(exception)).FirstOrDefault(candidate => candidate.GetFileName() == label);
        var message = OneLine(cause.Message);
        return new CellOutcome(
            null,
            new ErrorOutput(cause.GetType().Name, message, [$"{cause.GetType().Name}: {message}", .. exception.ToString().ReplaceLineEndings("\n").Split('\n')]),
            frame?.GetFileLineNumber() ?? 0);
    }

    /// <summary>What the compiler rejected.</summary>
    /// <param name="diagnostics">The compiler's errors.</param>
    /// <returns>The outcome; its line is that of the first error.</returns>
    public static CellOutcome FromDiagnostics(ImmutableArray<Diagnostic> diagnostics)
    {
        Diagnostic[] errors = [.. diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).DefaultIfEmpty(diagnostics[0])];
        var first = errors[0];
        return new CellOutcome(
            null,
            new ErrorOutput(CompilerName, $"the code does not compile ({first.Id}): {OneLine(first.GetMessage())}", [.. errors.Select(error => $"line {LineOf(error)}: {error.Id}: {error.GetMessage()}")]),
            LineOf(first));
    }

    /// <summary>A message on one line, without a trace.</summary>
    /// <param name="message">Any message.</param>
    /// <returns>The message with its white space folded.</returns>
    public static string OneLine(string message) => string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static StackFrame[] Frames(Exception exception) => new StackTrace(exception, fNeedFileInfo: true).GetFrames();

    private static int LineOf(Diagnostic diagnostic) => diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1;
}
