namespace RegCls.Data.Sets;

/// <summary>
/// The order of names as people number them: runs of digits compare as numbers, so that <c>frame-9</c> comes before <c>frame-10</c>, everything else by character code, on every machine alike. Files whose order is the
/// order of time are sorted by it. Numbers may have any length; names that differ in leading zeros only are told apart by them.
/// </summary>
public sealed class NaturalOrder : IComparer<string>
{
    private NaturalOrder()
    {
    }

    /// <summary>The order.</summary>
    public static NaturalOrder Comparer { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
        {
            return string.CompareOrdinal(x, y);
        }

        ReadOnlySpan<char> left = x, right = y;
        while (!left.IsEmpty && !right.IsEmpty)
        {
            ReadOnlySpan<char> one = Digits(left), two = Digits(right);
            int order;
            if (one.IsEmpty || two.IsEmpty)
            {
                order = left[0].CompareTo(right[0]);
                left = left[1..];
                right = right[1..];
            }
            else
            {
                ReadOnlySpan<char> first = one.TrimStart('0'), second = two.TrimStart('0');
                order = first.Length != second.Length ? first.Length.CompareTo(second.Length) : first.SequenceCompareTo(second);
                left = left[one.Length..];
                right = right[two.Length..];
            }

            if (order != 0)
            {
                return order;
            }
        }

        return left.Length != right.Length ? left.Length.CompareTo(right.Length) : string.CompareOrdinal(x, y);
    }

    private static ReadOnlySpan<char> Digits(ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text : text[..end];
    }
}
