namespace RegCls.Data;

/// <summary>Finds what a name was meant to be, for messages that ask back.</summary>
internal static class NearestName
{
    /// <summary>The candidate with the fewest letters to change, to add or to leave out, without regard to case; the first of equals.</summary>
    /// <param name="name">What was typed.</param>
    /// <param name="candidates">What there is.</param>
    /// <returns>The nearest one, or null if there is none.</returns>
    public static string? Find(string name, IEnumerable<string> candidates) =>
        candidates.MinBy(candidate => Distance(name, candidate));

    /// <summary>How many letters are changed, added or left out from one name to the other, without regard to case (Levenshtein).</summary>
    public static int Distance(string one, string other)
    {
        (string left, string right) = (one.ToUpperInvariant(), other.ToUpperInvariant());
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substitution = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
