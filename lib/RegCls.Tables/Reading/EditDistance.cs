namespace RegCls.Tables.Reading;

/// <summary>Finds what a name was meant to be.</summary>
internal static class EditDistance
{
    /// <summary>The candidate with the fewest letters to change, without regard to case; null where there is none.</summary>
    public static string? Nearest(string name, IEnumerable<string> candidates) =>
        candidates.MinBy(candidate => Of(name.ToUpperInvariant(), candidate.ToUpperInvariant()));

    private static int Of(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int substitution = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
