using System.Globalization;
using System.Net;

namespace RegCls.Interactive.Reporting;

/// <summary>A bar and a line of text, as HTML that every page draws in its own colours.</summary>
internal static class ProgressBar
{
    /// <summary>Renders the bar.</summary>
    /// <param name="text">What is said beside it; plain text.</param>
    /// <param name="fraction">How much of it is filled, 0 to 1.</param>
    public static HtmlFragment Html(string text, double fraction) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"<div class=\"regcls-progress\"><progress value=\"{fraction:0.####}\" max=\"1\" style=\"width:16em\"></progress> {WebUtility.HtmlEncode(text)}</div>"));
}
