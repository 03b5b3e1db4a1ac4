using System.Globalization;
using System.Text;
using RegCls.Tests.Data.Images;

namespace RegCls.Tests.Data.Sets;

/// <summary>The layout of AgeDB-DIR, valid: a table and one picture a row, half of them for training.</summary>
internal static class MadeUpTables
{
    public const string Folder = "AgeDB";

    public static string Picture(int i) => string.Create(CultureInfo.InvariantCulture, $"{i}_Person{i % 7}_{20 + i % 50}_m.jpg");

    public static string Part(int i) => (i % 4) switch { 2 => "val", 3 => "test", _ => "train" };

    public static string Row(int i, string? path = null, string? part = null) => string.Create(CultureInfo.InvariantCulture, $"{20 + i % 50},{path ?? $"{Folder}/{Picture(i)}"},{part ?? Part(i)}");

    /// <summary>Rows of the table, without its first line.</summary>
    public static List<string> Rows(int count) => [.. Enumerable.Range(0, count).Select(i => Row(i))];

    /// <summary>Writes the table; returns the folder.</summary>
    public static string Write(string folder, IEnumerable<string> rows)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "agedb.csv"), new StringBuilder("age,path,split\n").AppendJoin("", rows.Select(row => row + "\n")).ToString());
        return folder;
    }

    /// <summary>Writes the pictures and the table; returns the folder.</summary>
    public static string Write(string folder, int count)
    {
        MadeUpImages.Folder(Path.Combine(folder, Folder), Enumerable.Range(0, count).Select(i => (Picture(i), MadeUpImages.Jpeg(i))));
        return Write(folder, Rows(count));
    }
}
