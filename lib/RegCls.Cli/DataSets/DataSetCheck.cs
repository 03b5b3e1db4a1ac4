using RegCls.Cli.CommandLine;
using RegCls.Cli.Site;
using RegCls.Data;
using RegCls.Data.Sets;
using RegCls.Figures;

namespace RegCls.Cli.DataSets;

/// <summary>`regcls data check`, once the library can be loaded.</summary>
internal static class DataSetCheck
{
    /// <summary>Reads a data set and writes what it holds.</summary>
    /// <param name="request">Which data set, and what to write.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="currentFolder">The folder a relative path starts from.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns><see cref="ExitCode.Success"/>, or <see cref="ExitCode.DataSkipped"/> where samples are left out, or <see cref="ExitCode.BadInput"/> where a training would refuse it.</returns>
    /// <exception cref="UserErrorException">There is no such data set.</exception>
    public static int Run(DataSetRequest request, Terminal terminal, string currentFolder, CancellationToken cancellation)
    {
        var set = DataSetCatalogue.Entries.FirstOrDefault(entry => entry.Name.Equals(request.Name, StringComparison.OrdinalIgnoreCase)) ?? throw Unknown(request.Name);
        var found = DataLocation.Find(set, request.Path is null ? null : Path.Combine(currentFolder, request.Path));
        IProgress<int>? progress = terminal.IsInteractive ? new ReadSamples(terminal) : null;
        DataReport report;
        try
        {
            report = set.Check(found, request.DepthScale, progress, cancellation);
        }
        catch (ArgumentException exception) when (exception.ParamName == "depthScale")
        {
            throw new UserErrorException($"--depth-scale: {set.Name} has no depth.", exception);
        }

        if (request.Json)
        {
            terminal.Out.WriteLine(DataSetJson.Of(set.Name, report));
        }
        else
        {
            DataSetTables.Write(report, terminal);
        }

        if (request.Sheet is { } sheet)
        {
            AtomicFile.Write(Path.GetFullPath(sheet, currentFolder), stream => stream.Write(SampleSheet.Png(report.Samples)));
        }

        foreach (var refusal in report.Refusals)
        {
            terminal.WriteError($"{report.Source} cannot be trained on: {refusal}.");
        }

        return report.Refusals.Count > 0 ? ExitCode.BadInput : report.Skipped > 0 ? ExitCode.DataSkipped : ExitCode.Success;
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
