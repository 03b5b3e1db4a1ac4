using RegCls.Data;
using RegCls.Studies;

namespace RegCls.Claims;

/// <summary>The records and data that claims are judged by, records read once each.</summary>
/// <param name="folder">Where the record files are; null for <c>data/recorded</c>.</param>
public sealed class ClaimRecords(string? folder = null)
{
    private readonly Dictionary<string, object> read = new(StringComparer.Ordinal);

    private readonly Lazy<IReadOnlyList<FunctionDataSet>> severe = new(() =>
    [
        .. SumOfSines.Published.Select((function, index) => FunctionDataGenerator.Generate(function, index, Scenario.Clean, Sampling.Severe, StudySeeds.Data[0])),
    ]);

    /// <summary>The ten functions' clean data with severe sampling, first data seed, drawn once: what statements about data are judged by.</summary>
    public IReadOnlyList<FunctionDataSet> Severe => severe.Value;

    /// <summary>The records of the 1D study.</summary>
    /// <param name="name">Name of the study.</param>
    /// <exception cref="FileNotFoundException">It is not recorded.</exception>
    public IReadOnlyList<RunRecord> Of(string name) => Of<RunRecord>(name);

    /// <summary>The records of a study of another kind.</summary>
    /// <param name="name">Name of the study.</param>
    /// <exception cref="FileNotFoundException">It is not recorded.</exception>
    public IReadOnlyList<TRecord> Of<TRecord>(string name)
        where TRecord : class, IRunRecord<TRecord>
    {
        if (!read.TryGetValue(name, out object? records))
        {
            read[name] = records = new RecordFile<TRecord>(folder is null ? DataFiles.Find($"recorded/{name}.csv") : Path.Combine(folder, name + ".csv")).Read();
        }

        return (IReadOnlyList<TRecord>)records;
    }
}
