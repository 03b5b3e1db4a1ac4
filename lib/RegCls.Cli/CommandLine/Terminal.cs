using System.Text;
using Spectre.Console;

namespace RegCls.Cli.CommandLine;

/// <summary>Where the command writes. Held apart from <see cref="Console"/>, whose output a running cell's text is captured from.</summary>
/// <param name="Out">Results and progress.</param>
/// <param name="Error">Errors.</param>
/// <param name="IsInteractive">True if a person looks at it: live progress, colour. False: plain lines.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, bool IsInteractive)
{
    /// <summary>The terminal of this process.</summary>
    /// <returns>Interactive unless output is redirected.</returns>
    public static Terminal OfProcess()
    {
        var interactive = !Console.IsOutputRedirected;
        if (interactive)
        {
            // Progress bars are drawn with characters outside the code page Windows starts with.
            Console.OutputEncoding = Encoding.UTF8;
        }

        return new Terminal(Console.Out, Console.Error, interactive);
    }

    /// <summary>A Spectre console on <see cref="Out"/> that keeps drawing there while Console.Out is redirected.</summary>
    /// <returns>The console.</returns>
    public IAnsiConsole CreateAnsiConsole() => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new TerminalOutput(Out, IsInteractive),
        Ansi = IsInteractive ? AnsiSupport.Detect : AnsiSupport.No,
        Interactive = IsInteractive ? InteractionSupport.Detect : InteractionSupport.No,
    });

    /// <summary>Writes one error sentence.</summary>
    /// <param name="sentence">The sentence.</param>
    public void WriteError(string sentence) => Error.WriteLine("error: " + sentence);

    private sealed class TerminalOutput(TextWriter writer, bool isTerminal) : IAnsiConsoleOutput
    {
        // Wide enough that a redirected table is never wrapped.
        private const int RedirectedWidth = 200;

        public TextWriter Writer => writer;

        public bool IsTerminal => isTerminal;

        public int Width => isTerminal ? Known(Console.BufferWidth, 80) : RedirectedWidth;

        public int Height => isTerminal ? Known(Console.WindowHeight, 24) : 24;

        // A pseudo-terminal may say 0, which the live display cannot draw in.
        private static int Known(int size, int otherwise) => size > 0 ? size : otherwise;

        public void SetEncoding(Encoding encoding)
        {
        }
    }
}
