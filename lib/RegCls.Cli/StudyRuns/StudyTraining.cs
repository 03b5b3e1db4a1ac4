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
        var entry = request.Pictures.Of(request.Name, currentFolder);
        var profile = StudyNames.Profile(request.Profile);
        var study = StudyNames.Asked(() => entry.Create(profile));
        var shard = request.Shard is null ? null : StudyNames.Shard(request.Shard);
        var path = Output(request, layout.Records(request.Name, request.Profile + request.Pictures.Suffix, shard?.Suffix), currentFolder);
        if (request.Plan is not null)
        {
            new ShardPlan(study, shard?.Count ?? throw new UserErrorException("--plan is of a study in parts: name the part with --shard i/n.")).Require(Path.GetFullPath(request.Plan, currentFolder));
        }

        var session = StudyNames.Asked(() => entry.Open(profile, shard, path));
        if (request.DataPath is not null && !entry.ReadsData)
        {
            throw new UserErrorException($"{request.Name} reads no data from outside the repository: leave --path out.");
        }

        var options = new StudyRunOptions
        {
            Workers = request.Workers,
            DataPath = request.DataPath is null ? null : Path.GetFullPath(request.DataPath, currentFolder),
            Weights = request.Pictures.Weights is null ? null : Path.GetFullPath(request.Pictures.Weights, currentFolder),
            Checkpoints = request.CheckpointMinutes is { } minutes ? new PictureCheckpoints(Path.ChangeExtension(session.Path, "checkpoints"), TimeSpan.FromMinutes(minutes)) : null,
            Cancellation = cancellation,
        };
        TakeOver(session, request.TakeFrom.Select(source => Path.GetFullPath(source, currentFolder)), options, terminal);
        var title = $"{request.Name} {request.Profile}" + (shard is null ? string.Empty : " " + shard.Suffix);
        var total = session.Study.Runs.Count;
        if (entry.ReadsData && Unnamed(session) is > 0 and var unnamed)
        {
            terminal.Out.WriteLine($"{title}: {unnamed} models are recorded without a fingerprint of their data, so they are taken as they are");
        }

        if (Recorded(session) == total)
        {
            if (!session.RequireSameData(options))
            {
                terminal.Out.WriteLine($"{title}: the data are not here, so the records were not compared with them");
            }

            terminal.Out.WriteLine($"{title}: all {total} models are recorded already: {session.Path}");
            return ExitCode.Success;
        }

        RequireTime(session.Study, request, title, terminal);
        LoadNatives();
        var clock = Stopwatch.StartNew();
        try
        {
            using var claim = session.Hold(request.Wait is { } wait ? TimeSpan.FromSeconds(wait) : null, cancellation);
            await StudyObserver.ShowAsync(terminal, title, total, progress =>
                Task.Run(() => session.Run(options with { Progress = progress }), CancellationToken.None)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            terminal.WriteError($"Stopped; {Recorded(session)} of {total} models are recorded in {session.Path}, and the same command goes on from there.");
            return ExitCode.Cancelled;
        }
        catch (Exception exception) when (!BundledLibrary.IsInput(exception) && exception is not OperationCanceledException)
        {
            terminal.WriteError($"A model of {title} failed ({exception.Message.TrimEnd('.')}); {Recorded(session)} of {total} models are recorded in {session.Path}, and the same command goes on from there.");
            return ExitCode.StudyFailed;
        }

        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title}: all {total} models are recorded, {clock.Elapsed.TotalSeconds:0.0} s: {session.Path}"));
        return ExitCode.Success;
    }

    // Days of work and tens of gigabytes are asked about once.
    private static void RequireTime(Study study, StudyRequest request, string title, Terminal terminal)
    {
        var seconds = new ShardPlan(study, 1).Seconds / (request.Workers ?? Environment.ProcessorCount);
        var disk = study.Runs.Max(run => run.DiskBytes);
        if (seconds < 86_400)
        {
            return;
        }

        var said = string.Create(CultureInfo.InvariantCulture, $"{title} takes about {seconds / 86_400:0} days with {request.Workers ?? Environment.ProcessorCount} cores and {disk / 1e9:0.0} GB of decoded pictures in {RegCls.Data.Sets.CacheFiles.DefaultFolder}");
        if (!request.IsConfirmed)
        {
            throw new UserErrorException($"{said}: add --yes to start it, --checkpoint-every to keep what a model has learned, and --shard to share it out.");
        }

        terminal.Out.WriteLine(said);
    }

    // A folder, such as the shared one of a job array, takes the file by its default name.
    private static string Output(StudyRequest request, string standard, string currentFolder)
    {
        if (request.Output is null)
        {
            return standard;
        }

        var path = Path.GetFullPath(request.Output, currentFolder);
        return Directory.Exists(path) ? Path.Combine(path, request.Shard is null ? $"{request.Name}-{request.Profile}.csv" : Path.GetFileName(standard)) : path;
    }

    private static void TakeOver(StudySession session, IEnumerable<string> sources, StudyRunOptions options, Terminal terminal)
    {
        foreach (var source in sources)
        {
            if (!File.Exists(source))
            {
                throw new UserErrorException($"{source} does not exist: name a record file to take models from.");
            }

            terminal.Out.WriteLine($"{session.TakeOver(source, options)} models of {session.Study.Name} taken over from {source}");
        }
    }

    private static int Recorded(StudySession session) => StudyCoverage.Of(session.Study, session.Read()).Recorded;

    private static int Unnamed(StudySession session)
    {
        HashSet<string> models = [.. session.Study.Runs.Select(run => run.Hash)];
        return session.Read().Count(record => record.DataHash.Length == 0 && models.Contains(record.Configuration.Hash));
    }

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
