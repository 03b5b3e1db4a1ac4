using System.Security.Cryptography;
using RegCls.Data.Sets;
using RegCls.Tables.Reading;

namespace RegCls.Tables;

/// <summary>A table ready to be compared on: inputs as numbers, a target, and what was done to get there. Nothing is standardised yet: that is done with the training part of each split alone.</summary>
public sealed class OwnData
{
    /// <summary>Fewest rows that are compared on.</summary>
    public const int FewestRows = 50;

    /// <summary>Most inputs, categories as columns of 0 and 1 included.</summary>
    public const int MostInputs = 1000;

    private OwnData(string source, OwnDataOptions options, EncodedInputs inputs, double[] targets, int[] groups, double[] times, int rowsRead)
    {
        (Source, Options, Targets, Groups, Times, RowsRead) = (source, options, targets, groups, times, rowsRead);
        (Inputs, InputNames) = (inputs.Values, inputs.Names);
        Hash = HashOf(this);
    }

    /// <summary>What messages call the table.</summary>
    public string Source { get; }

    /// <summary>What was asked for.</summary>
    public OwnDataOptions Options { get; }

    /// <summary>Inputs <c>[rows, width]</c>, row by row, in the units of the table.</summary>
    public IReadOnlyList<double> Inputs { get; }

    /// <summary>Names of the inputs, [width]; a category's are <c>column=word</c>.</summary>
    public IReadOnlyList<string> InputNames { get; }

    /// <summary>Targets, [rows], in the user's unit.</summary>
    public IReadOnlyList<double> Targets { get; }

    /// <summary>Group of each row, [rows]; empty without groups.</summary>
    public IReadOnlyList<int> Groups { get; }

    /// <summary>Time of each row, [rows]; empty without times.</summary>
    public IReadOnlyList<double> Times { get; }

    /// <summary>Number of rows that are used.</summary>
    public int Rows => Targets.Count;

    /// <summary>Inputs a row.</summary>
    public int Width => InputNames.Count;

    /// <summary>Rows of the table before those with missing cells were left out.</summary>
    public int RowsRead { get; }

    /// <summary>Sentences about what was done: separators, categories, rows left out.</summary>
    public IReadOnlyList<string> Notes { get; private init; } = [];

    /// <summary>Sentences about what is suspicious, such as an input that predicts the target perfectly.</summary>
    public IReadOnlyList<string> Warnings { get; private init; } = [];

    /// <summary>Sixteen hexadecimal digits that name inputs, targets, groups and times: what records are kept under.</summary>
    public string Hash { get; }

    /// <summary>Makes a table ready.</summary>
    /// <param name="table">The table.</param>
    /// <param name="options">Which columns.</param>
    /// <exception cref="InvalidDataException">The table cannot be compared on; the message says why and what to do.</exception>
    public static OwnData From(OwnTable table, OwnDataOptions options)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        OwnColumn target = table[options.Target];
        OwnColumn? group = options.Group is null ? null : table[options.Group], time = options.Time is null ? null : table[options.Time];
        OwnColumn[] inputs = Selected(table, options);
        TableRules.RequireTarget(table, target);
        TableRules.RequireTime(table, time);
        foreach (OwnColumn input in inputs)
        {
            TableRules.RequireInput(table, input, isCategory: input.Kind == ColumnKind.Category || options.Categories.Contains(input.Name));
        }

        OwnColumn[] used = [target, .. inputs, .. group is null ? [] : (OwnColumn[])[group], .. time is null ? [] : (OwnColumn[])[time]];
        int[] rows = [.. Enumerable.Range(0, table.Rows).Where(row => !used.Any(column => IsNothing(column, row, isTarget: ReferenceEquals(column, target))))];
        List<string> notes = [.. table.Notes], warnings = [];
        if (rows.Length < table.Rows)
        {
            string where = string.Join(", ", used.Select(column => (column.Name, Count: Enumerable.Range(0, table.Rows).Count(row => IsNothing(column, row, ReferenceEquals(column, target))))).Where(pair => pair.Count > 0).Select(pair => $"{pair.Name}: {pair.Count}"));
            notes.Add($"{table.Rows - rows.Length} of {table.Rows} rows have missing cells and are left out ({where}).");
        }

