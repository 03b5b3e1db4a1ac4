using System.Globalization;
using System.Net;

namespace RegCls.Interactive.Html;

/// <summary>Values as escaped text, the same in every culture.</summary>
internal static class CellText
{
    /// <summary>Six significant digits for fractions, everything for integers and texts, nothing for what is missing.</summary>
    public static string Of(object? value)
        => value switch
        {
            null => "",
            double number => number.ToString("G6", CultureInfo.InvariantCulture),
            float number => number.ToString("G6", CultureInfo.InvariantCulture),
            decimal number => number.ToString("G6", CultureInfo.InvariantCulture),
            IFormattable other => WebUtility.HtmlEncode(other.ToString(null, CultureInfo.InvariantCulture)),
            _ => WebUtility.HtmlEncode(value.ToString() ?? ""),
        };

    /// <summary>Whether the value lines up on the right.</summary>
    public static bool IsNumber(object? value) => value is double or float or decimal or int or long or short or byte or uint or ulong;
}
