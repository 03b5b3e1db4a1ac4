namespace RegCls.Studies;

/// <summary>Holds recorded models to data: one that was trained on other data is not taken for one of these. Records without a fingerprint, from before there were any or of data made by code, are taken as they are.</summary>
internal static class RecordedData
{
    /// <summary>Compares records with the data that are here.</summary>
    /// <param name="records">Records of a study.</param>
    /// <param name="here">The fingerprint of a run's data; asked only for runs whose record has one.</param>
    /// <param name="path">The file of the records.</param>
    /// <exception cref="InvalidDataException">A model was trained on other data.</exception>
    public static void Require<TRun, TRecord>(IEnumerable<(TRun Run, TRecord Record)> records, Func<TRun, string> here, string? path)
        where TRecord : IRunRecord
    {
        foreach ((TRun run, TRecord record) in records.Where(pair => pair.Record.DataHash.Length > 0))
        {
            string now = here(run);
            if (now != record.DataHash)
            {
                throw new InvalidDataException(
                    $"{path}: the model {record.Configuration.Hash} was trained on other data (fingerprint {record.DataHash}) than those that are here ({now}), so the two do not belong in one study: name the data it was trained on, name another file of records with --out, or train all models again (`regcls run --fresh`).");
            }
        }
    }

    /// <summary>Compares records of one study with each other.</summary>
    /// <exception cref="InvalidDataException">Two were trained on different data; the message names both lines.</exception>
    public static void RequireOne<TRecord>(IEnumerable<RecordLine<TRecord>> lines)
        where TRecord : IRunRecord
    {
        RecordLine<TRecord>? first = null;
        foreach (RecordLine<TRecord> line in lines.Where(line => line.Record.DataHash.Length > 0))
        {
            first ??= line;
            if (line.Record.DataHash != first.Record.DataHash)
            {
                throw new InvalidDataException($"{line.Place}: trained on other data (fingerprint {line.Record.DataHash}) than {first.Place} ({first.Record.DataHash}): merge models of one data set, and train the others again on it.");
            }
        }
    }
}
