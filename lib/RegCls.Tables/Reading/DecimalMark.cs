namespace RegCls.Tables.Reading;

/// <summary>What separates the decimals of numbers in a table of text. Where it matters and was not said, the reader asks instead of guessing.</summary>
public enum DecimalMark
{
    /// <summary>Not said: plain numbers with a decimal point are read, numbers with a comma are asked about.</summary>
    Unsaid,

    /// <summary>A point; commas, spaces and apostrophes separate thousands.</summary>
    Point,

    /// <summary>A comma; points, spaces and apostrophes separate thousands.</summary>
    Comma,
}
