using System.Globalization;
using RegCls.Evaluation;

namespace RegCls.Figures;

/// <summary>Effects as they stand in tables.</summary>
internal static class EffectText
{
    /// <summary>Mean and interval with signs, such as <c>−0.055 [−0.061, −0.049]</c>.</summary>
    public static string Of(Effect effect, int digits) => $"{Signed(effect.Value, digits)} {Interval(effect, digits)}";

    /// <summary>The interval alone.</summary>
    public static string Interval(Effect effect, int digits) => $"[{Signed(effect.Low, digits)}, {Signed(effect.High, digits)}]";

    /// <summary>A p-value with three digits; a dash where there is none.</summary>
    public static string PValue(double? p) => p switch { null => "–", < 0.0005 => "< 0.001", _ => FormattableString.Invariant($"{p:F3}") };

    /// <summary>A number with its sign.</summary>
    public static string Signed(double value, int digits)
    {
        string zeros = "0." + new string('0', digits);
        return value.ToString($"+{zeros};−{zeros};{zeros}", CultureInfo.InvariantCulture);
    }
}
