using System.Globalization;
using CsvHelper;
using RegCls.Data.Labels;
using RegCls.Data.Sets;

namespace RegCls.Data.Images;

/// <summary>Images that a CSV table lists with their labels and, where it has one, a split: the layout of IMDB-WIKI-DIR and AgeDB-DIR, <c>age,path,split</c>, and of a reader's own data.</summary>
public sealed class LabelledCsvSource : IImageSource
{
    private readonly string table;
    private readonly LabelledCsvOptions options;
    private readonly string root;
    private readonly Lazy<string> identity;

    /// <summary>Checks the table's columns; rows and images are read later.</summary>
    /// <param name="table">The CSV file.</param>
    /// <param name="options">Columns, range of labels, folder of the images.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">A column is missing, or the file has no row.</exception>
    public LabelledCsvSource(string table, LabelledCsvOptions? options = null)
    {
        this.table = Path.GetFullPath(table);
        this.options = options ?? new LabelledCsvOptions();
        if (!File.Exists(this.table))
        {
            throw new FileNotFoundException($"{table} does not exist; name a CSV file with the columns {string.Join(", ", Columns)}.");
        }

        root = Path.GetFullPath(this.options.Root ?? Path.GetDirectoryName(this.table)!);
        using CsvReader csv = Open();
        if (!csv.Read())
        {
            throw new InvalidDataException($"{table} has no row for samples; expected the columns {string.Join(", ", Columns)}.");
        }

        identity = new(() => $"{this.options with { Root = null }} {FileIdentity.Of(root, Rows(new ProblemLog()).Select(row => row.Path).Prepend(this.table))}");
        Description = $"{this.options.Title}, {this.table}";
    }

    /// <inheritdoc/>
    public string Description { get; }

    /// <inheritdoc/>
    public string Identity => identity.Value;

    private IEnumerable<string> Columns => options.SplitColumn is { } split ? [options.LabelColumn, options.PathColumn, split] : [options.LabelColumn, options.PathColumn];

    /// <inheritdoc/>
    public IEnumerable<ImageEntry> Read(ProblemLog problems)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach ((string name, string path, double label, Subset? subset) in Rows(problems))
        {
            if (!File.Exists(path))
            {
                problems.Add(ProblemKind.MissingFile, name);
            }
            else if (!seen.Add(name))
            {
                problems.Add(ProblemKind.Duplicate, name);
            }
            else
            {
                yield return new ImageEntry(name, label, subset, size => ImageDecoder.Decode(File.ReadAllBytes(path), size));
            }
        }
    }

    private IEnumerable<(string Name, string Path, double Label, Subset? Subset)> Rows(ProblemLog problems)
    {
        using CsvReader csv = Open();
        while (csv.Read())
        {
            string at = $"line {csv.Parser.RawRow}";
            if (!csv.TryGetField(options.PathColumn, out string? name) || string.IsNullOrWhiteSpace(name))
            {
                problems.Add(ProblemKind.UnreadableRow, $"{at}: no {options.PathColumn}");
                continue;
            }

            if (!csv.TryGetField(options.LabelColumn, out string? text) || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double label) || double.IsNaN(label))
            {
                problems.Add(ProblemKind.UnreadableRow, $"{at}: {options.LabelColumn} is '{text}', expected a number");
                continue;
            }

            if (label < options.Minimum || label > options.Maximum)
            {
                problems.Add(ProblemKind.ImpossibleLabel, $"{at}: {options.LabelColumn} is {text}, expected {options.Minimum} to {options.Maximum}");
                continue;
            }

            Subset? subset = null;
            if (options.SplitColumn is { } column)
            {
                csv.TryGetField(column, out string? split);
                subset = Part(split);
                if (subset is null)
                {
                    problems.Add(ProblemKind.UnreadableRow, $"{at}: {column} is '{split}', expected train, val or test");
                    continue;
                }
            }

            yield return (name, Path.Combine(root, name), label, subset);
        }
    }

    private static Subset? Part(string? name) => name?.Trim().ToUpperInvariant() switch
    {
        "TRAIN" => Subset.Train,
        "VAL" or "VALIDATION" => Subset.Validation,
        "TEST" => Subset.Test,
        _ => null,
    };

    private CsvReader Open()
    {
        CsvReader csv = new(new StreamReader(table), new CsvHelper.Configuration.CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, MissingFieldFound = null });
        if (!csv.Read() || !csv.ReadHeader() || Columns.Except(csv.HeaderRecord!).ToArray() is { Length: > 0 })
        {
            string found = csv.HeaderRecord is { } header ? $"has the columns {string.Join(", ", header)}" : "is empty";
            csv.Dispose();
            throw new InvalidDataException($"{table}, line 1: {found}; expected {string.Join(", ", Columns)}.");
        }

        return csv;
    }
}
