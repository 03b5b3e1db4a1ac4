using System.Reflection;

namespace RegCls.Interactive.Html;

/// <summary>plotly.js as it is embedded in Plotly.NET, so that charts need no network.</summary>
public static class PlotlyScript
{
    /// <summary>The script as published by Plotly (about 3.6 million characters).</summary>
    /// <exception cref="InvalidOperationException">This version of Plotly.NET embeds no plotly.js.</exception>
    public static string Source()
    {
        Assembly plotly = typeof(Plotly.NET.GenericChart).Assembly;
        string name = plotly.GetManifestResourceNames().FirstOrDefault(entry => entry.StartsWith("Plotly.NET.plotly-", StringComparison.Ordinal) && entry.EndsWith(".min.js", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"Plotly.NET {plotly.GetName().Version} embeds no plotly-*.min.js; build with the version in Directory.Packages.props.");
        using var reader = new StreamReader(plotly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    /// <summary>The script such that it defines <c>window.Plotly</c> in any page, once.</summary>
    /// <remarks>
    /// Where a page has AMD (<c>define</c>, as Jupyter has) or CommonJS (<c>module</c>, <c>exports</c>, as Electron has), plotly.js hands itself to those and
    /// defines no global. So these names are hidden from it.
    /// </remarks>
    public static string Wrapped()
        => $"if (!window.Plotly) {{ (function (define, module, exports, require) {{\n{Source()}\n}}).call(window); }}";

    /// <summary><see cref="Wrapped"/> in a script element.</summary>
    public static string Html() => $"<script type=\"text/javascript\">{Wrapped()}</script>";
}
