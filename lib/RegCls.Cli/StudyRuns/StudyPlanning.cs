using System.Globalization;
using System.Text;
using RegCls.Cli.CommandLine;
using RegCls.Cli.Running;
using RegCls.Cli.Site;
using RegCls.Studies;

namespace RegCls.Cli.StudyRuns;

/// <summary>`regcls study plan`, once the library can be loaded.</summary>
internal static class StudyPlanning
{
    private static readonly int[] Cores = [1, 2, 16, 100];

    /// <summary>Cuts a study into parts and says what each takes.</summary>
    /// <param name="name">The study's name.</param>
    /// <param name="profile">The profile's name.</param>
    /// <param name="shards">Number of parts.</param>
    /// <param name="output">The file of the plan; null for none.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="currentFolder">The folder a relative path starts from.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="UserErrorException">There is no such study.</exception>
    public static int Plan(string name, string profile, int shards, string? output, Terminal terminal, string currentFolder)
    {
        var plan = new ShardPlan(StudyNames.Asked(() => StudyNames.Require(name).Create(StudyNames.Profile(profile))), shards);
        if (output is not null)
        {
            AtomicFile.Write(Path.GetFullPath(output, currentFolder), stream =>
            {
                using var file = new StreamWriter(stream);
                plan.Write(file);
            });
        }

        terminal.Out.WriteLine($"{name} {profile} in {shards} parts, plan {plan.Revision}: {Number(plan.Study.Runs.Count)} models, {Hours(plan.Seconds)} core-hours{Unknown(plan.Unknown)}");
        foreach (var work in plan.Shards)
        {
            terminal.Out.WriteLine($"  part {work.Shard.Index}: {Number(work.Models)} models, {Hours(work.Seconds)} h{Unknown(work.Unknown)}");
        }

        terminal.Out.WriteLine($"hours with {string.Join(", ", Cores.Append(shards).Distinct().Order().Select(cores => $"{cores} {(cores == 1 ? "core" : "cores")}: {HoursWith(plan.Study, cores)}"))}");
        if (output is not null)
        {
            terminal.Out.WriteLine($"plan: {Path.GetFullPath(output, currentFolder)}");
        }

        return ExitCode.Success;
    }

    /// <summary>Writes the hours of every full study by number of cores, as the table of environment.md.</summary>
    /// <param name="terminal">Where to write.</param>
    /// <returns>The exit code.</returns>
    public static int Table(Terminal terminal)
    {
        terminal.Out.Write(Table());
        return ExitCode.Success;
    }

    /// <summary>The hours of every full study by number of cores, in Markdown.</summary>
    /// <returns>The table, a line a study.</returns>
    internal static string Table()
    {
        var table = new StringBuilder($"| study | models | {string.Join(" | ", Cores.Select(cores => cores == 1 ? "1 core" : $"{cores} cores"))} | not measured |\n|---|---|{string.Concat(Cores.Select(_ => "---|"))}---|\n");
        foreach (var entry in StudyCatalogue.Entries)
        {
            var study = entry.Create(StudyNames.Profile(RunProfile.All[^1]));
            var unknown = new ShardPlan(study, 1).Unknown;
            var hours = unknown == study.Runs.Count ? Cores.Select(_ => "?") : Cores.Select(cores => HoursWith(study, cores));
            table.Append(CultureInfo.InvariantCulture, $"| `{entry.Name}` | {Number(study.Runs.Count)} | {string.Join(" | ", hours)} | {(unknown == 0 ? string.Empty : Number(unknown))} |\n");
        }

        return table.ToString();
    }

    /// <summary>Hours with a part for each core: the dearest part, as much slower as cores that train side by side were measured to be.</summary>
    private static string HoursWith(Study study, int cores) => Hours(new ShardPlan(study, cores).Longest * CoreScaling.Of(cores));

    private static string Hours(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:0.000}");

    private static string Unknown(int models) => models == 0 ? string.Empty : $", and {Number(models)} models of kinds that were not measured";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
