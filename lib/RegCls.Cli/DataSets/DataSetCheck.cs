using RegCls.Cli.CommandLine;
using RegCls.Data.Sets;

namespace RegCls.Cli.DataSets;

/// <summary>`regcls data check`, once the library can be loaded.</summary>
internal static class DataSetCheck
{
    /// <summary>Reads a data set and writes what it holds.</summary>
    /// <param name="name">The data set's name.</param>
    /// <param name="path">Where it is; null to look for it.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="currentFolder">The folder a relative path starts from.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns><see cref="ExitCode.Success"/>, or <see cref="ExitCode.DataSkipped"/> where samples were skipped.</returns>
    /// <exception cref="UserErrorException">There is no such data set.</exception>
    public static int Run(string name, string? path, Terminal terminal, string currentFolder, CancellationToken cancellation)
    {
        var set = DataSetCatalogue.Entries.FirstOrDefault(entry => entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? throw Unknown(name);
        var found = DataLocation.Find(set, path is null ? null : Path.Combine(currentFolder, path));
        IProgress<int>? progress = terminal.IsInteractive ? new ReadSamples(terminal) : null;
        var report = set.Check(found, progress, cancellation);
        DataSetTables.Write(report, terminal);
        return report.Skipped == 0 ? ExitCode.Success : ExitCode.DataSkipped;
    }

    private static UserErrorException Unknown(string name)
    {
        string[] names = [.. DataSetCatalogue.Entries.Select(entry => entry.Name)];
        var nearest = NearestName.Find(name, names);
        return new UserErrorException($"'{name}' is no data set, expected one of {string.Join(", ", names)}; did you mean {nearest}?");
    }

    // Every ten thousand samples: seconds of reading.
    private sealed class ReadSamples(Terminal terminal) : IProgress<int>
    {
        public void Report(int value)
        {
            if (value % 10_000 == 0)
            {
                terminal.Error.WriteLine($"{value:N0} samples read");
            }
        }
    }
}
