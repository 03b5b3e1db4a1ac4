using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using RegCls.Data.Sets;

namespace RegCls.Cli.DataSets;

/// <summary>A report as JSON, for programs.</summary>
internal static class DataSetJson
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The report: found, used and left out as numbers, parts side by side, problems with examples, and why a training would refuse it.</summary>
    /// <param name="name">The data set's name.</param>
    /// <param name="report">What was found.</param>
    public static string Of(string name, DataReport report)
    {
        var accounting = report.Accounting;
        return new JsonObject
        {
            ["dataSet"] = name,
            ["source"] = report.Source,
            ["trainable"] = report.Refusals.Count == 0,
            ["refusals"] = new JsonArray([.. report.Refusals.Select(refusal => JsonValue.Create(refusal))]),
            ["unit"] = accounting.Unit,
            ["found"] = accounting.Found,
            ["used"] = accounting.Used,
            ["leftOut"] = accounting.LeftOut,
            ["noSamples"] = accounting.NoSamples,
            ["facts"] = Facts(report.Facts),
            ["splitRule"] = report.SplitRule,
            ["parts"] = new JsonArray([.. report.Parts.Select(part => new JsonObject { ["name"] = part.Name, ["count"] = part.Count, ["facts"] = Facts(part.Facts) })]),
            ["histogram"] = new JsonArray([.. report.Histogram.Select(range => new JsonObject { ["range"] = range.Range, ["count"] = range.Count })]),
            ["problems"] = new JsonArray([.. report.Problems.Select(Problem)]),
        }.ToJsonString(Readable);
    }

    private static JsonObject Facts(IEnumerable<(string Name, string Value)> facts) => new(facts.Select(fact => KeyValuePair.Create(fact.Name, (JsonNode?)JsonValue.Create(fact.Value))));

    private static JsonObject Problem(ProblemSummary problem) => new()
    {
        ["kind"] = problem.Kind.ToString(),
        ["name"] = problem.Kind.DisplayName(),
        ["effect"] = problem.Kind.Effect().ToString(),
        ["count"] = problem.Count,
        ["examples"] = new JsonArray([.. problem.Examples.Select(example => JsonValue.Create(example))]),
    };
}
