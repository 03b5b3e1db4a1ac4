using System.Globalization;
using RegCls.Cli.CommandLine;
using RegCls.Cli.Notebooks;
using RegCls.Cli.Running;
using RegCls.Studies;
using Spectre.Console;

namespace RegCls.Cli.StudyRuns;

/// <summary>`regcls study list` and `regcls study show`, once the library can be loaded.</summary>
internal static class StudyTables
{
    /// <summary>Writes names, sizes and descriptions.</summary>
    /// <param name="terminal">Where to write.</param>
    /// <returns>The exit code.</returns>
    public static int List(Terminal terminal)
    {
        var table = new Table().Border(TableBorder.None).AddColumns(["study", .. RunProfile.All.Select(profile => profile + " models"), "what it reproduces"]);
        table.Columns[0].NoWrap();
        foreach (var entry in StudyCatalogue.Entries)
        {
            Study[] studies = [.. RunProfile.All.Select(profile => entry.Create(StudyNames.Profile(profile)))];
            table.AddRow([entry.Name, .. studies.Select(study => Number(study.Configurations.Count)), Markup.Escape(studies[^1].Description)]);
        }

        terminal.CreateAnsiConsole().Write(table);
        return ExitCode.Success;
    }

    /// <summary>Writes the grid of a study in each profile, what is recorded, and how long it takes.</summary>
    /// <param name="name">The study's name.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="layout">The repository, whose default record files are looked at.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="UserErrorException">There is no such study, or a record file is not readable.</exception>
    public static int Show(string name, Terminal terminal, RepositoryLayout layout)
    {
        var entry = StudyNames.Require(name);
        Study[] studies = [.. RunProfile.All.Select(profile => entry.Create(StudyNames.Profile(profile)))];
        RecordFile[] files = [.. RunProfile.All.Select(profile => new RecordFile(layout.Records(name, profile, shard: null)))];
        StudyCost[] costs = [.. studies.Zip(files, (study, file) => StudyCost.Of(study, file.Read()))];
        IReadOnlyList<StudyFactor>[] factors = [.. studies.Select(StudyFactor.Of)];

        terminal.Out.WriteLine($"{name}: {studies[^1].Description}");
        var table = new Table().Border(TableBorder.None).AddColumns([string.Empty, .. RunProfile.All]);
        table.Columns[0].NoWrap();
        for (var factor = 0; factor < factors[0].Count; factor++)
        {
            table.AddRow([factors[0][factor].Name, .. factors.Select(profile => Markup.Escape(string.Join(", ", profile[factor].Values)))]);
        }

        table.AddRow(["models", .. studies.Select(study => Number(study.Configurations.Count))]);
        table.AddRow(["recorded", .. costs.Select(cost => Number(cost.Recorded))]);
        table.AddRow(["core-hours", .. costs.Select(Hours)]);
        table.AddRow(["records", .. files.Select(file => Markup.Escape(Path.GetRelativePath(layout.Root, file.Path).Replace('\\', '/')))]);
        terminal.CreateAnsiConsole().Write(table);
        return ExitCode.Success;
    }

    // Measured only: models of a kind that nothing is recorded of are counted, not guessed.
    private static string Hours(StudyCost cost)
    {
        if (cost.Recorded == 0)
        {
            return "unknown";
        }

        var hours = string.Create(CultureInfo.InvariantCulture, $"{cost.ExpectedSeconds / 3600:0.000} ({cost.RecordedSeconds / 3600:0.000} spent)");
        return cost.Unknown == 0 ? hours : $"{hours}, and unknown for {Number(cost.Unknown)} models";
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
