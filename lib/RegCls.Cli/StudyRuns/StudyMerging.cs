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
}
