using System.Globalization;
using System.Text.RegularExpressions;

namespace RegCls.Data.Images;

/// <summary>What the name of a UTKFace file says: <c>AGE_GENDER_RACE_DATE.jpg.chip.jpg</c>, without <c>.chip.jpg</c> where faces were not cropped.</summary>
/// <param name="Age">In years.</param>
/// <param name="IsComplete">Whether gender, race and date are all there and well written; five names of the published set are not.</param>
public readonly partial record struct UtkFaceName(int Age, bool IsComplete)
{
    /// <summary>Parses a file name; null where it does not begin with an age and an underscore or does not end with <c>.jpg</c>.</summary>
    public static UtkFaceName? Parse(string file)
    {
        Match match = Pattern().Match(file);
        return match.Success && int.TryParse(match.Groups["age"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int age)
            ? new UtkFaceName(age, match.Groups["rest"].Success)
            : null;
    }

    [GeneratedRegex(@"^(?<age>\d{1,3})_((?<rest>\d_\d_\d+)\.(jpg|jpeg)|[\d_]*\s*\.?(jpg|jpeg))(\.chip\.jpg)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}
