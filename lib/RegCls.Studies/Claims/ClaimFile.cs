using System.Globalization;
using CsvHelper;
using RegCls.Data.Sets;

namespace RegCls.Claims;

/// <summary><c>data/claims.csv</c>: the ledger as it was last computed.</summary>
public static class ClaimFile
{
    /// <summary>Reads the file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">A column is missing or a line is torn.</exception>
    public static IReadOnlyList<ClaimRow> Read(string path)
    {
        try
        {
            using StreamReader text = new(path);
            using CsvReader csv = new(text, CultureInfo.InvariantCulture);
            return [.. csv.WithPlainNumbers().GetRecords<ClaimRow>()];
        }
        catch (CsvHelperException exception)
        {
            throw new InvalidDataException($"{path} is not a ledger of claims ({exception.Message.ReplaceLineEndings("\n").Split('\n')[0].TrimEnd('.')}); write it anew with `regcls claims --write`.", exception);
        }
    }

    /// <summary>The text of the file.</summary>
    /// <param name="ledger">What was judged.</param>
    public static string Text(IEnumerable<JudgedClaim> ledger)
    {
        using StringWriter text = new();
        using (CsvWriter csv = new(text, new CsvHelper.Configuration.CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }))
        {
            csv.WriteRecords(ledger.Select(ClaimRow.From));
        }

        return text.ToString();
    }
}
