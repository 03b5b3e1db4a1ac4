using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis.CSharp.Scripting.Hosting;
using RegCls.Cli.Notebooks;

namespace RegCls.Cli.Running;

/// <summary>Turns the value of a cell's last expression into an output.</summary>
internal static class ValueRenderer
{
    /// <summary>What stands for HTML where only text can be shown.</summary>
    public const string HtmlPlaceholder = "[HTML output]";

    private static readonly string[] RawNamespaces = ["Plotly.NET", "Deedle", "TorchSharp"];

    /// <summary>Renders a value.</summary>
    /// <param name="value">The value, not null.</param>
    /// <returns>HTML where the value has a public <c>string ToHtml()</c>, else text.</returns>
    /// <exception cref="RawValueException">The value is a raw chart, frame or tensor, which other hosts print as a huge property tree.</exception>
    public static DisplayOutput Render(object value)
    {
        if (RawTypeOf(value) is { } raw)
        {
            throw new RawValueException($"the cell ends with a raw {raw}, which the hosts show differently; end it with Notebook.Show(…) of RegCls.Interactive");
        }

        return value switch
        {
            string text => new DisplayOutput(null, text, IsResult: true),
            IFormattable number when value.GetType().IsPrimitive || value is decimal => new DisplayOutput(null, number.ToString(null, CultureInfo.InvariantCulture), IsResult: true),
            _ when ToHtml(value) is { } html => new DisplayOutput(html, HtmlPlaceholder, IsResult: true),
            _ => new DisplayOutput(null, CSharpObjectFormatter.Instance.FormatObject(value), IsResult: true),
        };
    }

    // By name: this program references no notebook library.
    private static string? ToHtml(object value) =>
        value.GetType().GetMethod("ToHtml", BindingFlags.Public | BindingFlags.Instance, Type.EmptyTypes) is { } method && method.ReturnType == typeof(string)
            ? (string?)method.Invoke(value, null)
            : null;

    private static string? RawTypeOf(object value)
    {
        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            if (type.Namespace is { } space && RawNamespaces.Any(raw => space == raw || space.StartsWith(raw + ".", StringComparison.Ordinal)))
            {
                return type.FullName!.Split('`')[0];
            }
        }

        return null;
    }
}
