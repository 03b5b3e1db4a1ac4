using RegCls.Tables.Reading;

namespace RegCls.Tables;

/// <summary>Input columns as numbers: a category becomes a column of 0 and 1 for each of its words, one column where there are two.</summary>
/// <param name="Values">[rows, width], row by row.</param>
/// <param name="Names">[width].</param>
internal sealed record EncodedInputs(double[] Values, string[] Names)
{
    /// <summary>Encodes columns and says so.</summary>
    /// <param name="table">The table, for messages.</param>
    /// <param name="columns">The input columns.</param>
    /// <param name="categories">Those whose numbers are names.</param>
    /// <param name="rows">The rows that are used.</param>
    /// <param name="notes">Told what was done.</param>
    /// <exception cref="InvalidDataException">A column cannot be an input, or there would be too many.</exception>
    public static EncodedInputs Of(OwnTable table, IReadOnlyList<OwnColumn> columns, IReadOnlyList<string> categories, int[] rows, List<string> notes)
    {
        List<(string Name, double[] Values)> encoded = [];
        List<string> constant = [];
        foreach (OwnColumn column in columns)
        {
            bool isCategory = column.Kind == ColumnKind.Category || categories.Contains(column.Name);
            (string, double[])[] own = isCategory
                ? Words(column, rows, notes)
                : [(column.Name, [.. rows.Select(row => column.Numbers[row])])];
            foreach ((string name, double[] values) in own)
            {
                TableRules.RequireFinite(table, column, rows, values);
                if (values.All(value => value == values[0]))
                {
                    constant.Add(name);
                }
                else
                {
                    encoded.Add((name, values));
                }
            }

            if (encoded.Count > OwnData.MostInputs)
            {
                throw new InvalidDataException($"{table.Source} would give more than {OwnData.MostInputs} inputs, because '{column.Name}' has {own.Length} different words: leave such columns out with --x, or join rare words.");
            }
        }

        if (constant.Count > 0)
        {
            notes.Add($"The same in all rows and left out: {string.Join(", ", constant)}.");
        }

        if (encoded.Count == 0)
        {
            throw new InvalidDataException($"{table.Source} has no input that varies: expected at least one column whose values differ.");
        }

        double[] all = new double[rows.Length * encoded.Count];
        for (int column = 0; column < encoded.Count; column++)
        {
            for (int row = 0; row < rows.Length; row++)
            {
                all[row * encoded.Count + column] = encoded[column].Values[row];
            }
        }

        return new EncodedInputs(all, [.. encoded.Select(column => column.Name)]);
    }

    private static (string Name, double[] Values)[] Words(OwnColumn column, int[] rows, List<string> notes)
    {
        string[] words = [.. rows.Select(row => column.Kind is ColumnKind.Number or ColumnKind.Date
            ? column.Numbers[row].ToString("R", System.Globalization.CultureInfo.InvariantCulture)
            : column.Texts[row]!)];
        string[] levels = [.. words.Distinct().Order(StringComparer.Ordinal)];
        if (levels.Length <= 1)
        {
            return [(column.Name, new double[rows.Length])];
        }

        if (levels.Length > OwnData.MostInputs)
        {
            throw new InvalidDataException($"'{column.Name}' has {levels.Length} different words in {rows.Length} rows, more than {OwnData.MostInputs}: leave it out with --x, or join rare words.");
        }

        // The second column of two says nothing that the first does not.
        string[] kept = levels.Length == 2 ? levels[1..] : levels;
        notes.Add(levels.Length == 2
            ? $"'{column.Name}' is a category of 2 words and became one column: 1 for {levels[1]}, 0 for {levels[0]}."
            : $"'{column.Name}' is a category of {levels.Length} words and became {kept.Length} columns of 0 and 1.");
        return [.. kept.Select(level => ($"{column.Name}={level}", words.Select(word => word == level ? 1.0 : 0.0).ToArray()))];
    }
}
