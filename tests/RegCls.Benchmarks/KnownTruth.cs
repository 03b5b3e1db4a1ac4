using System.Globalization;
using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Tables;
using RegCls.Tables.Answers;
using RegCls.Tables.Running;

namespace RegCls.Benchmarks;

/// <summary>
/// How often `regcls compare` says what is true: tables whose truth is known, drawn anew for each seed, through the whole pipeline with a small budget. A row a table goes to a CSV file that is gone on with; then the rows
/// are summed up. The true effect of classes under a budget is no formula, so it is taken from all tables of a kind together, which are independent: their mean difference with its interval.
/// </summary>
internal static class KnownTruth
{
    private const int Rows = 240, Inputs = 4;
    private const double Injected = 0.85;
    private const string Header = "kind,seed,said_first,uniform,uniform_control,balanced,balanced_control,injected,uniform_difference,uniform_control_difference,balanced_difference,balanced_control_difference";

    private static readonly string[] Kinds = ["line", "heteroscedastic", "imbalanced", "shuffled"];

    private static OwnStudyOptions Options { get; } = new() { Profile = Profile.Smoke, Splits = 8, Trials = 3, Steps = 200, Hidden = [16, 16], Classes = [4, 16] };

    /// <summary>Adds what is missing and prints the sums.</summary>
    /// <param name="path">The CSV file.</param>
    /// <param name="seeds">Tables of each kind.</param>
    public static void Run(string path, int seeds)
    {
        HashSet<string> there = File.Exists(path) ? [.. File.ReadLines(path).Skip(1).Select(line => string.Join(',', line.Split(',').Take(2)))] : [];
        if (there.Count == 0)
        {
            File.WriteAllText(path, Header + "\n");
        }

        for (int seed = 0; seed < seeds; seed++)
        {
            foreach (string kind in Kinds)
            {
                if (!there.Contains(FormattableString.Invariant($"{kind},{seed}")))
                {
                    File.AppendAllText(path, Row(kind, seed) + "\n");
                }
            }
        }

        Console.WriteLine(Summary(path));
    }

    /// <summary>A table of a kind.</summary>
    internal static (double[,] Inputs, double[] Targets) Table(string kind, int seed)
    {
        RandomStream stream = RandomStream.Named("known truth", kind, seed);
        double[,] inputs = new double[Rows, Inputs];
        double[] targets = new double[Rows];
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < Inputs; column++)
            {
                inputs[row, column] = stream.NextUniform(-1, 1);
            }

            (double a, double b, double c) = (inputs[row, 0], inputs[row, 1], inputs[row, 2]);
            double curved = 50 + 10 * Math.Cos(3 * a) + 8 * a * b + 3 * c;
            targets[row] = kind switch
            {
                "line" => 3 + 2 * a - b + 0.5 * c,
                "heteroscedastic" or "shuffled" => curved + (0.5 + 4 * Math.Abs(b)) * stream.NextGaussian(),

                // Half of all targets within a tenth of the range, a tail to the highest.
                _ => 100 * Math.Exp(2 * a + Math.Cos(3 * b) + 0.1 * stream.NextGaussian()),
            };
        }

        if (kind == "shuffled")
        {
            stream.Shuffle(targets.AsSpan());
        }

        return (inputs, targets);
    }

    private static string Row(string kind, int seed)
    {
        (double[,] inputs, double[] targets) = Table(kind, seed);
        OwnResult result = OwnStudy.Compare(inputs, targets, Options with { Seed = seed });
        OwnComparison uniform = result.Comparisons[0], balanced = result.Comparisons[1];
        string first = result.Advice.NothingLearned ? "the mean" : result.Advice.LineIsBetter ? "a line" : "";
        return string.Join(',', new[] { kind, seed.ToString(CultureInfo.InvariantCulture), first, Word(uniform.Verdict.Outcome), Word(uniform.Verdict.Control), Word(balanced.Verdict.Outcome), Word(balanced.Verdict.Control), Word(WithEffect(result)) }
            .Concat(new[] { uniform.AgainstReg, uniform.AgainstControl, balanced.AgainstReg, balanced.AgainstControl }.Select(effect => (100 * effect.Value / effect.Reference!.Value).ToString("F3", CultureInfo.InvariantCulture))));

        static string Word(Outcome? outcome) => outcome?.Words() ?? "";
    }

    // The verdict if reg+cls had 15 % less error than reg and the control had, split by split: what the rules can see with so many splits.
    private static Outcome WithEffect(OwnResult result)
    {
        Dictionary<OwnMethod, OwnSummary> changed = result.Summaries.ToDictionary(summary => summary.Method);
        changed[OwnMethod.RegCls] = changed[OwnMethod.RegCls] with { Chosen = [.. changed[OwnMethod.RegCls].Chosen.Select(record => record with { Scores = record.Scores with { Test = Injected * Injected * record.Scores.Test } })] };
        return OwnComparison.Judge(changed, result.Splits.Average(split => (double)split.Test.Length / split.Train.Length))[0].Verdict.Outcome;
    }

    private static string Summary(string path)
    {
        string[][] all = [.. File.ReadLines(path).Skip(1).Select(line => line.Split(','))];
        List<string> lines = ["| tables | n | said first | \"holds\" (uniform, balanced) | words, uniform classes | true difference to reg, uniform; balanced (%) | right | \"holds\" after 15 % were taken off |", "|---|---|---|---|---|---|---|---|"];
        foreach (IGrouping<string, string[]> kind in all.GroupBy(row => row[0]).Where(rows => rows.Count() > 1))
        {
            string[][] rows = [.. kind];
            MeanInterval[] truths = [.. Enumerable.Range(8, 4).Select(column => MeanInterval.Of([.. rows.Select(row => double.Parse(row[column], CultureInfo.InvariantCulture))]))];
            int right = rows.Count(row => kind.Key switch
            {
                "line" => row[2] == "a line",
                "shuffled" => row[3] != "holds" && row[5] != "holds",
                _ => IsRight(row[3], truths[0], truths[1]) && IsRight(row[5], truths[2], truths[3]),
            });
            string words = string.Join(", ", rows.CountBy(row => row[3]).OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Key} {pair.Value}"));
            string first = string.Join(", ", rows.Where(row => row[2].Length > 0).CountBy(row => row[2]).Select(pair => $"{pair.Key} {pair.Value}"));
            lines.Add(FormattableString.Invariant($"| {kind.Key} | {rows.Length} | {first} | {rows.Count(row => row[3] == "holds")}, {rows.Count(row => row[5] == "holds")} | {words} | {Text(truths[0])}; {Text(truths[2])} | {right} | {rows.Count(row => row[7] == "holds")} |"));
        }

        return string.Join('\n', lines);

        static string Text(MeanInterval truth) => FormattableString.Invariant($"{truth.Mean:+0.0;-0.0} [{truth.Low:+0.0;-0.0}, {truth.High:+0.0;-0.0}]");
    }

    // A word is right if the truth of its kind of table does not contradict it; "undecided" and "described" claim nothing.
    private static bool IsRight(string word, MeanInterval truth, MeanInterval control) => word switch
    {
        "holds" or "suggested" => truth.High < 0,
        "opposite" => truth.Low > 0,
        "equivalent" => Math.Abs(truth.Mean) <= 100 * Effect.MarginShare,
        "explained by the control" => truth.High < 0 && Math.Abs(control.Mean) <= 100 * Effect.MarginShare,
        _ => true,
    };
}
