using System.CommandLine;
using RegCls.Cli.Running;
using RegCls.Cli.StudyRuns;

namespace RegCls.Cli.CommandLine;

/// <summary>`regcls study`. Names no type of RegCls, which can only be loaded once <see cref="BundledLibrary"/> says from where.</summary>
internal static class StudyCommand
{
    private const string SplitExample = "such as 2/4 for the second of four parts";

    private static readonly string[] Profiles = [.. RunProfile.All, "paper"];

    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where to write.</param>
    /// <param name="currentFolder">The folder the repository is searched from and relative paths start from.</param>
    /// <returns>The command.</returns>
    public static Command Create(Terminal terminal, string currentFolder) => new("study", "Lists, shows and runs studies, cuts them into parts for a cluster, and merges the records of the parts.")
    {
        List(terminal, currentFolder),
        Show(terminal, currentFolder),
        Run(terminal, currentFolder),
        Merge(terminal, currentFolder),
        Choose(terminal, currentFolder),
        Plan(terminal, currentFolder),
        Measure(terminal, currentFolder),
    };

    private static Command List(Terminal terminal, string currentFolder)
    {
        var command = new Command("list", "Lists the studies and their sizes.");
        command.SetAction((_, _) => BundledLibrary.RunAsync(currentFolder, _ => Task.FromResult(StudyTables.List(terminal))));
        return command;
    }

    private static Command Show(Terminal terminal, string currentFolder)
    {
        var name = Name();
        var profile = new Option<string?>("--profile") { Description = $"One profile alone: {string.Join(", ", Profiles)}; all that the study has if not given.", HelpName = "name" };
        profile.AcceptOnlyFromAmong([.. Profiles]);
        var command = new Command("show", "Shows a study's grid, what of it is recorded, how long it takes and what it needs on disk.") { name, profile };
        command.SetAction((parsed, _) => BundledLibrary.RunAsync(currentFolder, layout => Task.FromResult(StudyTables.Show(parsed.GetValue(name)!, parsed.GetValue(profile), terminal, layout))));
        return command;
    }

