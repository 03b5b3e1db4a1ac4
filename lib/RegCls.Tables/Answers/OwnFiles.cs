using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsvHelper;
using RegCls.Data.Sets;
using RegCls.Evaluation;
using RegCls.Tables.Running;

namespace RegCls.Tables.Answers;

/// <summary>Writes an answer to a folder, each file either whole or not there.</summary>
public static class OwnFiles
{
    /// <summary>Name of the page.</summary>
    public const string Report = "report.html";

    /// <summary>Name of the answer with all numbers.</summary>
    public const string Json = "result.json";

    /// <summary>Name of the table with the chosen model of every method and split.</summary>
    public const string Csv = "chosen.csv";

    /// <summary>Name of the file of records.</summary>
    public const string Records = "records.csv";

    private static readonly JsonSerializerOptions Plain = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes <see cref="Report"/>, <see cref="Json"/> and <see cref="Csv"/>.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="folder">The folder; created.</param>
    /// <param name="command">What was typed, for the page; null where nothing was.</param>
    /// <param name="cancellation">Stops the trainings whose predictions the page draws.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Write(OwnResult result, string folder, string? command = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        string page = OwnReport.Html(result, command, cancellation);
        CacheFiles.Write(Path.Combine(folder, Csv), path => WriteChosen(result, path));
        CacheFiles.Write(Path.Combine(folder, Json), path => File.WriteAllText(path, Answer(result).ToJsonString(Plain) + "\n"));
        CacheFiles.Write(Path.Combine(folder, Report), path => File.WriteAllText(path, page));
    }

    private static void WriteChosen(OwnResult result, string path)
    {
        using StreamWriter writer = new(path) { NewLine = "\n" };
        using CsvWriter csv = new(writer, CultureInfo.InvariantCulture);
        foreach (string column in new[] { "method", "split", "rmse", "mae", "rmse_frequent", "rmse_between", "rmse_rare", "validation_rmse", "settings_tried", "learning_rate", "weight_decay", "decoupled", "lambda", "classes" })
        {
            csv.WriteField(column);
        }

        csv.NextRecord();
        foreach (OwnSummary summary in result.Summaries)
        {
            foreach (OwnRecord record in summary.Chosen)
            {
                csv.WriteField(summary.Method.Name());
                csv.WriteField(record.Configuration.Split + 1);
                OwnScores scores = record.Scores;
                foreach (double error in new[] { Math.Sqrt(scores.Test), scores.Mae, Math.Sqrt(scores.Many), Math.Sqrt(scores.Medium), Math.Sqrt(scores.Few), Math.Sqrt(scores.Validation) })
                {
                    csv.WriteField(double.IsNaN(error) ? "" : error.ToString("R", CultureInfo.InvariantCulture));
                }

                csv.WriteField(summary.Trials);
                OwnTrial? trial = record.Trial;
                bool hasLambda = summary.Method > OwnMethod.Reg, hasClasses = summary.Method > OwnMethod.ScaledReg;
                csv.WriteField(trial?.LearningRate);
                csv.WriteField(trial?.WeightDecay);
                csv.WriteField(trial is null ? "" : trial.Decoupled ? "yes" : "no");
                csv.WriteField(hasLambda ? trial?.Lambda : null);
                csv.WriteField(hasClasses ? trial?.Classes : null);
                csv.NextRecord();
            }
        }
    }

    private static JsonObject Answer(OwnResult result) => new()
    {
        ["source"] = Path.GetFileName(result.Data.Source),
        ["table"] = result.Data.Hash,
        ["target"] = result.Data.Options.Target,
        ["inputs"] = Array(result.Data.InputNames.Select(name => (JsonNode)name)),
        ["rows"] = result.Data.Rows,
        ["rowsRead"] = result.Data.RowsRead,
        ["profile"] = result.Options.Profile.ToString().ToLowerInvariant(),
        ["seed"] = result.Options.Seed,
        ["splits"] = result.Splits.Count,
        ["trials"] = result.Options.Budget.Trials,
        ["steps"] = result.Options.Budget.Steps,
        ["classes"] = Array(result.Options.Classes.Select(count => (JsonNode)count)),
        ["duplicateShare"] = result.DuplicateShare,
        ["notes"] = Array(result.Data.Notes.Select(note => (JsonNode)note)),
        ["warnings"] = Array(result.Advice.Warnings.Select(warning => (JsonNode)warning)),
        ["verdicts"] = Array(result.Advice.Verdicts.Select(verdict => (JsonNode)verdict)),
        ["toDo"] = result.Advice.ToDo,
        ["methods"] = Array(result.Summaries.Select(summary => (JsonNode)new JsonObject
        {
            ["method"] = summary.Method.Name(),
            ["settingsTried"] = summary.Trials,
            ["rmse"] = Number(summary.Rmse),
            ["mae"] = Number(summary.Mae),
            ["rmseFrequent"] = Number(summary.RmseOf(OwnPart.Many)),
            ["rmseBetween"] = Number(summary.RmseOf(OwnPart.Medium)),
            ["rmseRare"] = Number(summary.RmseOf(OwnPart.Few)),
        })),
        ["comparisons"] = Array(result.Comparisons.Select(comparison => (JsonNode)new JsonObject
        {
            ["method"] = comparison.Method.Name(),
            ["over"] = comparison.Part.Name(),
            ["againstReg"] = Of(comparison.AgainstReg, comparison.Verdict.PValue, comparison.Verdict.Outcome),
            ["againstControl"] = Of(comparison.AgainstControl, comparison.Verdict.ControlPValue, comparison.Verdict.Control ?? Outcome.Described),
        })),
    };

    private static JsonObject Of(Effect effect, double? p, Outcome word) => new()
    {
        ["difference"] = Number(effect.Value),
        ["low"] = Number(effect.Low),
        ["high"] = Number(effect.High),
        ["margin"] = Number(effect.Margin),
        ["splits"] = effect.Units,
        ["p"] = p is { } value ? Number(value) : null,
        ["verdict"] = word.Words(),
    };

    private static JsonValue? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    private static JsonArray Array(IEnumerable<JsonNode> nodes) => new([.. nodes]);
}
