using System.CommandLine;
using System.Globalization;
using RegCls.Cli.Comparing;
using RegCls.Cli.Running;

namespace RegCls.Cli.CommandLine;

/// <summary>`regcls compare`: reg, the control and reg+cls on a table of one's own.</summary>
internal static class CompareCommand
{
    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where to write.</param>
    /// <param name="currentFolder">The folder relative paths start from.</param>
    /// <returns>The command.</returns>
    public static Command Create(Terminal terminal, string currentFolder)
    {
        var file = new Argument<string>("file") { Description = "A table with a header: .csv, .tsv, .tab or .txt, each also with .gz, or .parquet." };
        var target = new Option<string>("--y") { Description = "The column to predict.", HelpName = "column", Required = true };
        var inputs = Columns("--x", "The columns to predict from; all others if not given.");
        var categories = Columns("--category", "Columns whose numbers are names, such as codes.");
        var group = new Option<string?>("--group") { Description = "Rows with equal values in this column stay on one side of every split.", HelpName = "column" };
        var time = new Option<string?>("--time") { Description = "A column of numbers or dates: what is tested is later than what is trained on.", HelpName = "column" };
        var decimals = new Option<string?>("--decimal") { Description = "What separates decimals; asked about where it matters.", HelpName = "comma|point" };
        decimals.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.Tokens[^1].Value is not ("comma" or "point"))
            {
                result.AddError($"--decimal is '{result.Tokens[^1].Value}', expected comma or point");
            }
        });
        var classes = new Option<string>("--classes") { Description = "Numbers of classes that the search draws from.", HelpName = "numbers", DefaultValueFactory = _ => "4,16,64" };
        classes.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && Numbers(result.Tokens[^1].Value) is null)
            {
                result.AddError($"--classes is '{result.Tokens[^1].Value}', expected whole numbers of at least 2 with commas between, such as 4,16,64");
            }
        });
        var profile = ChoiceOption.Create("--profile", "How much is trained: smoke (seconds, proves the path), quick (about a minute on a table of 5,000 rows), full (what a verdict should rest on).", RunProfile.All, RunProfile.Default);
        var splits = Number("--splits", "Number of random splits, or of splits by time; the profile's if not given.", 2);
        var folds = Number("--folds", "Number of folds, instead of random splits.", 2);
        var trials = Number("--trials", "Trials of each arm's search on each split; the profile's if not given.", 1);
        var steps = Number("--steps", "Steps of each training; the profile's if not given.", 1);
        var seed = Number("--seed", "Names all random numbers; 0 if not given.", 0);
        var workers = Number("--workers", "How many models are trained at a time; one a core if not given.", 1);
        var shard = new Option<string?>("--shard") { Description = "Trains one part only, such as 2/8, into a file of its own in the output folder; the command without it then takes all parts over and answers.", HelpName = "i/n" };
        var output = new Option<string?>("--out") { Description = "The folder for report, numbers and records; NAME-compare in the current folder if not given.", HelpName = "folder" };
        var command = new Command("compare", "Does adding classes help on your table, or is it the loss scale? Searches reg, the control and reg+cls with one budget, beside the mean, a straight line and boosted trees.")
        {
            file, target, inputs, categories, group, time, decimals, classes, profile, splits, folds, trials, steps, seed, workers, shard, output,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var request = new CompareRequest(parsed.GetValue(file)!, parsed.GetValue(target)!)
            {
                Inputs = parsed.GetValue(inputs) ?? [],
                Categories = parsed.GetValue(categories) ?? [],
                Group = parsed.GetValue(group),
                Time = parsed.GetValue(time),
                Decimals = parsed.GetValue(decimals),
                Classes = Numbers(parsed.GetValue(classes)!)!,
                Profile = parsed.GetValue(profile)!,
                Splits = parsed.GetValue(splits),
                Folds = parsed.GetValue(folds),
                Trials = parsed.GetValue(trials),
                Steps = parsed.GetValue(steps),
                Seed = parsed.GetValue(seed) ?? 0,
                Workers = parsed.GetValue(workers),
                Shard = parsed.GetValue(shard),
                Output = parsed.GetValue(output),
            };
            return BundledLibrary.RunAsync(currentFolder, _ => Comparison.RunAsync(request, terminal, currentFolder, cancellation));
        });
        return command;
    }

    private static Option<string[]> Columns(string name, string description) => new(name) { Description = description, HelpName = "columns", AllowMultipleArgumentsPerToken = true };

    private static Option<int?> Number(string name, string description, int least)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "number" };
        option.Validators.Add(result =>
        {
            var value = result.Tokens.Count > 0 ? result.Tokens[^1].Value : string.Empty;
            if (!int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) || number < least)
            {
                result.AddError($"{name} is '{value}', expected a whole number of at least {least}");
            }
        });
        return option;
    }

    private static int[]? Numbers(string text)
    {
        var numbers = text.Split(',', StringSplitOptions.TrimEntries).Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).ToArray();
        return numbers.All(number => number >= 2) ? [.. numbers.Distinct()] : null;
    }
}
