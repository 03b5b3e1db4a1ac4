using RegCls.Studies;

namespace RegCls.Tests.Studies;

/// <summary>Records with numbers that nobody trained, one for each run and always the same.</summary>
internal static class MadeUpRecords
{
    public static RunRecord Of(RunConfiguration run)
    {
        double number = Convert.ToInt64(run.Hash[..12], 16) / (double)(1L << 48);
        return new RunRecord
        {
            Configuration = run,
            TrainMse = number,
            ValidationMse = number / 3,
            TestMse = Math.Sqrt(number),
            ClassAccuracy = run.Classes == 0 ? double.NaN : number / 7,
            Seconds = 1.25,
            Version = "0.0.1",
        };
    }

    /// <summary>A file written at once; appending waits for the disk at every line.</summary>
    public static RecordFile<RunRecord> Write(string path, IEnumerable<RunConfiguration> runs)
    {
        RecordFile<RunRecord> file = new(path);
        file.Replace(runs.Select(Of));
        return file;
    }

    public static void Append(string path, IEnumerable<RunConfiguration> runs)
    {
        RecordFile<RunRecord> file = new(path);
        foreach (RunConfiguration run in runs)
        {
            file.Append(Of(run));
        }
    }
}
