namespace RegCls.Interactive;

/// <summary>A piece of HTML that hosts recognise without knowing this assembly: by its method <see cref="ToHtml"/>, or by the name and the members of its attribute.</summary>
[TypeFormatterSource(typeof(HtmlFragmentFormatterSource), PreferredMimeTypes = [HtmlFragmentFormatter.Html])]
public sealed class HtmlFragment
{
    private readonly string html;

    /// <summary>Keeps the HTML as it is.</summary>
    /// <param name="html">Well-formed HTML; nothing is escaped.</param>
    public HtmlFragment(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        this.html = html;
    }

    /// <summary>The HTML.</summary>
    public string ToHtml() => html;

    /// <summary>The HTML too, for hosts that only know text.</summary>
    public override string ToString() => html;
}
