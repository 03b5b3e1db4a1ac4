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
    /// <exception cref="InvalidDataException">The file holds something else, or a recorded model was trained on other data or with kernels that are wrong here.</exception>
    /// <exception cref="StudyStoppedException">The run was cancelled, by the options' token or, where that cannot be, by the host's.</exception>
    public static IReadOnlyList<TRecord> Run<TRun, TRecord>(Study<TRun> study, RecordFile<TRecord>? file, Func<Func<TRun, bool>, StudyPlan<TRecord>> plan, StudyRunOptions options, Func<TRun, string>? dataHash = null)
        where TRun : class, IRunConfiguration
        where TRecord : class, IRunRecord<TRecord>
    {
        using RunningWork running = RunningWork.Begin(options.Cancellation);
        Dictionary<string, TRecord> records = (file?.Read() ?? []).ToDictionary(record => record.Configuration.Hash);
        RecordedKernels.Require(records.Values, file?.Path ?? "", () => Kernels.IsUsualLayoutRight);
        if (dataHash is not null)
        {
            RecordedData.Require(study.Configurations.Where(run => records.ContainsKey(run.Hash)).Select(run => (run, records[run.Hash])), dataHash, file?.Path);
        }

        StudyPlan<TRecord> pending = plan(run => records.ContainsKey(run.Hash));
        Lock gate = new();
        StudyTally tally = new(study.Configurations.Count, options.Progress);
        tally.Start(study.Configurations.Select(run => records.GetValueOrDefault(run.Hash)).OfType<TRecord>());

        ParallelOptions parallel = new() { MaxDegreeOfParallelism = options.Workers ?? Environment.ProcessorCount, CancellationToken = running.Cancellation };
        try
        {
            using TorchThreads threads = TorchThreads.OneEach(pending.UsesTensors);
            SideBySide.ForEach(pending.Jobs, parallel, job =>
            {
                using IDisposable own = threads.Here();
                foreach (TRecord record in job(running.Cancellation))
                {
                    lock (gate)
                    {
                        if (!records.TryAdd(record.Configuration.Hash, record))
                        {
                            continue;
                        }
                    }

                    file?.Append(record);
                    if (options.Checkpoints?.Of(record.Configuration, record.DataHash) is { } checkpoint)
                    {
                        File.Delete(checkpoint.Path);
                    }

                    tally.Add(record);
                }
            });
        }
        catch (OperationCanceledException) when (running.Cancellation.IsCancellationRequested)
        {
            StudyStoppedException stopped = new(tally.Done, study.Configurations.Count, file is not null, options.Cancellation);
            (options.Progress as IStudyProgress)?.Stopped(stopped.Message);
            throw stopped;
        }

        return [.. study.Configurations.Select(run => records[run.Hash])];
    }
}
