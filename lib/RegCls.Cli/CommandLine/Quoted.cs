using System.Text.Encodings.Web;
using System.Text.Json;

namespace RegCls.Cli.CommandLine;

/// <summary>Text from a file inside a message: one line, in quotes, as JSON writes it, and not longer than a reader needs to find the place.</summary>
internal static class Quoted
{
    private const int Longest = 80;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text in quotes; <c>null</c> where there is none.</summary>
    public static string Text(string? text) =>
        JsonSerializer.Serialize(text is { Length: > Longest } ? text[..Longest] + "…" : text, Readable);
}
