namespace RegCls.Cli.CommandLine;

/// <summary>Finds what the user may have meant.</summary>
internal static class NearestName
{
    /// <summary>The candidate with the smallest edit distance to a name.</summary>
    /// <param name="name">What was typed.</param>
    /// <param name="candidates">What there is.</param>
    /// <returns>The nearest one, or null if there is none.</returns>
    public static string? Find(string name, IEnumerable<string> candidates) =>
        candidates.MinBy(candidate => Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant()));

    private static int Distance(string left, string right)
    {
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
