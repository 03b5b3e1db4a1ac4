namespace RegCls.Studies;

/// <summary>
/// Where live runs of notebooks keep their records, so that a second run trains nothing twice: a folder that the environment variable REGCLS_RECORDS names, as <c>regcls run</c> does unless it is told
/// <c>--fresh</c>. Without it every run trains all of its models.
/// </summary>
public static class LiveRecords
{
    /// <summary>Names the folder.</summary>
    public const string FolderVariable = "REGCLS_RECORDS";

    /// <summary>
    /// The file of a study's live records; null where there is no folder. Its name has the identity of this library, for another build may train otherwise. What is taken from it is said on the console.
    /// </summary>
    /// <param name="study">The study, as it is about to be run.</param>
    /// <exception cref="InvalidDataException">The file holds something else; it is in the way, and the message names it.</exception>
    public static RecordFile<TRecord>? File<TRecord>(Study study)
        where TRecord : class, IRunRecord<TRecord>
    {
        ArgumentNullException.ThrowIfNull(study);
        if (Environment.GetEnvironmentVariable(FolderVariable) is not { Length: > 0 } folder)
        {
            return null;
        }

        string build = typeof(LiveRecords).Module.ModuleVersionId.ToString("N")[..12];
        RecordFile<TRecord> file = new(Path.Combine(folder, $"{study.Name}-{build}.csv"));
        int known = StudyCoverage.Of(study, file.Read()).Recorded;
        if (known > 0)
        {
            Console.WriteLine($"{known:N0} of {study.Runs.Count:N0} models are those of an earlier run; `regcls run --fresh` trains all of them again");
        }

        return file;
    }
}
