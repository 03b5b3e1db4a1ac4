using System.Text.RegularExpressions;

namespace RegCls.Data.Labels;

/// <summary>
/// The person on a picture, where the file's name tells: IMDB (<c>nm0000001_rm…</c>), Wikipedia (<c>12345_1950-01-31_2010</c>), AgeDB (<c>7_JaneDoe_35_f</c>), FG-NET (<c>001A05</c>) and MORPH (<c>009055_1M54</c>). Of UTKFace nobody
/// can be told.
/// </summary>
internal static partial class PersonName
{
    /// <summary>What is equal for pictures of one person of one data set; null where the name does not tell.</summary>
    /// <param name="name">A path or name of a picture.</param>
    public static string? Of(string name)
    {
        Match match = Known().Match(name[(name.LastIndexOfAny(['/', '\\']) + 1)..]);
        return match.Success ? match.Groups.Values.Skip(1).First(group => group.Success).Value : null;
    }

    [GeneratedRegex(@"^(?:(nm\d{7,})_rm\d|(\d+)_\d{4}-\d{2}-\d{2}_\d{4}|\d+_(\p{L}[^_]*)_\d{1,3}_[fm]\b|(\d{3})[Aa]\d{2}[a-z]?\.|(\d{3,7})_\d{1,2}[MF]\d{2}\.)", RegexOptions.CultureInvariant)]
    private static partial Regex Known();
}
