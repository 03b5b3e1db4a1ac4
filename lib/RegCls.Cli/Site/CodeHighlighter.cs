using System.Text.RegularExpressions;
using ColorCode;
using RegCls.Cli.Notebooks;

namespace RegCls.Cli.Site;

/// <summary>Colours code by CSS classes, so that the page's style chooses the colours of both schemes.</summary>
internal static partial class CodeHighlighter
{
    /// <summary>Highlights a cell.</summary>
    /// <param name="code">The text.</param>
    /// <param name="language">The cell's language.</param>
    /// <returns>One <c>pre</c> element, escaped.</returns>
    public static string ToHtml(string code, string language)
    {
        var colours = language switch
        {
            CellLanguage.FSharp => Languages.FSharp,
            CellLanguage.Html => Languages.Html,
            _ => Languages.CSharp,
        };
        var inner = Frame().Replace(new HtmlClassFormatter().GetHtmlString(code, colours), string.Empty).Trim('\n', '\r');
        return $"<pre class=\"csharp{(language == CellLanguage.CSharp ? string.Empty : " " + language)}\" tabindex=\"0\"><code>{inner}</code></pre>";
    }

    [GeneratedRegex(@"^\s*<div[^>]*><pre>\s*|\s*</pre></div>\s*$")]
    private static partial Regex Frame();
}