    private static Command Run(Terminal terminal, string currentFolder)
    {
        var name = Name();
        var profile = ChoiceOption.Create("--profile", "How much is trained: smoke (seconds, proves the path), quick (a live demonstration), full (what verdicts rest on), paper (the paper's networks and sizes, where a study has them).", Profiles, RunProfile.Default);
        var output = new Option<string?>("--out") { Description = "The file of records, which is gone on with; data/recorded or artifacts/records in the repository if not given. A folder that is there gets the file of that name in it.", HelpName = "file" };
        var shard = new Option<string?>("--shard") { Description = $"Trains one part only, {SplitExample}.", HelpName = "i/n" };
        var workers = new Option<int?>("--workers") { Description = "How many models are trained at a time; one a core if not given.", HelpName = "number" };
        var from = new Option<string[]>("--from") { Description = "Record files of other studies: models of this study that they hold are taken over instead of trained again.", HelpName = "file", AllowMultipleArgumentsPerToken = true };
        var path = new Option<string?>("--path") { Description = "Where the data of a study that reads some are found; the environment variable REGCLS_DATA if not given.", HelpName = "folder" };
        var plan = new Option<string?>("--plan") { Description = "A file of `regcls study plan`: the part is trained only if this version cuts the study as the plan says.", HelpName = "file" };
        var wait = new Option<int?>("--wait") { Description = "How many seconds to wait for another process that writes the same file; not at all if not given.", HelpName = "seconds" };
        var network = new Option<string?>("--network") { Description = "Studies on pictures: small, or resnet50 as in the paper.", HelpName = "name" };
        network.AcceptOnlyFromAmong("small", "resnet50");
        var size = new Option<int?>("--size") { Description = "Studies on pictures: their width in pixels, such as 64 or 224 for faces.", HelpName = "pixels" };
        var weights = new Option<string?>("--weights") { Description = "Studies on pictures: a safetensors file with the weights that a ResNet-50 starts from, named as torchvision names them.", HelpName = "file" };
        var checkpoint = new Option<double?>("--checkpoint-every") { Description = "Studies on pictures: every how many minutes a training keeps its state, in a folder beside the records, so that a model that is stopped or killed goes on where it was.", HelpName = "minutes" };
        var yes = new Option<bool>("--yes") { Description = "Starts a study that takes more than a day." };
        AtLeastOne(workers);
        AtLeastOne(wait);
        AtLeastOne(size);
        checkpoint.Validators.Add(result =>
        {
            var value = result.Tokens.Count > 0 ? result.Tokens[^1].Value : string.Empty;
            if (!double.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var minutes) || !(minutes >= 0) || minutes > 100_000)
            {
                result.AddError($"--checkpoint-every is '{value}', expected a number of minutes, such as 10");
            }
        });
        var command = new Command("run", "Trains what is not recorded yet; stopped at any moment, the same command goes on.") { name, profile, output, shard, workers, from, path, plan, wait, network, size, weights, checkpoint, yes };
        command.SetAction((parsed, cancellation) =>
        {
            var request = new StudyRequest(parsed.GetValue(name)!, parsed.GetValue(profile)!, parsed.GetValue(output), parsed.GetValue(shard), parsed.GetValue(workers), parsed.GetValue(from) ?? [], parsed.GetValue(path), parsed.GetValue(plan), parsed.GetValue(wait),
                new PictureRequest(parsed.GetValue(network), parsed.GetValue(size), parsed.GetValue(weights)), parsed.GetValue(checkpoint), parsed.GetValue(yes));
            return BundledLibrary.RunAsync(currentFolder, layout => StudyTraining.RunAsync(request, terminal, layout, currentFolder, cancellation));
        });
        return command;
    }

    private static Command Merge(Terminal terminal, string currentFolder)
    {
        var files = new Argument<string[]>("file") { Description = "Record files of one study; with --from, the study's name alone.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--out") { Description = "The file to write; it is replaced only if it is one of the files.", HelpName = "file", Required = true };
        var from = new Option<string?>("--from") { Description = "The folder with the files of all parts.", HelpName = "folder" };
        var shards = new Option<int?>("--shards") { Description = "Number of parts, with --from.", HelpName = "number" };
        var profile = ChoiceOption.Create("--profile", "How much was trained, with --from.", Profiles, RunProfile.Default);
        AtLeastOne(shards);
        var command = new Command("merge", "Joins the records of a study's parts in one file.") { files, output, from, shards, profile };
        command.SetAction((parsed, _) => BundledLibrary.RunAsync(currentFolder, _ => Task.FromResult(
            parsed.GetValue(from) is { } folder
                ? StudyMerging.MergeParts(parsed.GetValue(files)!, parsed.GetValue(profile)!, parsed.GetValue(shards), folder, parsed.GetValue(output)!, terminal, currentFolder)
                : StudyMerging.Merge(parsed.GetValue(files)!, parsed.GetValue(output)!, terminal, currentFolder))));
        return command;
    }

    private static Command Choose(Terminal terminal, string currentFolder)
    {
        var name = new Argument<string>("search") { Description = "A study whose test is a study of its own, NAME-test." };
        var records = new Option<string?>("--records") { Description = "The file of its records; that in data/recorded if not given.", HelpName = "file" };
        var command = new Command("choose", "Writes the trials that a recorded search chose into data/chosen-trials.csv, for the study that tests them.") { name, records };
        command.SetAction((parsed, _) => BundledLibrary.RunAsync(currentFolder, layout => Task.FromResult(StudyChoosing.Choose(parsed.GetValue(name)!, parsed.GetValue(records), terminal, layout, currentFolder))));
        return command;
    }

    private static Command Plan(Terminal terminal, string currentFolder)
    {
        var name = new Argument<string?>("study") { Description = "A name of `regcls study list`; without one, the hours of every full study by number of cores.", Arity = ArgumentArity.ZeroOrOne };
        var profile = ChoiceOption.Create("--profile", "How much is trained.", Profiles, RunProfile.Default);
        var shards = new Option<int?>("--shards") { Description = "Number of parts of equal expected cost; 1 if not given.", HelpName = "number" };
        var output = new Option<string?>("--out") { Description = "A file that tells the part of each model, for `regcls study run --plan`.", HelpName = "file" };
        AtLeastOne(shards);
        var command = new Command("plan", "Cuts a study into parts of equal expected cost and says how long each takes.") { name, profile, shards, output };
        command.SetAction((parsed, _) => BundledLibrary.RunAsync(currentFolder, _ => Task.FromResult(
            parsed.GetValue(name) is { } study
                ? StudyPlanning.Plan(study, parsed.GetValue(profile)!, parsed.GetValue(shards) ?? 1, parsed.GetValue(output), terminal, currentFolder)
                : StudyPlanning.Table(terminal))));
        return command;
    }

    private static Command Measure(Terminal terminal, string currentFolder)
    {
        var names = new Argument<string[]>("study") { Description = "Studies of which a few models of each kind are trained, one at a time.", Arity = ArgumentArity.ZeroOrMore };
        var recorded = new Option<string[]>("--recorded") { Description = "Studies whose recorded seconds are taken for kinds that were not measured.", HelpName = "study", AllowMultipleArgumentsPerToken = true };
        var profile = ChoiceOption.Create("--profile", "The grid whose kinds are measured.", RunProfile.All, "full");
        var repeats = new Option<int?>("--repeats") { Description = "How many models of each kind are trained; 5 if not given.", HelpName = "number" };
        AtLeastOne(repeats);
        var output = new Option<string>("--out") { Description = "The table of costs, which is added to: data/costs.csv is built into the library.", HelpName = "file", Required = true };
        var path = new Option<string?>("--path") { Description = "Where the data of a study that reads some are found; the environment variable REGCLS_DATA if not given.", HelpName = "folder" };
        var command = new Command("measure", "Measures what models of each kind take, in processor time, for the parts of `regcls study plan`.") { names, recorded, profile, repeats, output, path };
        command.SetAction((parsed, cancellation) => BundledLibrary.RunAsync(currentFolder, layout => Task.Run(() => StudyMeasuring.Measure(
            parsed.GetValue(names) ?? [], parsed.GetValue(recorded) ?? [], parsed.GetValue(profile)!, parsed.GetValue(repeats) ?? 5, parsed.GetValue(output)!, parsed.GetValue(path), terminal, layout, currentFolder, cancellation))));
        return command;
    }

    private static void AtLeastOne(Option<int?> option) => option.Validators.Add(result =>
    {
        var value = result.Tokens.Count > 0 ? result.Tokens[^1].Value : string.Empty;
        if (!int.TryParse(value, out var number) || number < 1)
        {
            result.AddError($"{option.Name} is '{value}', expected a whole number of at least 1");
        }
    });

    private static Argument<string> Name() => new("study") { Description = "A name of `regcls study list`." };
}
