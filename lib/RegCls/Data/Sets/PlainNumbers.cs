using System.Globalization;
using CsvHelper;

namespace RegCls.Data.Sets;

/// <summary>How numbers stand in tables: asked for a number under the invariant culture, CsvHelper takes commas for separators of thousands and reads "30,5" as 305. Here a comma is refused, as nobody can tell what it means.</summary>
internal static class PlainNumbers
{
    /// <summary>A reader that takes numbers with a decimal point only.</summary>
    public static CsvReader WithPlainNumbers(this CsvReader csv)
    {
        csv.Context.TypeConverterOptionsCache.GetOptions<double>().NumberStyles = NumberStyles.Float;
        csv.Context.TypeConverterOptionsCache.GetOptions<double?>().NumberStyles = NumberStyles.Float;
        return csv;
    }
}
