using RegCls.Cli.CommandLine;
using RegCls.Cli.Notebooks;
using RegCls.Cli.Site;
using RegCls.Data;
using RegCls.Studies;
using RegCls.Studies.Searches;

namespace RegCls.Cli.StudyRuns;

/// <summary>`regcls study choose`, once the library can be loaded.</summary>
internal static class StudyChoosing
{
    /// <summary>Writes what a recorded search chose into <c>data/chosen-trials.csv</c>, whose lines of other searches stay.</summary>
    /// <param name="name">The search.</param>
    /// <param name="records">The file of its records; null for <c>data/recorded</c>.</param>
    /// <param name="terminal">Where to write the choices.</param>
    /// <param name="layout">The repository.</param>
    /// <param name="currentFolder">The folder relative paths start from.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="UserErrorException">There is no such search, or it is not recorded as a whole.</exception>
    public static int Choose(string name, string? records, Terminal terminal, RepositoryLayout layout, string currentFolder)
    {
        string[] names = [.. SearchCatalogue.All.Select(search => search.Name)];
        RandomSearch search = SearchCatalogue.All.FirstOrDefault(search => search.Name == name)
            ?? throw new UserErrorException($"'{name}' is no search, expected one of {string.Join(", ", names)}; did you mean {NearestName.Find(name, names)}?");
        string path = records is null ? Path.Combine(layout.Root, "data", "recorded", name + ".csv") : Path.GetFullPath(records, currentFolder);
        if (!File.Exists(path))
        {
            throw new UserErrorException($"{path} does not exist: record the search with `regcls study run {name} --profile full`, or name its file with --records.");
        }

        IReadOnlyList<ChosenTrial> chosen;
        try
        {
            chosen = search.Choose(new RecordFile<RunRecord>(path).Read());
        }
        catch (ArgumentException incomplete)
        {
            throw new UserErrorException(incomplete.Message);
        }

        foreach (ChosenTrial choice in chosen)
        {
            RandomTrial trial = RandomTrial.Draw(choice.Trial);
            terminal.Out.WriteLine(FormattableString.Invariant($"{choice.Condition}, {choice.Arm}: trial {choice.Trial} (learning rate {trial.LearningRate}, λ {trial.Lambda}, decay {trial.CoupledDecay}), validation MSE {choice.ValidationMse:F4}, {choice.Diverged} of {search.Trials} diverged"));
        }

        AtomicFile.WriteText(Path.Combine(layout.Root, "data", "chosen-trials.csv"), ChosenTrial.Text(names.SelectMany(other => other == name ? chosen : ChosenTrial.Read(other))));
        return ExitCode.Success;
    }
}
