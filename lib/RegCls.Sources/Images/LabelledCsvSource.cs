using System.Globalization;
using RegCls.Data.Labels;
using RegCls.Data.Sets;

namespace RegCls.Data.Images;

/// <summary>Images that a CSV table lists with their labels and, where it has one, a split: the layout of IMDB-WIKI-DIR and AgeDB-DIR, <c>age,path,split</c>, and of a reader's own data.</summary>
public sealed class LabelledCsvSource : IImageSource
{
    private readonly string table;
    private readonly LabelledCsvOptions options;
    private readonly DataFolder folder;
    private readonly string[] columns;
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

        folder = new DataFolder(this.options.Root ?? Path.GetDirectoryName(this.table)!);
        columns = Header();
        if (!Lines().Any(line => !string.IsNullOrWhiteSpace(line.Text)))
        {
            throw new InvalidDataException($"{table} has no row for samples; expected the columns {string.Join(", ", Columns)}.");
        }

        identity = new(() => $"{this.options with { Root = null }} {FileIdentity.Of(folder.Root, Rows(new ProblemLog()).Select(row => folder.Find(row.Name)?.Full ?? Path.Combine(folder.Root, row.Name)).Prepend(this.table))}");
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
        List<(SampleIdentity Identity, ImageEntry Entry)> found = [];
        foreach ((string name, double label, Subset? subset) in Rows(problems))
        {
            if (folder.Find(name) is not { } path)
            {
                problems.Add(ProblemKind.MissingFile, () => folder.Missing(name));
                continue;
            }

            ImageEntry entry = new(name, label, subset, size => ImageDecoder.DecodeSample(File.ReadAllBytes(path.Full), size)) { Key = path.Full };
            found.Add((new SampleIdentity(name, path.Full, null, subset) { Label = label }, entry));
            if (path.How is { } how)
            {
                problems.Add(ProblemKind.Respelled, how);
            }
        }

        // Rows that name one file are known before it is decoded.
        bool[] kept = Duplicates.Kept([.. found.Select(row => row.Identity)], problems);
        return found.Where((_, i) => kept[i]).Select(row => row.Entry);
    }

    // Every line but the first is one of: empty, a row, a problem.
    private IEnumerable<(string Name, double Label, Subset? Subset)> Rows(ProblemLog problems)
    {
        int pathAt = Array.IndexOf(columns, options.PathColumn), labelAt = Array.IndexOf(columns, options.LabelColumn), splitAt = options.SplitColumn is { } named ? Array.IndexOf(columns, named) : -1;
        foreach ((int number, string line) in Lines())
        {
            problems.Find($"lines of {Path.GetFileName(table)} below the first");
            string at = $"line {number}";
            if (string.IsNullOrWhiteSpace(line))
            {
                problems.Add(ProblemKind.EmptyLine, at);
            }
            else if (TableLine.Fields(line) is not { } fields)
            {
                problems.Add(ProblemKind.UnreadableRow, $"{at}: a quote is opened and not closed: {(line.Length > 80 ? line[..80] + "…" : line)}");
            }
            else if (fields.ElementAtOrDefault(pathAt) is not { } name || string.IsNullOrWhiteSpace(name))
            {
                problems.Add(ProblemKind.UnreadableRow, $"{at}: no {options.PathColumn}");
            }
            else if (!double.TryParse(fields.ElementAtOrDefault(labelAt), NumberStyles.Float, CultureInfo.InvariantCulture, out double label) || double.IsNaN(label))
            {
                problems.Add(ProblemKind.UnreadableRow, $"{at}: {options.LabelColumn} is '{fields.ElementAtOrDefault(labelAt)}', expected a number");
            }
            else if (label < options.Minimum || label > options.Maximum)
            {
                problems.Add(ProblemKind.ImpossibleLabel, $"{at}: {options.LabelColumn} is {fields[labelAt]}, expected {options.Minimum} to {options.Maximum}");
            }
            else if (splitAt >= 0 && Part(fields.ElementAtOrDefault(splitAt)) is null)
            {
                problems.Add(ProblemKind.UnreadableRow, $"{at}: {options.SplitColumn} is '{fields.ElementAtOrDefault(splitAt)}', expected train, val or test");
            }
            else
            {
                yield return (name, label, splitAt >= 0 ? Part(fields[splitAt]) : null);
            }
        }
    }

    private IEnumerable<(int Number, string Text)> Lines() => File.ReadLines(table).Select((line, i) => (i + 1, line)).Skip(1);

    private static Subset? Part(string? name) => name?.Trim().ToUpperInvariant() switch
    {
        "TRAIN" => Subset.Train,
        "VAL" or "VALIDATION" => Subset.Validation,
        "TEST" => Subset.Test,
        _ => null,
    };

    private string[] Header()
    {
        string? first = File.ReadLines(table).FirstOrDefault();
        string[]? header = first is null ? null : TableLine.Fields(first)?.Select(column => column.Trim()).ToArray();
        if (header is null || Columns.Except(header).Any())
        {
            string found = first is null ? "is empty" : header is null ? "opens a quote and does not close it" : $"has the columns {string.Join(", ", header)}";
            throw new InvalidDataException($"{table}, line 1: {(found.Length > 200 ? found[..200] + "…" : found)}; expected {string.Join(", ", Columns)}.");
        }

        return header;
    }
}
