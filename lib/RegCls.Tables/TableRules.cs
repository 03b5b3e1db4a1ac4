using RegCls.Tables.Reading;

namespace RegCls.Tables;

/// <summary>What a table must be to be compared on; each rule is one sentence where it is broken.</summary>
internal static class TableRules
{
    // Squares of numbers outside these are no longer numbers of their own.
    private const double Largest = 1e120, Smallest = 1e-120;

    // Below this the digits of a double hold no variation worth the name.
    private const double SmallestRelativeSpread = 1e-11;

    public static void RequireTarget(OwnTable table, OwnColumn target)
    {
        if (target.Kind != ColumnKind.Number)
        {
            throw new InvalidDataException($"{table.Source}: the target '{target.Name}' {Is(target)}; expected numbers{(target.Kind == ColumnKind.Category ? ", as regression predicts one" : "")}.");
        }

        for (int row = 0; row < table.Rows; row++)
        {
            if (!target.IsMissing(row) && !double.IsFinite(target.Numbers[row]))
            {
                throw new InvalidDataException($"{table.Source}, {table.Place(row)}: the target '{target.Name}' is {target.Numbers[row]}, expected a finite number: repair it, or leave the cell empty to leave out the row.");
            }
        }
    }

    public static void RequireTime(OwnTable table, OwnColumn? time)
    {
        if (time is not null && time.Kind is not (ColumnKind.Number or ColumnKind.Date))
        {
            throw new InvalidDataException($"{table.Source}: '{time.Name}', the column to split by time, {Is(time)}; expected numbers or dates.");
        }
    }

    public static void RequireInput(OwnTable table, OwnColumn column, bool isCategory)
    {
        if (column.Kind == ColumnKind.Date)
        {
            throw new InvalidDataException($"{table.Source}: '{column.Name}' holds dates, which no network takes as they are: leave it out by naming the others with --x, split by it with --time {column.Name}, or turn it into numbers such as a month.");
        }

        if (column.Kind == ColumnKind.Unclear && !isCategory)
        {
            throw new InvalidDataException($"{table.Source}: '{column.Name}' {column.Problem}.");
        }
    }

    public static void RequireFinite(OwnTable table, OwnColumn column, int[] rows, double[] values)
    {
        int odd = Array.FindIndex(values, value => !double.IsFinite(value) || Math.Abs(value) > Largest);
        if (odd >= 0)
        {
            throw new InvalidDataException($"{table.Source}, {table.Place(rows[odd])}: '{column.Name}' is {values[odd]}, expected a number below {Largest:0e+0} in size: repair it, or leave the cell empty to leave out the row.");
        }

        double spread = values.Max() - values.Min();
        if (spread > 0 && (spread < Smallest || spread < SmallestRelativeSpread * Math.Abs(values[0])))
        {
            throw new InvalidDataException($"{table.Source}: '{column.Name}' varies by {spread:0e+0} around {values[0]:0.###e+0}, too little for the digits of a number: subtract the common part or give it in another unit.");
        }
    }

    public static void RequireScale(OwnTable table, string name, double[] targets)
    {
        double largest = targets.Max(Math.Abs), spread = targets.Max() - targets.Min();
        if (spread == 0)
        {
            throw new InvalidDataException($"{table.Source}: the target '{name}' is {targets[0]} in all {targets.Length} rows: there is nothing to predict.");
        }

        if (largest > Largest || spread < Smallest || spread < SmallestRelativeSpread * largest)
        {
            throw new InvalidDataException($"{table.Source}: the target '{name}' goes from {targets.Min():0.###e+0} to {targets.Max():0.###e+0}, too large or too narrow for squared errors: give it in another unit or subtract the common part.");
        }
    }

    public static void RequireRows(OwnTable table, int rows)
    {
        if (rows < OwnData.FewestRows)
        {
            throw new InvalidDataException($"{table.Source} has {rows} usable rows{(rows < table.Rows ? $" of {table.Rows}, the others with missing cells" : "")}: expected at least {OwnData.FewestRows} to train, choose and test on.");
        }
    }

    /// <summary>At least two rows a class.</summary>
    /// <exception cref="InvalidDataException">There are fewer.</exception>
    public static void RequireClasses(OwnData data, IReadOnlyList<int> classes)
    {
        if (classes.Count == 0 || classes.Any(count => count < 2))
        {
            throw new InvalidDataException($"The numbers of classes are {string.Join(", ", classes)}: expected at least one, each at least 2.");
        }

        if (data.Rows < 2 * classes.Max())
        {
            throw new InvalidDataException($"{data.Source} has {data.Rows} usable rows, fewer than two for each of {classes.Max()} classes: use --classes with numbers up to {data.Rows / 2}.");
        }
    }

    private static string Is(OwnColumn column) => column.Kind switch
    {
        ColumnKind.Date => "holds dates",
        ColumnKind.Category => $"holds words, such as '{column.Texts.FirstOrDefault(text => text is not null) ?? "nothing"}'",
        ColumnKind.Unclear => column.Problem!,
        _ => "holds numbers",
    };
}
