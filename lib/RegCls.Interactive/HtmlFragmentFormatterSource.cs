namespace RegCls.Interactive;

/// <summary>Makes the one formatter of <see cref="HtmlFragment"/>; .NET Interactive creates it and calls it by name.</summary>
public sealed class HtmlFragmentFormatterSource
{
    /// <summary>The formatters: HTML only.</summary>
#pragma warning disable CA1822 // the host calls it on an instance
    public IEnumerable<object> CreateTypeFormatters() => [new HtmlFragmentFormatter()];
#pragma warning restore CA1822
}
