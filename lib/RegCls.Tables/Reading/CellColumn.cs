using System.Globalization;

namespace RegCls.Tables.Reading;

/// <summary>Columns of cells that have a type already, as those of frames and of Parquet files.</summary>
internal static class CellColumn
{
    /// <summary>The column of some cells; null is an empty one.</summary>
    public static OwnColumn Of(string name, IReadOnlyList<object?> cells)
    {
        object[] there = [.. cells.OfType<object>()];
        if (there.All(IsNumber))
        {
            return OwnColumn.Number(name, [.. cells.Select(cell => cell is null ? double.NaN : Convert.ToDouble(cell, CultureInfo.InvariantCulture))], [.. cells.Select(cell => cell is null)]);
        }

        if (there.All(cell => cell is DateTime or DateTimeOffset or DateOnly))
        {
            return OwnColumn.Date(name, [.. cells.Select(Date)]);
        }

        string?[] texts = [.. cells.Select(cell => cell is null ? null : Convert.ToString(cell, CultureInfo.InvariantCulture))];
        if (there.All(cell => cell is string or bool or char or Enum))
        {
            return OwnColumn.Category(name, texts);
        }

        return OwnColumn.Unclear(name, texts, $"holds values of type {string.Join(" and ", there.Select(cell => cell.GetType().Name).Distinct().Take(3))}: make it numbers or words");
    }

    private static bool IsNumber(object cell) => cell is double or float or decimal or Half or sbyte or byte or short or ushort or int or uint or long or ulong;

    private static DateTime? Date(object? cell) => cell switch
    {
        DateTime time => time,
        DateTimeOffset time => time.UtcDateTime,
        DateOnly day => day.ToDateTime(TimeOnly.MinValue),
        _ => null,
    };
}
