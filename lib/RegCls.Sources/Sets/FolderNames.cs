using System.Text;

namespace RegCls.Data.Sets;

/// <summary>The names in a folder, found as they are written, else past capitals, the form of accents and, behind a number, letters outside ASCII.</summary>
internal sealed class FolderNames
{
    private readonly string[] names;
    private readonly HashSet<string> exact;
    private readonly ILookup<string, string> folded;
    private readonly ILookup<string, string> numbered;

    /// <summary>Lists a folder.</summary>
    public FolderNames(string folder)
    {
        names = [.. Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        exact = new HashSet<string>(names, StringComparer.Ordinal);
        folded = names.ToLookup(Folded, StringComparer.Ordinal);
        numbered = names.Where(name => Number(name) is not null).ToLookup(name => Number(name)!, StringComparer.Ordinal);
    }

    /// <summary>The one name that a table can mean; null where there is none or several.</summary>
    public string? Match(string name)
    {
        if (exact.Contains(name))
        {
            return name;
        }

        string[] same = [.. folded[Folded(name)]];
        if (same.Length > 0)
        {
            return same.Length == 1 ? same[0] : null;
        }

        // Where all letters are ASCII nothing can have been unpacked wrongly, and another name is another file.
        string[] behind = Number(name) is { } number ? [.. numbered[number]] : [];
        return behind.Length == 1 && (HasOther(name) || HasOther(behind[0])) ? behind[0] : null;
    }

    /// <summary>Names that are written much the same, the nearest first.</summary>
    public IEnumerable<string> Like(string name)
        => names.Select(other => (Name: other, Distance: Distance(name, other))).Where(entry => entry.Distance <= Math.Max(2, name.Length / 4)).OrderBy(entry => entry.Distance).Select(entry => entry.Name);

    private static string Folded(string name)
    {
        try
        {
            return name.Normalize(NormalizationForm.FormC).ToUpperInvariant();
        }
        catch (ArgumentException)
        {
            // Bytes that are no text have no forms.
            return name.ToUpperInvariant();
        }
    }

    private static string? Number(string name)
    {
        int digits = name.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && name[digits] == '_' ? name[..digits] : null;
    }

    private static bool HasOther(string name) => !Ascii.IsValid(name);

    // How many letters are changed, added or left out; those that differ by far are not counted to the end.
    private static int Distance(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > Math.Max(2, one.Length / 4))
        {
            return int.MaxValue;
        }

        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (int i = 1; i <= one.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                int cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]) ? 0 : 1));
                (diagonal, row[j]) = (row[j], cost);
            }
        }

        return row[^1];
    }
}
