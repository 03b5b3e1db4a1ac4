namespace RegCls.Interactive;

/// <summary>Writes an <see cref="HtmlFragment"/>; .NET Interactive reads <see cref="MimeType"/> and calls <see cref="Format"/> by name.</summary>
public sealed class HtmlFragmentFormatter
{
    /// <summary>The MIME type of HTML.</summary>
    public const string Html = "text/html";

    /// <summary>What <see cref="Format"/> writes.</summary>
#pragma warning disable CA1822 // the host reads and calls both on an instance
    public string MimeType => Html;

    /// <summary>Writes the fragment.</summary>
    /// <param name="instance">An <see cref="HtmlFragment"/>; anything else is left to other formatters.</param>
    /// <param name="writer">Receives the HTML.</param>
    /// <returns>Whether something was written.</returns>
    public bool Format(object instance, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (instance is not HtmlFragment fragment)
        {
            return false;
        }

        writer.Write(fragment.ToHtml());
        return true;
    }
#pragma warning restore CA1822
}
