using MathNet.Numerics.Statistics;
using RegCls.Tables.Reading;

namespace RegCls.Tables;

/// <summary>Finds inputs that give the target away: such a column was made from the target, and whatever is learned with it is worth nothing.</summary>
internal static class LeakCheck
{
    // Fewer different values than this order themselves like the target by chance.
    private const int FewestValues = 20;

    private const double Perfect = 1 - 1e-9;

    /// <summary>A sentence for each suspicious column.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<OwnColumn> inputs, int[] rows, double[] targets, string target)
    {
        foreach (OwnColumn column in inputs)
        {
            object[] cells = [.. rows.Select(row => column.Kind is ColumnKind.Number or ColumnKind.Date ? (object)column.Numbers[row] : column.Texts[row]!)];
            double[]? numbers = column.Kind == ColumnKind.Number ? [.. rows.Select(row => column.Numbers[row])] : null;
            if (numbers is not null && numbers.SequenceEqual(targets))
            {
                yield return $"'{column.Name}' equals the target '{target}' in every row: a leak; leave it out with --x.";
            }
            else if (numbers is not null && numbers.Distinct().Take(FewestValues).Count() == FewestValues && Math.Abs(Correlation.Spearman(numbers, targets)) > Perfect)
            {
                yield return $"'{column.Name}' orders all rows exactly as the target '{target}' does: probably a leak, such as the target in another unit; leave it out with --x unless it would be known beforehand.";
            }
            else if (DeterminesTarget(cells, targets))
            {
                yield return $"'{column.Name}' tells the target '{target}' exactly: rows with the same value always have the same target; probably a leak, leave it out with --x unless it would be known beforehand.";
            }
        }
    }

    // Only values that come back can show it; a column of all different values determines anything.
    private static bool DeterminesTarget(object[] cells, double[] targets)
    {
        Dictionary<object, double> first = [];
        for (int row = 0; row < cells.Length; row++)
        {
            if (!first.TryAdd(cells[row], targets[row]) && first[cells[row]] != targets[row])
            {
                return false;
            }
        }

        return first.Count <= cells.Length / 2 && first.Count > 1;
    }
}
