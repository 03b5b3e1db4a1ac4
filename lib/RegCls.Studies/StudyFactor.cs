using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace RegCls.Studies;

/// <summary>One factor of a study's grid and the values it takes.</summary>
/// <param name="Name">The factor in words, for example <c>data seed</c>.</param>
/// <param name="Values">Its distinct values as text, in the order in which the grid first has them.</param>
public sealed partial record StudyFactor(string Name, IReadOnlyList<string> Values)
{
    /// <summary>The factors of a study: every field that determines a run.</summary>
    public static IReadOnlyList<StudyFactor> Of(Study study) =>
    [
        .. study.RunType.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).Select(property => new StudyFactor(
            WordStart().Replace(property.Name, " $0").ToLowerInvariant(),
            [.. study.Runs.Select(run => Convert.ToString(property.GetValue(run), CultureInfo.InvariantCulture) ?? "none").Distinct()])),
    ];

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex WordStart();
}
