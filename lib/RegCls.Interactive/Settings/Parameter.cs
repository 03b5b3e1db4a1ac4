using System.Globalization;

namespace RegCls.Interactive.Settings;

/// <summary>A number that a notebook takes from outside. Compiled into the command line as well, so that both refuse the same.</summary>
/// <param name="Name">As in <c>--set name=value</c>.</param>
/// <param name="IsInteger">Whether it is a whole number.</param>
/// <param name="Standard">Its value when nothing is set.</param>
/// <param name="Least">The smallest value allowed.</param>
/// <param name="Most">The largest value allowed.</param>
internal sealed record Parameter(string Name, bool IsInteger, double Standard, double Least, double Most)
{
    /// <summary>How the names of the environment variables begin.</summary>
    public const string Prefix = "REGCLS_SET_";

    /// <summary>The environment variable it is read from: REGCLS_SET_C for C, REGCLS_SET_EPOCHS for epochs.</summary>
    public string Variable => Prefix + Name.ToUpperInvariant();

    /// <summary>For example "C (a whole number from 2 to 1024, standard 16)".</summary>
    public string Description => $"{Name} ({Kind} from {Text(Least)} to {Text(Most)}, standard {Text(Standard)})";

    private string Kind => IsInteger ? "a whole number" : "a number";

    /// <summary>Reads a value.</summary>
    /// <param name="text">What was set.</param>
    /// <param name="value">The value; the standard one if it is refused.</param>
    /// <returns>What is wrong with it, as in "C is '3000', expected a whole number from 2 to 1024"; null if nothing is.</returns>
    public string? Refusal(string text, out double value)
    {
        NumberStyles style = IsInteger ? NumberStyles.AllowLeadingSign : NumberStyles.Float;
        if (double.TryParse(text, style, CultureInfo.InvariantCulture, out value) && value >= Least && value <= Most)
        {
            return null;
        }

        value = Standard;
        return $"{Name} is '{text}', expected {Kind} from {Text(Least)} to {Text(Most)}";
    }

    /// <summary>What a value changes, as in "C = 32 instead of 16"; null for the standard one.</summary>
    /// <param name="value">The value.</param>
    public string? Change(double value) => value.Equals(Standard) ? null : $"{Name} = {Text(value)} instead of {Text(Standard)}";

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