        TableRules.RequireRows(table, rows.Length);
        double[] targets = [.. rows.Select(row => target.Numbers[row])];
        TableRules.RequireScale(table, target.Name, targets);
        EncodedInputs encoded = EncodedInputs.Of(table, inputs, options.Categories, rows, notes);
        warnings.AddRange(LeakCheck.Of(inputs, rows, targets, target.Name));
        return new OwnData(table.Source, options, encoded, targets, Codes(group, rows), time is null ? [] : [.. rows.Select(row => time.Numbers[row])], table.Rows) { Notes = notes, Warnings = warnings };
    }

    /// <summary>Makes arrays ready.</summary>
    /// <param name="inputs">Inputs <c>[N, width]</c>.</param>
    /// <param name="targets">Targets <c>[N]</c>, not <c>[N, 1]</c>.</param>
    /// <exception cref="InvalidDataException">They cannot be compared on; the message says why.</exception>
    public static OwnData From(double[,] inputs, double[] targets)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        if (inputs.GetLength(0) != targets.Length)
        {
            throw new InvalidDataException($"The inputs have {inputs.GetLength(0)} rows and there are {targets.Length} targets: expected [N, width] and [N].");
        }

        OwnColumn[] columns = [.. Enumerable.Range(0, inputs.GetLength(1)).Select(column => OwnColumn.Number($"x{column + 1}", [.. Enumerable.Range(0, targets.Length).Select(row => inputs[row, column])]))];
        return From(new OwnTable("the arrays", [.. columns, OwnColumn.Number("y", targets)]), new OwnDataOptions { Target = "y" });
    }

    private static OwnColumn[] Selected(OwnTable table, OwnDataOptions options)
    {
        string[] others = [options.Target, .. options.Group is null ? [] : (string[])[options.Group], .. options.Time is null ? [] : (string[])[options.Time]];
        foreach (string name in options.Categories)
        {
            _ = table[name];
        }

        OwnColumn[] selected = options.Inputs is null
            ? [.. table.Columns.Where(column => !others.Contains(column.Name))]
            : [.. options.Inputs.Distinct().Select(name => table[name])];
        if (selected.FirstOrDefault(column => column.Name == options.Target) is not null)
        {
            throw new InvalidDataException($"'{options.Target}' is the target and among the inputs: leave it out of one.");
        }

        return selected.Length > 0 ? selected : throw new InvalidDataException($"{table.Source} has no column for an input beside '{options.Target}': expected at least one.");
    }

    // "nan" in an input is a missing number; in the target it is refused, as losses that end there are what must not be hidden.
    private static bool IsNothing(OwnColumn column, int row, bool isTarget) =>
        column.IsMissing(row) || (!isTarget && column.Kind == ColumnKind.Number && double.IsNaN(column.Numbers[row]));

    private static int[] Codes(OwnColumn? column, int[] rows)
    {
        if (column is null)
        {
            return [];
        }

        Dictionary<object, int> codes = [];
        int[] found = new int[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            object value = column.Kind is ColumnKind.Number or ColumnKind.Date ? column.Numbers[rows[i]] : column.Texts[rows[i]]!;
            codes.TryAdd(value, codes.Count);
            found[i] = codes[value];
        }

        return found;
    }

    private static string HashOf(OwnData data)
    {
        using Fingerprint fingerprint = new();
        fingerprint.Add($"table;{data.Rows};{string.Join(';', data.InputNames)};{data.Options.Target}");
        foreach (IEnumerable<double> numbers in new[] { data.Inputs, data.Targets, data.Times, data.Groups.Select(group => (double)group) })
        {
            fingerprint.Add(System.Runtime.InteropServices.MemoryMarshal.AsBytes<double>(numbers.ToArray()));
        }

        return fingerprint.ToString();
    }
}
