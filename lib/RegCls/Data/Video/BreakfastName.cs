using System.Globalization;
using System.Text.RegularExpressions;

namespace RegCls.Data.Video;

/// <summary>The tasks, persons and splits of Breakfast (Kuehne et al., 2014), and the names of its files.</summary>
public static partial class BreakfastName
{
    /// <summary>The ten tasks.</summary>
    public static IReadOnlyList<string> Tasks { get; } = ["cereals", "coffee", "friedegg", "juice", "milk", "pancake", "salat", "sandwich", "scrambledegg", "tea"];

    /// <summary>The first and last person.</summary>
    internal const int FirstPerson = 3, LastPerson = 54;

    private const int PersonsOfSplit = 13;

    /// <summary>The split whose test set a person is in: 1 for P03-P15, 2 for P16-P28, 3 for P29-P41, 4 for P42-P54.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such person.</exception>
    public static int TestSplit(int person)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(person, FirstPerson);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(person, LastPerson);
        return (person - FirstPerson) / PersonsOfSplit + 1;
    }

    /// <summary>Task, person and camera of a file such as <c>P03_cam01_P03_cereals.txt</c>; the second person may be missing.</summary>
    /// <param name="path">The file; its extensions are left out.</param>
    /// <exception cref="InvalidDataException">The name is another; the message says which was expected.</exception>
    public static (string Task, int Person, string Camera) Parse(string path)
    {
        Match match = Form().Match(Path.GetFileName(path));
        if (!match.Success)
        {
            throw new InvalidDataException($"{path}: not the name of a Breakfast video, expected one such as P03_cam01_P03_cereals.txt (person, camera, person, task): rename the file or move it away.");
        }

        string task = match.Groups["task"].Value.ToLowerInvariant();
        if (!Tasks.Contains(task))
        {
            throw new InvalidDataException($"{path}: the task '{task}' is unknown, expected one of {string.Join(", ", Tasks)}: rename the file or move it away.");
        }

        int person = int.Parse(match.Groups["person"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        return person is >= FirstPerson and <= LastPerson
            ? (task, person, match.Groups["camera"].Value.ToLowerInvariant())
            : throw new InvalidDataException($"{path}: there is no person P{person:00}, expected P{FirstPerson:00} to P{LastPerson}: rename the file or move it away.");
    }

    /// <summary>Whether a file's name begins as those of videos do and has no further part, as that of labels would.</summary>
    internal static bool Begins(string name) => Beginning().IsMatch(name);

    // A video file's own ending may stand before that of its features.
    [GeneratedRegex(@"^P(?<person>[0-9][0-9])_(?<camera>[A-Za-z]+[0-9]*)_(?:P\k<person>_)?(?<task>[a-z]+)(\.avi)?((\.txt|\.npy)(\.gz)?)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Form();

    [GeneratedRegex(@"^P[0-9]{2}_[^.]*(\.avi)?(\.txt|\.npy)(\.gz)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Beginning();
}
