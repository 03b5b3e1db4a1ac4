using System.Globalization;

namespace RegCls.Studies;

/// <summary>Numbers as cells of a record: exact, and empty where there is none.</summary>
internal static class RecordNumber
{
    public static string Text(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    public static double? Parse(string text) => text.Length == 0 ? null : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
