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
            table.AddRow([entry.Name, .. studies.Select(study => Number(study.Runs.Count)), Markup.Escape(studies[^1].Description)]);
        }

        terminal.CreateAnsiConsole().Write(table);
        return ExitCode.Success;
    }

    /// <summary>Writes the grid of a study in each profile, what is recorded, and how long it takes.</summary>
    /// <param name="name">The study's name.</param>
    /// <param name="only">The one profile to show; null for all that it has.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="layout">The repository, whose default record files are looked at.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="UserErrorException">There is no such study, or a record file is not readable.</exception>
    public static int Show(string name, string? only, Terminal terminal, RepositoryLayout layout)
    {
        var entry = StudyNames.Require(name);
        string[] profiles = only is null ? [.. entry.Profiles.Select(StudyNames.Of)] : [only];
        StudySession[] sessions = [.. profiles.Select(profile => StudyNames.Asked(() => entry.Open(StudyNames.Profile(profile), shard: null, layout.Records(name, profile, shard: null))))];
        StudyCost[] costs = [.. sessions.Select(session => StudyCost.Of(session.Study, session.Read()))];
        IReadOnlyList<StudyFactor>[] factors = [.. sessions.Select(session => StudyFactor.Of(session.Study))];

        terminal.Out.WriteLine($"{name}: {sessions[^1].Study.Description}");
        var table = new Table().Border(TableBorder.None).AddColumns([string.Empty, .. profiles]);
        table.Columns[0].NoWrap();
        for (var factor = 0; factor < factors[0].Count; factor++)
        {
            table.AddRow([factors[0][factor].Name, .. factors.Select(profile => Markup.Escape(string.Join(", ", profile[factor].Values)))]);
        }

        table.AddRow(["models", .. sessions.Select(session => Number(session.Study.Runs.Count))]);
        table.AddRow(["recorded", .. costs.Select(cost => Number(cost.Recorded))]);
        table.AddRow(["core-hours", .. costs.Zip(sessions, (cost, session) => Hours(cost, session.Study))]);
        if (sessions.Any(session => Disk(session.Study) > 0))
        {
            table.AddRow(["decoded data on disk", .. sessions.Select(session => string.Create(CultureInfo.InvariantCulture, $"{Disk(session.Study) / 1e9:0.0} GB"))]);
        }

        table.AddRow(["records", .. sessions.Select(session => Markup.Escape(Path.GetRelativePath(layout.Root, session.Path).Replace('\\', '/')))]);
        terminal.CreateAnsiConsole().Write(table);
        return ExitCode.Success;
    }

    private static long Disk(Study study) => study.Runs.Max(run => run.DiskBytes);

    // Measured only: models of a kind that nothing is recorded of are counted, not guessed.
    private static string Hours(StudyCost cost, Study study)
    {
        if (cost.Recorded == 0)
        {
            var plan = new ShardPlan(study, 1);
            return plan.Unknown == 0 ? string.Create(CultureInfo.InvariantCulture, $"{plan.Seconds / 3600:0.000} expected") : "unknown";
        }

        var hours = string.Create(CultureInfo.InvariantCulture, $"{cost.ExpectedSeconds / 3600:0.000} ({cost.RecordedSeconds / 3600:0.000} spent)");
        return cost.Unknown == 0 ? hours : $"{hours}, and unknown for {Number(cost.Unknown)} models";
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
