using RegCls.Data;

namespace RegCls.Tables.Running;

/// <summary>Cuts a table into training, validation and test rows, several times.</summary>
public static class OwnSplits
{
    private const double TestShare = 0.2, ValidationShare = 0.2;
    private const int FewestInPart = 8, FewestGroups = 6;

    /// <summary>All splits. Random ones draw 60 % for training and 20 % each for validation and test; folds test each row once; with times what is tested is later than all that is trained and validated on.</summary>
    /// <param name="data">The table.</param>
    /// <param name="options">Their number and kind, and the seed.</param>
    /// <exception cref="InvalidDataException">There are too few groups, or too few rows at different times.</exception>
    public static IReadOnlyList<OwnSplit> Of(OwnData data, OwnStudyOptions options)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        int count = options.Budget.Splits;
        if (data.Times.Count > 0)
        {
            return data.Groups.Count > 0
                ? throw new InvalidDataException("Rows are either kept together by group or split by time, not both: leave --group or --time out.")
                : ByTime(data, count);
        }

        int[][] units = Units(data);
        if (units.Length < Math.Max(FewestGroups, options.Folds ?? 0))
        {
            throw new InvalidDataException($"'{data.Options.Group}' has {units.Length} different values: expected at least {Math.Max(FewestGroups, options.Folds ?? 0)} groups, some to train on, some to choose and some to test.");
        }

        return options.Folds is null
            ? [.. Enumerable.Range(0, count).Select(split => Random(Shuffled(units, options.Seed, split), data.Rows))]
            : Folds(units, count, data.Rows, options.Seed);
    }

    // Rows that stay together: a group, or a row alone.
    private static int[][] Units(OwnData data) => data.Groups.Count == 0
        ? [.. Enumerable.Range(0, data.Rows).Select(row => new[] { row })]
        : [.. Enumerable.Range(0, data.Rows).GroupBy(row => data.Groups[row]).OrderBy(group => group.Key).Select(group => group.ToArray())];

    private static int[][] Shuffled(int[][] units, int seed, int split)
    {
        int[][] shuffled = [.. units];
        RandomStream.Named("own table", "split", seed, split).Shuffle(shuffled.AsSpan());
        return shuffled;
    }

    private static OwnSplit Random(int[][] shuffled, int rows)
    {
        int test = Fill(shuffled, 0, TestShare * rows), validation = Fill(shuffled, test, ValidationShare * rows);
        return Cut(shuffled[validation..], shuffled[test..validation], shuffled[..test]);
    }

    private static OwnSplit[] Folds(int[][] units, int folds, int rows, int seed)
    {
        int[][] shuffled = Shuffled(units, seed, split: 0);
        int[] ends = [.. Enumerable.Range(0, folds + 1).Select(fold => fold == folds ? shuffled.Length : Fill(shuffled, 0, (double)fold * rows / folds))];
        return
        [
            .. Enumerable.Range(0, folds).Select(fold =>
            {
                int[][] others = Shuffled([.. shuffled[..ends[fold]], .. shuffled[ends[fold + 1]..]], seed, fold + 1);
                int validation = Fill(others, 0, ValidationShare * others.Sum(unit => unit.Length));
                return Cut(others[validation..], others[..validation], shuffled[ends[fold]..ends[fold + 1]]);
            }),
        ];
    }

    // Tests walk through the later half; what stands before each is trained on, its last fifth is validated on. Rows of one time stay in one part.
    private static OwnSplit[] ByTime(OwnData data, int count)
    {
        int[] rows = [.. Enumerable.Range(0, data.Rows).OrderBy(row => data.Times[row])];
        int most = Math.Min(count, data.Rows / 2 / FewestInPart);
        OwnSplit[] splits =
        [
            .. Enumerable.Range(0, most).Select(split =>
            {
                int from = Boundary(0.5 + 0.5 * split / most), to = split == most - 1 ? rows.Length : Boundary(0.5 + 0.5 * (split + 1) / most);
                int validation = Boundary((1 - ValidationShare) * from / rows.Length);
                return new OwnSplit(rows[..validation], rows[validation..from], rows[from..Math.Max(from, to)]);
            }),
        ];
        return splits.Length >= 2 && splits.All(split => split.Train.Length >= FewestInPart && split.Validation.Length >= FewestInPart && split.Test.Length > 1)
            ? splits
            : throw new InvalidDataException($"'{data.Options.Time}' does not order the {data.Rows} rows finely enough for {count} splits by time: use fewer splits, or a column with more different times.");

        int Boundary(double share)
        {
            int at = (int)(share * rows.Length);
            while (at > 0 && at < rows.Length && data.Times[rows[at]] == data.Times[rows[at - 1]])
            {
                at--;
            }

            return at;
        }
    }

    // How many units from `first` on hold about as many rows; at least one.
    private static int Fill(int[][] units, int first, double rows)
    {
        double held = 0;
        int at = first;
        while (at < units.Length && held + 0.5 * units[at].Length <= rows)
        {
            held += units[at++].Length;
        }

        return rows == 0 ? first : Math.Max(at, first + 1);
    }

    private static OwnSplit Cut(int[][] train, int[][] validation, int[][] test)
    {
        return train.Length == 0 || validation.Length == 0 || test.Length == 0
            ? throw new InvalidDataException("A group holds so many rows that none are left to train on: split without --group, or by a finer one.")
            : new OwnSplit(Rows(train), Rows(validation), Rows(test));

        static int[] Rows(int[][] units) => [.. units.SelectMany(unit => unit).Order()];
    }
}
