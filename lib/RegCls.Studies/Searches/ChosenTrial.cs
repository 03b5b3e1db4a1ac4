using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration.Attributes;
using RegCls.Data;
using RegCls.Data.Sets;

namespace RegCls.Studies.Searches;

/// <summary>The trial that an arm chose, a line of <c>data/chosen-trials.csv</c>; a test holds the lines to the recorded searches.</summary>
/// <remarks>Names stand on properties, by which lines are written, and on parameters, by which they are read.</remarks>
/// <param name="Search">Name of the search.</param>
/// <param name="Condition">Its condition.</param>
/// <param name="Arm">The arm.</param>
/// <param name="Trial">Number of the trial (<see cref="RandomTrial.Draw"/>).</param>
/// <param name="ValidationMse">Its validation MSE, mean over functions.</param>
/// <param name="Diverged">Trials of the arm that ended without a finite error on one function at least.</param>
public sealed record ChosenTrial(
    [property: Name("search")][Name("search")] string Search,
    [property: Name("condition")][Name("condition")] string Condition,
    [property: Name("arm")][Name("arm")] string Arm,
    [property: Name("trial")][Name("trial")] int Trial,
    [property: Name("validation_mse")][Name("validation_mse")] double ValidationMse,
    [property: Name("diverged")][Name("diverged")] int Diverged)
{
    private const string File = "chosen-trials.csv";

    /// <summary>What a search chose; empty where it is not recorded.</summary>
    /// <exception cref="InvalidDataException">The file is none of chosen trials.</exception>
    public static IReadOnlyList<ChosenTrial> Read(string search) => [.. All().Where(choice => choice.Search == search)];

    /// <summary>The text of the file.</summary>
    /// <param name="choices">All of them, in the order of the catalogue.</param>
    public static string Text(IEnumerable<ChosenTrial> choices)
    {
        using StringWriter text = new();
        using (CsvWriter csv = new(text, new CsvHelper.Configuration.CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }))
        {
            csv.WriteRecords(choices);
        }

        return text.ToString();
    }

    private static ChosenTrial[] All()
    {
        if (DataFiles.TryFind(File) is not { } path)
        {
            return [];
        }

        try
        {
            using CsvReader csv = new(new StreamReader(path), CultureInfo.InvariantCulture);
            return [.. csv.WithPlainNumbers().GetRecords<ChosenTrial>()];
        }
        catch (CsvHelperException exception)
        {
            throw new InvalidDataException($"{path} is not a table of chosen trials ({exception.Message.ReplaceLineEndings("\n").Split('\n')[0].TrimEnd('.')}); write it anew with `regcls study choose`.", exception);
        }
    }
}
