namespace RegCls.Figures;

/// <summary>Digits of 3×5 pixels, to write labels into pictures where no font is installed.</summary>
internal static class SmallDigits
{
    /// <summary>Width of a letter with the gap behind it, in its own pixels.</summary>
    public const int Step = 4;

    /// <summary>Rows of a letter.</summary>
    public const int Height = 5;

    // Five rows from above, three bits each.
    private static readonly Dictionary<char, int> Letters = new()
    {
        ['0'] = 0b111_101_101_101_111,
        ['1'] = 0b010_110_010_010_111,
        ['2'] = 0b111_001_111_100_111,
        ['3'] = 0b111_001_111_001_111,
        ['4'] = 0b101_101_111_001_001,
        ['5'] = 0b111_100_111_001_111,
        ['6'] = 0b111_100_111_101_111,
        ['7'] = 0b111_001_010_010_010,
        ['8'] = 0b111_101_111_101_111,
        ['9'] = 0b111_101_111_001_111,
        ['.'] = 0b000_000_000_000_010,
        ['-'] = 0b000_000_111_000_000,
        ['E'] = 0b111_100_111_100_111,
        ['+'] = 0b000_010_111_010_000,
    };

    /// <summary>The dots of a text, each its column and row; a letter that is none of a number stays empty.</summary>
    public static IEnumerable<(int X, int Y)> Dots(string text)
        => from place in Enumerable.Range(0, text.Length)
           let letter = Letters.GetValueOrDefault(text[place])
           from bit in Enumerable.Range(0, 15)
           where (letter >> (14 - bit) & 1) == 1
           select (place * Step + bit % 3, bit / 3);
}
