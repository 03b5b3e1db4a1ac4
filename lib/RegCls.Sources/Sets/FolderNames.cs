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
    {
        // Names that differ by far are not compared letter by letter.
        int most = Math.Max(2, name.Length / 4);
        return names.Where(other => Math.Abs(other.Length - name.Length) <= most).Select(other => (Name: other, Distance: NearestName.Distance(name, other)))
            .Where(entry => entry.Distance <= most).OrderBy(entry => entry.Distance).Select(entry => entry.Name);
    }

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
}
