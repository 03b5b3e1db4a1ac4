using RegCls.Cli.CommandLine;
using RegCls.Studies;

namespace RegCls.Cli.StudyRuns;

/// <summary>`regcls study merge`, once the library can be loaded.</summary>
internal static class StudyMerging
{
    /// <summary>Joins record files and says what is missing.</summary>
    /// <param name="files">The files, relative to the current folder.</param>
    /// <param name="output">The file to write.</param>
    /// <param name="terminal">Where to write the report.</param>
    /// <param name="currentFolder">The folder relative paths start from.</param>
    /// <returns>The exit code: success also where models are missing, for a sweep may be merged while parts of it still run.</returns>
    public static int Merge(IReadOnlyList<string> files, string output, Terminal terminal, string currentFolder)
    {
        string[] inputs = [.. files.Select(file => Path.GetFullPath(file, currentFolder))];
        var target = Path.GetFullPath(output, currentFolder);
        var merged = StudyCatalogue.Merge(inputs, target);
        var repeated = merged.Duplicates == 0 ? string.Empty : $" ({merged.Duplicates} lines repeated a record)";
        terminal.Out.WriteLine($"{merged.Records.Count} records from {(inputs.Length == 1 ? "1 file" : $"{inputs.Length} files")}{repeated}: {target}");
        foreach (var coverage in merged.Studies)
        {
            var title = $"{coverage.Study.Name} {StudyNames.Of(coverage.Study.Profile)}";
            terminal.Out.WriteLine(coverage.Missing.Count == 0 ? $"{title}: no model is missing" : $"{title}: {coverage.Missing.Count} of {coverage.Study.Runs.Count} models are missing");
            // A profile may be part of another; the parts are told of the one that the files nearly fill.
            foreach (var (shard, missing) in merged.Shards is { } shards && coverage == merged.Studies[0] ? coverage.MissingShards(shards) : [])
            {
                terminal.Out.WriteLine($"  part {shard.Index} of {shard.Count} lacks {missing}: regcls study run {coverage.Study.Name} --profile {StudyNames.Of(coverage.Study.Profile)} --shard {shard.Index}/{shard.Count}");
            }
        }

        return ExitCode.Success;
    }

    /// <summary>Joins the files of all parts of a study, or says which parts are missing and how many models each lacks.</summary>
    /// <param name="names">The study's name, alone.</param>
    /// <param name="profile">The profile's name.</param>
    /// <param name="shards">Number of parts.</param>
    /// <param name="from">The folder with the files.</param>
    /// <param name="output">The file to write.</param>
    /// <param name="terminal">Where to write the report.</param>
    /// <param name="currentFolder">The folder relative paths start from.</param>
    /// <returns>The exit code: a failure where models are missing; nothing is written then.</returns>
    /// <exception cref="UserErrorException">The study or the number of parts is not told.</exception>
    public static int MergeParts(IReadOnlyList<string> names, string profile, int? shards, string from, string output, Terminal terminal, string currentFolder)
    {
        if (names.Count != 1)
        {
            throw new UserErrorException($"with --from, merge takes the name of one study, got {string.Join(", ", names)}: the files are found by their names.");
        }

        var count = shards ?? throw new UserErrorException("--from needs the number of parts too: --shards N.");
        var (entry, folder, target) = (StudyNames.Require(names[0]), Path.GetFullPath(from, currentFolder), Path.GetFullPath(output, currentFolder));
        var merged = entry.MergeParts(StudyNames.Profile(profile), count, folder, target);
        var coverage = merged.Studies[0];
        if (coverage.Missing.Count == 0)
        {
            var repeated = merged.Duplicates == 0 ? string.Empty : $" ({merged.Duplicates} lines repeated a record)";
            terminal.Out.WriteLine($"{names[0]} {profile}: all {merged.Records.Count} records of {count} parts{repeated}: {target}");
            return ExitCode.Success;
        }

        terminal.WriteError($"{names[0]} {profile}: {coverage.Missing.Count} of {coverage.Study.Runs.Count} models are missing in {folder}, so {target} is not written; run these parts and merge again.");
        foreach (var (shard, missing) in coverage.MissingShards(count))
        {
            var file = Path.Combine(folder, shard.FileName(coverage.Study));
            terminal.Out.WriteLine($"  part {shard.Index} of {count} lacks {missing}{(File.Exists(file) ? string.Empty : " (no file)")}: regcls study run {names[0]} --profile {profile} --shard {shard.Index}/{count} --out {folder}");
        }

        return ExitCode.StudyFailed;
    }
}
