using System.Text.RegularExpressions;
using ColorCode;

namespace RegCls.Cli.Site;

/// <summary>Colours C# by CSS classes, so that the page's style chooses the colours of both schemes.</summary>
internal static partial class CodeHighlighter
{
    /// <summary>Highlights a cell.</summary>
    /// <param name="code">The C# text.</param>
    /// <returns>One <c>pre</c> element, escaped.</returns>
    public static string ToHtml(string code)
    {
        var inner = Frame().Replace(new HtmlClassFormatter().GetHtmlString(code, Languages.CSharp), string.Empty).Trim('\n', '\r');
        return $"<pre class=\"csharp\" tabindex=\"0\"><code>{inner}</code></pre>";
    }

    [GeneratedRegex(@"^\s*<div[^>]*><pre>\s*|\s*</pre></div>\s*$")]
    private static partial Regex Frame();
}
