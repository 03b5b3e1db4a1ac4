using System.Globalization;
using System.Text.RegularExpressions;

namespace RegCls.Data.Images;

/// <summary>What the name of a UTKFace file says: <c>AGE_GENDER_RACE_DATE.jpg.chip.jpg</c>, without <c>.chip.jpg</c> where faces were not cropped. File managers put <c>(1)</c> or <c>- Copy</c> before the ending of a copy.</summary>
/// <param name="Age">In years.</param>
/// <param name="IsComplete">Whether gender, race and date are all there and well written; five names of the published set are not.</param>
/// <param name="Face">The name without its endings: the same for a face as it was found, aligned, and copied.</param>
/// <param name="IsAligned">Whether it is of the aligned and cropped faces.</param>
/// <param name="IsCopy">Whether it is named as a copy of another file.</param>
public readonly partial record struct UtkFaceName(int Age, bool IsComplete, string Face, bool IsAligned, bool IsCopy)
{
    /// <summary>Parses a file name; null where it does not begin with an age and an underscore or does not end with <c>.jpg</c>.</summary>
    public static UtkFaceName? Parse(string file)
    {
        string own = Copy().Replace(file, "");
        Match match = Pattern().Match(own);
        return match.Success && int.TryParse(match.Groups["age"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int age)
            ? new UtkFaceName(age, match.Groups["rest"].Success, own[..match.Groups["ending"].Index].Trim(), match.Groups["chip"].Success, own.Length != file.Length)
            : null;
    }

    [GeneratedRegex(@"^(?<age>\d{1,3})_((?<rest>\d_\d_\d+)(?<ending>\.(jpg|jpeg))|[\d_]*(?<ending>\s*\.?(jpg|jpeg)))(?<chip>\.chip\.jpg)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"( \(\d{1,3}\)| - \p{L}+| copy( \d{1,3})?)+(?=(\.chip)?\.[a-z]{3,4}$)", RegexOptions.IgnoreCase)]
    private static partial Regex Copy();
}
