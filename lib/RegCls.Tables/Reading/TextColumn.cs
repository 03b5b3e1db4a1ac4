using System.Globalization;
using System.Text.RegularExpressions;

namespace RegCls.Tables.Reading;

/// <summary>Finds out what the cells of a text file's column are. What could be read in two ways is not guessed.</summary>
internal static partial class TextColumn
{
    private static readonly HashSet<string> Nothing = new(StringComparer.OrdinalIgnoreCase) { "", "NA", "N/A", "null", "None", "?" };

    private static readonly string[] DateForms =
    [
        "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "d.M.yyyy", "M/d/yyyy", "d/M/yyyy", "d-M-yyyy", "d MMM yyyy", "d-MMM-yyyy", "MMM d yyyy", "MMM d, yyyy", "yyyy-MM", "H:m", "H:m:s",
    ];

    private static readonly string[] TimeForms = ["", " H:m", " H:m:s", " H:m:s.FFFFFFF", "'T'H:m", "'T'H:m:s", "'T'H:m:s.FFFFFFF", "'T'H:m:sK", "'T'H:m:s.FFFFFFFK", " H:m:sK"];

    private static readonly string[] Dates = [.. DateForms.SelectMany(date => TimeForms.Select(time => date + time))];

    /// <summary>The column of some cells.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cells">[rows] as they stand in the file.</param>
    /// <param name="decimals">What separates decimals.</param>
    /// <param name="place">Says where a row stands.</param>
    public static OwnColumn Of(string name, string[] cells, DecimalMark decimals, Func<int, string> place)
    {
        string?[] texts = [.. cells.Select(cell => cell.Trim()).Select(cell => Nothing.Contains(cell) ? null : cell)];
        bool[] missing = [.. texts.Select(text => text is null)];
        double?[] numbers = [.. texts.Select(text => text is null ? double.NaN : Number(text, decimals))];
        if (numbers.All(number => number is not null))
        {
            return OwnColumn.Number(name, [.. numbers.Select(number => number!.Value)], missing);
        }

        DateTime?[] dates = [.. texts.Select(text => text is null ? null : Date(text))];
        if (texts.Zip(dates, (text, date) => text is null || date is not null).All(isDate => isDate))
        {
            return OwnColumn.Date(name, dates);
        }

        int odd = Array.FindIndex(numbers, number => number is null), there = missing.Count(isMissing => !isMissing), read = numbers.Count(number => number is not null) - (missing.Length - there);
        if (decimals == DecimalMark.Unsaid && texts.Zip(numbers, (text, number) => number is not null || Separated().IsMatch(text!)).All(could => could))
        {
            return OwnColumn.Unclear(name, texts, $"has '{texts[odd]}' in {place(odd)}, and nobody can tell whether that mark separates decimals or thousands: say --decimal comma or --decimal point");
        }

        // One word among numbers is a slip of the pen more often than a category.
        return read * 2 > there || (decimals != DecimalMark.Unsaid && texts.All(text => text is null || StartsLikeNumber().IsMatch(text)))
            ? OwnColumn.Unclear(name, texts, $"has {read} numbers and {there - read} cells that are none, such as '{texts[odd]}' in {place(odd)}: repair or empty those cells, or say --category {name} to take all of them as words")
            : OwnColumn.Category(name, texts);
    }

    private static double? Number(string text, DecimalMark decimals)
    {
        if (decimals == DecimalMark.Unsaid)
        {
            return Plain(text);
        }

        (char mark, Regex form) = decimals == DecimalMark.Comma ? (',', WithComma()) : ('.', WithPoint());
        if (!form.IsMatch(text))
        {
            return text.All(letter => char.IsLetter(letter) || letter is '+' or '-') ? Plain(text) : null;
        }

        return Plain(string.Concat(text.Where(letter => char.IsAsciiDigit(letter) || letter is 'e' or 'E' or '+' or '-' || letter == mark).Select(letter => letter == mark ? '.' : letter)));
    }

    private static double? Plain(string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
        {
            return number;
        }

        return text.TrimStart('+', '-').ToUpperInvariant() is "INF" or "INFINITY" ? text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity : null;
    }

    private static DateTime? Date(string text) =>
        DateTime.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AdjustToUniversal, out DateTime date) ? date : null;

    // 1,234.5 and 1,5 and 1 234 and 1'234: numbers for some, and not for this reader unless it is told.
    [GeneratedRegex(@"^[+-]?[0-9][0-9.,'’   ]*$")]
    private static partial Regex Separated();

    [GeneratedRegex(@"^[+-]?[0-9]")]
    private static partial Regex StartsLikeNumber();

    [GeneratedRegex(@"^[+-]?([0-9]+|[0-9]{1,3}([.'’   ][0-9]{3})+)?(,[0-9]+)?([eE][+-]?[0-9]+)?$")]
    private static partial Regex WithComma();

    [GeneratedRegex(@"^[+-]?([0-9]+|[0-9]{1,3}([,'’   ][0-9]{3})+)?(\.[0-9]*)?([eE][+-]?[0-9]+)?$")]
    private static partial Regex WithPoint();
}
