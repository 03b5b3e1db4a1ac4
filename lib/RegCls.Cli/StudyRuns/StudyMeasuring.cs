using System.Globalization;
using RegCls.Cli.CommandLine;
using RegCls.Cli.Notebooks;
using RegCls.Cli.Site;
using RegCls.Studies;

namespace RegCls.Cli.StudyRuns;

/// <summary>`regcls study measure`, once the library can be loaded.</summary>
internal static class StudyMeasuring
{
    /// <summary>Measures what models of studies take and adds it to a table of costs. Kinds that the table has as measured are not measured again.</summary>
    /// <param name="names">Studies of which a few models of each kind are trained.</param>
    /// <param name="recorded">Studies whose recorded seconds are taken for kinds that nobody measured.</param>
    /// <param name="profile">The profile's name.</param>
    /// <param name="repeats">How many models of each kind are trained.</param>
    /// <param name="output">The table.</param>
    /// <param name="dataPath">Where the data of studies that read some are found; null to let the environment say it.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="layout">The repository.</param>
    /// <param name="currentFolder">The folder a relative path starts from.</param>
    /// <param name="cancellation">Stops the measuring; studies that were measured to their end stay in the table.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="UserErrorException">There is no such study, or a file is not readable.</exception>
    public static int Measure(
        IReadOnlyList<string> names, IReadOnlyList<string> recorded, string profile, int repeats, string output, string? dataPath, Terminal terminal, RepositoryLayout layout, string currentFolder, CancellationToken cancellation)
    {
        StudyEntry[] measured = [.. names.Select(StudyNames.Require)];
        StudyEntry[] read = [.. recorded.Select(StudyNames.Require)];
        var path = Path.GetFullPath(output, currentFolder);
        Dictionary<string, KindCost> kinds = Read(path).ToDictionary(kind => kind.Kind);
        if (measured.Length > 0)
        {
            NativeLibraries.EnsureLoaded();
        }

        foreach (var entry in measured)
        {
            HashSet<string> known = [.. kinds.Values.Where(kind => kind.Source == KindCost.Measured).Select(kind => kind.Kind)];
            var costs = entry.Measure(StudyNames.Profile(profile), known, repeats, new StudyRunOptions { DataPath = dataPath is null ? null : Path.GetFullPath(dataPath, currentFolder), Cancellation = cancellation });
            Add(costs, replace: true);
            terminal.Out.WriteLine($"{entry.Name} {profile}: {costs.Count.ToString(CultureInfo.InvariantCulture)} kinds measured");
        }

        foreach (var entry in read)
        {
            var costs = entry.Recorded(layout.Records(entry.Name, "full", shard: null));
            Add(costs, replace: false);
            terminal.Out.WriteLine($"{entry.Name}: {costs.Count.ToString(CultureInfo.InvariantCulture)} kinds recorded");
        }

        return ExitCode.Success;

        void Add(IReadOnlyList<KindCost> costs, bool replace)
        {
            foreach (var cost in costs.Where(cost => replace || !kinds.TryGetValue(cost.Kind, out var before) || before.Source == KindCost.Recorded))
            {
                kinds[cost.Kind] = cost;
            }

            AtomicFile.Write(path, stream =>
            {
                using var file = new StreamWriter(stream) { NewLine = "\n" };
                new CostTable([.. kinds.Values.OrderBy(kind => kind.Kind, StringComparer.Ordinal)]).Write(file);
            });
        }
    }

    private static IReadOnlyList<KindCost> Read(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var text = new StreamReader(path);
        try
        {
            return CostTable.Read(text).Kinds;
        }
        catch (InvalidDataException error)
        {
            throw new UserErrorException($"{path}, {error.Message}", error);
        }
    }
}
