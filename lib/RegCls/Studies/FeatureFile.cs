using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using RegCls.Theory;

namespace RegCls.Studies;

/// <summary>Records of <see cref="FeatureStudy"/> as a CSV file, a line a model: the hash of its configuration, what the configuration is, and what was measured.</summary>
public static class FeatureFile
{
    private static readonly string[] Columns = ["scenario", "function", "data_seed", "arm", "hash", "mean_absolute_correlation", "effective_rank", "active_units"];

    /// <summary>Writes the file anew.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, IEnumerable<FeatureRecord> records)
    {
        string temporary = path + ".tmp";
        File.WriteAllLines(temporary, records.Select(Line).Prepend(string.Join(',', Columns)));
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Reads a file; each record is matched by its hash to a model of the full study.</summary>
    /// <exception cref="InvalidDataException">A line is not a record, or its hash is that of no model of the study.</exception>
    public static IReadOnlyList<FeatureRecord> Read(string path)
    {
        Dictionary<string, RunConfiguration> known = FeatureStudy.Configurations(Profile.Full).ToDictionary(run => run.Hash);
        using StreamReader text = new(path);
        using CsvReader csv = new(text, new CsvConfiguration(CultureInfo.InvariantCulture));
        List<FeatureRecord> records = [];
        try
        {
            csv.Read();
            csv.ReadHeader();
            while (csv.Read())
            {
                string hash = csv.GetField<string>("hash")!;
                records.Add(new FeatureRecord(
                    known.TryGetValue(hash, out RunConfiguration? run) ? run : throw new InvalidDataException($"{path}, line {csv.Parser.RawRow}: the hash {hash} is that of no model of the study, so the line was edited or comes from another version: delete it and run the study again."),
                    new HiddenFeatures(csv.GetField<double>("mean_absolute_correlation"), csv.GetField<double>("effective_rank"), csv.GetField<int>("active_units"))));
            }
        }
        catch (CsvHelperException error)
        {
            throw new InvalidDataException($"{path}, line {csv.Parser.RawRow}: not a record of hidden features; expected the columns {string.Join(", ", Columns)}.", error);
        }

        return records;
    }

    private static string Line(FeatureRecord record) => string.Create(
        CultureInfo.InvariantCulture,
        $"{record.Configuration.Scenario.Kind},{record.Configuration.Function},{record.Configuration.DataSeed},{record.Configuration.Arm},{record.Configuration.Hash},{record.Features.MeanAbsoluteCorrelation:R},{record.Features.EffectiveRank:R},{record.Features.ActiveUnits}");
}
