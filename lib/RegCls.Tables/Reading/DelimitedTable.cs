using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using RegCls.Data.Sets;

namespace RegCls.Tables.Reading;

/// <summary>Reads tables of text: a header, then a row a line.</summary>
internal static class DelimitedTable
{
    // What is packed is not believed beyond this.
    private const long LargestUnpacked = 4L << 30;

    public static OwnTable Read(string path, DecimalMark decimals)
    {
        string text = Text(path, Bytes(path));
        string header = text[..(text.IndexOf('\n', StringComparison.Ordinal) is >= 0 and int end ? end : text.Length)];
        if (header.Trim().Length == 0)
        {
            throw new InvalidDataException($"{path} has an empty first line: expected the names of the columns there, separated by commas.");
        }

        char separator = Separator(path, header);
        (string[] names, List<string[]> rows, List<int> lines) = Cells(path, text, separator);
        if (rows.Count == 0)
        {
            throw new InvalidDataException($"{path} has a header and no rows: expected at least {OwnData.FewestRows}.");
        }

        if (names.All(name => double.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out _)))
        {
            throw new InvalidDataException($"{path} begins with the numbers {string.Join(", ", names.Take(3))}: expected the names of the columns in the first line, so put a header there.");
        }

        bool isUsual = separator == ',' || Ending(path) is ".tsv" or ".tab";
        return new OwnTable(path, [.. names.Select((name, column) => TextColumn.Of(name, [.. rows.Select(row => row[column])], decimals, row => $"line {lines[row]}"))], lines)
        {
            Notes = isUsual ? [] : [$"Columns are separated by {(separator == ';' ? "semicolons" : "tabs")}."],
        };
    }

    private static string Ending(string path)
    {
        string name = Path.GetFileName(path).ToLowerInvariant();
        return Path.GetExtension(name.EndsWith(".gz", StringComparison.Ordinal) ? name[..^3] : name);
    }

    private static byte[] Bytes(string path)
    {
        if (Ending(path) is not (".csv" or ".tsv" or ".tab" or ".txt"))
        {
            throw new InvalidDataException($"{path} is of a kind that is not read here: expected .csv, .tsv, .tab or .txt, each also with .gz, or .parquet; export the table as one of these.");
        }

        byte[] bytes = File.ReadAllBytes(path);
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? GzipFile.Unpack(bytes, path, LargestUnpacked) : bytes;
    }

    private static string Text(string path, byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || Array.IndexOf(bytes, (byte)0, 0, Math.Min(bytes.Length, 4096)) >= 0)
        {
            throw new InvalidDataException($"{path} is UTF-16 or no text: expected UTF-8; save it again as \"CSV UTF-8\".");
        }

        if (bytes.Length == 0)
        {
            throw new InvalidDataException($"{path} is empty: expected a header with the names of the columns and rows below.");
        }

        try
        {
            string text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
            return text.TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException error)
        {
            int line = bytes.AsSpan(0, Math.Min(error.Index, bytes.Length)).Count((byte)'\n') + 1;
            throw new InvalidDataException($"{path}, line {line}: the byte 0x{error.BytesUnknown?[0] ?? 0:X2} is not UTF-8; if the file is Latin-1 or Windows-1252, save it again as UTF-8 (`iconv -f WINDOWS-1252 -t UTF-8`).", error);
        }
    }

    private static char Separator(string path, string header)
    {
        if (Ending(path) is ".tsv" or ".tab")
        {
            return '\t';
        }

        // A comma within names, as in "Salary, net;Age", does not make it the separator.
        (char Mark, int Count)[] counts = [.. ",;\t".Select(mark => (mark, header.Count(letter => letter == mark)))];
        return counts[0].Count >= Math.Max(counts[1].Count, counts[2].Count) ? ',' : counts[1].Count >= counts[2].Count ? ';' : '\t';
    }

    private static (string[] Names, List<string[]> Rows, List<int> Lines) Cells(string path, string text, char separator)
    {
        CsvConfiguration configuration = new(CultureInfo.InvariantCulture) { Delimiter = separator.ToString(), IgnoreBlankLines = true, BadDataFound = null };
        string? bad = null;
        configuration.BadDataFound = found => bad ??= found.Context.Parser is { } parser ? $"line {parser.RawRow}" : "a line";
        using CsvParser parser = new(new StringReader(text), configuration);
        string[] names = [];
        List<string[]> rows = [];
        List<int> lines = [];
        while (parser.Read())
        {
            // A quote in the wrong place is reported as the fields are taken.
            string[] fields = parser.Record!;
            if (bad is not null)
            {
                throw new InvalidDataException($"{path}, {bad}: a quote stands where none is expected: put quotes around the whole cell, and double those inside.");
            }

            if (names.Length == 0)
            {
                names = [.. fields.Select((name, column) => name.Trim() is { Length: > 0 } given ? given : $"column {column + 1}")];
            }
            else if (fields.Length != names.Length)
            {
                throw new InvalidDataException($"{path}, line {parser.RawRow}: {fields.Length} cells where the header has {names.Length}: put cells that hold the separator in quotes, and end none of the lines early.");
            }
            else
            {
                rows.Add(fields);
                lines.Add(parser.RawRow);
            }
        }

        return (names, rows, lines);
    }
}
