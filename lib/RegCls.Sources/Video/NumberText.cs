using System.Buffers.Text;

namespace RegCls.Data.Video;

/// <summary>Reads decimal numbers from bytes, several times faster than the general parser where the number is short enough to be exact.</summary>
internal static class NumberText
{
    // A mantissa below 2⁵³ times or over one of these powers is rounded once, so it is the nearest double (Clinger, 1990).
    private static readonly double[] Powers = [.. Enumerable.Range(0, 23).Select(exponent => double.Parse($"1e{exponent}", System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>Reads one number such as <c>-0.0123e-4</c> from the start of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The number; not finite where the text says so.</param>
    /// <param name="length">Bytes it takes.</param>
    /// <returns>False where the text does not start with a number.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out double value, out int length)
    {
        int at = 0, digits = 0, scale = 0;
        bool negative = text.Length > 0 && text[0] == '-';
        if (text.Length > 0 && text[0] is (byte)'-' or (byte)'+')
        {
            at++;
        }

        ulong mantissa = 0;
        for (; at < text.Length && (uint)(text[at] - '0') <= 9; at++, digits++)
        {
            mantissa = mantissa * 10 + (uint)(text[at] - '0');
        }

        if (at < text.Length && text[at] == '.')
        {
            at++;
            for (; at < text.Length && (uint)(text[at] - '0') <= 9; at++, digits++, scale--)
            {
                mantissa = mantissa * 10 + (uint)(text[at] - '0');
            }
        }

        if (digits > 0 && at < text.Length && text[at] is (byte)'e' or (byte)'E')
        {
            if (!Utf8Parser.TryParse(text[(at + 1)..], out int exponent, out int taken))
            {
                value = 0;
                length = 0;
                return false;
            }

            at += 1 + taken;
            scale += exponent;
        }

        if (digits is > 0 and <= 19 && mantissa <= 1UL << 53 && Math.Abs(scale) < Powers.Length)
        {
            double magnitude = scale < 0 ? mantissa / Powers[-scale] : mantissa * Powers[scale];
            value = negative ? -magnitude : magnitude;
            length = at;
            return true;
        }

        return Utf8Parser.TryParse(text, out value, out length);
    }
}
