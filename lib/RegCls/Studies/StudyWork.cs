using System.Reflection;
using RegCls.Platform;

namespace RegCls.Studies;

/// <summary>Does the work of a study of any kind: its pieces side by side, each model recorded as soon as it is trained.</summary>
internal static class StudyWork
{
    /// <summary>The library's version, as records have it.</summary>
    public static string Version { get; } =
        typeof(StudyWork).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";

    /// <summary>Trains what is not recorded yet.</summary>
    /// <param name="study">What to train.</param>
    /// <param name="file">Where finished models are looked up and recorded; null keeps them in memory.</param>
    /// <param name="plan">Cuts the work into pieces; is told which models are recorded.</param>
    /// <param name="options">Progress, cores, cancellation.</param>
    /// <param name="dataHash">The fingerprint of a run's data as they are here, which recorded models must have; null where all data are made by code.</param>
    /// <returns>One record a configuration, in the order of the study.</returns>
    /// <exception cref="InvalidDataException">The file holds something else, or a recorded model was trained on other data.</exception>
    public static IReadOnlyList<TRecord> Run<TRun, TRecord>(Study<TRun> study, RecordFile<TRecord>? file, Func<Func<TRun, bool>, StudyPlan<TRecord>> plan, StudyRunOptions options, Func<TRun, string>? dataHash = null)
        where TRun : class, IRunConfiguration
        where TRecord : class, IRunRecord<TRecord>
    {
        Dictionary<string, TRecord> records = (file?.Read() ?? []).ToDictionary(record => record.Configuration.Hash);
        RecordedKernels.Require(records.Values, file?.Path ?? "", () => Kernels.IsUsualLayoutRight);
        if (dataHash is not null)
        {
            RecordedData.Require(study.Configurations.Where(run => records.ContainsKey(run.Hash)).Select(run => (run, records[run.Hash])), dataHash, file?.Path);
        }

        StudyPlan<TRecord> pending = plan(run => records.ContainsKey(run.Hash));
        Lock gate = new();
        int done = study.Configurations.Count(run => records.ContainsKey(run.Hash));
        options.Progress?.Report((double)done / study.Configurations.Count);

        ParallelOptions parallel = new() { MaxDegreeOfParallelism = options.Workers ?? Environment.ProcessorCount, CancellationToken = options.Cancellation };
        using IDisposable threads = TorchThreads.OneEach(pending.UsesTensors);
        SideBySide.ForEach(pending.Jobs, parallel, job =>
        {
            foreach (TRecord record in job(options.Cancellation))
            {
                lock (gate)
                {
                    if (!records.TryAdd(record.Configuration.Hash, record))
                    {
                        continue;
                    }
                }

                file?.Append(record);
                lock (gate)
                {
                    options.Progress?.Report((double)++done / study.Configurations.Count);
                }
            }
        });

        return [.. study.Configurations.Select(run => records[run.Hash])];
    }
}
