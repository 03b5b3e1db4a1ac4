namespace RegCls.Tables.Reading;

/// <summary>One column of a table.</summary>
public sealed class OwnColumn
{
    private OwnColumn(string name, ColumnKind kind, double[] numbers, string?[] texts, string? problem)
    {
        Name = name;
        Kind = kind;
        Numbers = numbers;
        Texts = texts;
        Problem = problem;
    }

    /// <summary>The column's name.</summary>
    public string Name { get; }

    /// <summary>What its cells are.</summary>
    public ColumnKind Kind { get; }

    /// <summary>The cells of a <see cref="ColumnKind.Number"/> as numbers, and those of a <see cref="ColumnKind.Date"/> as days since the year 1, [rows]; NaN where <see cref="IsMissing"/>, and where a cell says "nan".</summary>
    public IReadOnlyList<double> Numbers { get; }

    /// <summary>The cells of other kinds as words, [rows]; null where missing.</summary>
    public IReadOnlyList<string?> Texts { get; }

    /// <summary>What is unclear and what to do about it, as the end of a sentence; null for other kinds.</summary>
    public string? Problem { get; }

    /// <summary>Number of rows.</summary>
    public int Rows => Kind is ColumnKind.Number or ColumnKind.Date ? Numbers.Count : Texts.Count;

    private bool[] Missing { get; init; } = [];

    /// <summary>Whether a cell is empty, or says that there is nothing (<c>NA</c>, <c>N/A</c>, <c>null</c>, <c>None</c>, <c>?</c>).</summary>
    /// <param name="row">The row, from 0.</param>
    public bool IsMissing(int row) => Kind is ColumnKind.Number or ColumnKind.Date ? Missing[row] : Texts[row] is null;

    /// <summary>A column of numbers.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="numbers">[rows]; not copied.</param>
    /// <param name="missing">[rows], whether a cell is empty; null where none is.</param>
    public static OwnColumn Number(string name, double[] numbers, bool[]? missing = null) =>
        new(name, ColumnKind.Number, numbers, [], null) { Missing = missing ?? new bool[numbers.Length] };

    /// <summary>A column of dates.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="dates">[rows]; null where missing.</param>
    public static OwnColumn Date(string name, IReadOnlyList<DateTime?> dates) =>
        new(name, ColumnKind.Date, [.. dates.Select(date => date?.Ticks / (double)TimeSpan.TicksPerDay ?? double.NaN)], [], null) { Missing = [.. dates.Select(date => date is null)] };

    /// <summary>A column of words.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="texts">[rows]; null where missing; not copied.</param>
    public static OwnColumn Category(string name, string?[] texts) => new(name, ColumnKind.Category, [], texts, null);

    /// <summary>A column whose meaning must be asked.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="texts">[rows]; null where missing; not copied.</param>
    /// <param name="problem">What is unclear and what to do, as the end of a sentence.</param>
    public static OwnColumn Unclear(string name, string?[] texts, string problem) => new(name, ColumnKind.Unclear, [], texts, problem);
}
