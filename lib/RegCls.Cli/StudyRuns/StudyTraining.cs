using System.Diagnostics;
using System.Globalization;
using RegCls.Cli.CommandLine;
using RegCls.Cli.Notebooks;
using RegCls.Studies;

namespace RegCls.Cli.StudyRuns;

/// <summary>`regcls study run`, once the library can be loaded.</summary>
internal static class StudyTraining
{
    /// <summary>Trains the models of a study that are not recorded yet.</summary>
    /// <param name="request">What to train.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="layout">The repository.</param>
    /// <param name="currentFolder">The folder a relative path starts from.</param>
    /// <param name="cancellation">Stops the run; recorded models stay.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="UserErrorException">Something asked for is not there, or the records cannot be read or are being written by another process.</exception>
    public static async Task<int> RunAsync(StudyRequest request, Terminal terminal, RepositoryLayout layout, string currentFolder, CancellationToken cancellation)
    {
        var study = StudyNames.Require(request.Name).Create(StudyNames.Profile(request.Profile));
        var shard = request.Shard is null ? null : StudyNames.Shard(request.Shard);
        study = shard?.Of(study) ?? study;
        var file = new RecordFile(request.Output is null ? layout.Records(request.Name, request.Profile, shard?.Suffix) : Path.GetFullPath(request.Output, currentFolder));
        TakeOver(study, request.TakeFrom.Select(source => new RecordFile(Path.GetFullPath(source, currentFolder))), file, terminal);
        var title = $"{request.Name} {request.Profile}" + (shard is null ? string.Empty : " " + shard.Suffix);
        var total = study.Configurations.Count;
        if (Recorded(study, file) == total)
        {
            terminal.Out.WriteLine($"{title}: all {total} models are recorded already: {file.Path}");
            return ExitCode.Success;
        }

        LoadNatives();
        var clock = Stopwatch.StartNew();
        using var claim = file.Hold();
        try
        {
            await StudyObserver.ShowAsync(terminal, title, total, progress =>
                Task.Run(() => StudyRunner.Run(study, file, progress, request.Workers, cancellation), CancellationToken.None)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            terminal.WriteError($"Stopped; {Recorded(study, file)} of {total} models are recorded in {file.Path}, and the same command goes on from there.");
            return ExitCode.Cancelled;
        }
        catch (AggregateException exception)
        {
            var cause = exception.Flatten().InnerExceptions[0];
            terminal.WriteError($"A model of {title} failed ({cause.Message.TrimEnd('.')}); {Recorded(study, file)} of {total} models are recorded in {file.Path}, and the same command goes on from there.");
            return ExitCode.StudyFailed;
        }

        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title}: all {total} models are recorded, {clock.Elapsed.TotalSeconds:0.0} s: {file.Path}"));
        return ExitCode.Success;
    }

    private static void TakeOver(Study study, IEnumerable<RecordFile> sources, RecordFile file, Terminal terminal)
    {
        foreach (var source in sources)
        {
            if (!File.Exists(source.Path))
            {
                throw new UserErrorException($"{source.Path} does not exist: name a record file to take models from.");
            }

            var missing = StudyCoverage.Of(study, file.Read()).Missing.Select(run => run.Hash).ToHashSet();
            var known = source.Read().Where(record => missing.Contains(record.Configuration.Hash)).ToList();
            if (known.Count > 0)
            {
                using var claim = file.Hold();
                file.Append(known);
            }

            terminal.Out.WriteLine($"{known.Count} models of {study.Name} taken over from {source.Path}");
        }
    }

    private static int Recorded(Study study, RecordFile file) => StudyCoverage.Of(study, file.Read()).Recorded;

    private static void LoadNatives()
    {
        try
        {
            NativeLibraries.EnsureLoaded();
        }
        catch (DllNotFoundException exception)
        {
            throw new UserErrorException(exception.Message, exception);
        }
    }
}
