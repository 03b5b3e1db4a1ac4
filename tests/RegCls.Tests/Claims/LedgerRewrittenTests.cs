using System.Globalization;
using MathNet.Numerics.Distributions;
using RegCls.Claims;
using RegCls.Data;
using Row = System.Collections.Generic.Dictionary<string, string>;

namespace RegCls.Tests.Claims;

/// <summary>Every compared line of the ledger, derived anew from the lines of the record files: nothing of the library but the file names and one statement about data.</summary>
public class LedgerRewrittenTests
{
    private static readonly string[] Imbalanced = ["Mild", "Moderate", "Severe"];

    private readonly Dictionary<string, List<Row>> files = [];

    [Fact]
    public void Words_effects_intervals_and_corrected_p_values_are_those_of_a_rewrite()
    {
        List<(string Id, int Sign, bool Described, Sample Effect, Sample? Control)> lines = [.. Lines()];
        Dictionary<string, ClaimRow> ledger = ClaimFile.Read(DataFiles.Find("claims.csv")).ToDictionary(row => row.Id);
        Assert.Equal(ledger.Values.Where(row => row.EffectMargin.Length > 0).Select(row => row.Id).Order(), lines.Select(line => line.Id).Append("appendix-b-never-seen").Order());

        // It has no record: its p-value counts in the family.
        double unseen = ClaimLedger.Claims.Single(claim => claim.Id == "appendix-b-never-seen").Judge(new ClaimRecords()).Effect!.Interval.PValue;
        Dictionary<string, double> effects = Holm([("appendix-b-never-seen", unseen), .. lines.Where(Judged).Select(line => (line.Id, line.Effect.P))]);
        Dictionary<string, double> controls = Holm([.. lines.Where(line => Judged(line) && line.Control is not null).Select(line => (line.Id, line.Control!.P))]);
        foreach ((string id, int sign, bool described, Sample effect, Sample? control) in lines)
        {
            ClaimRow row = ledger[id];
            string word = Word(effect, effects.GetValueOrDefault(id, double.NaN), sign);
            string against = control is null ? "" : Word(control, controls.GetValueOrDefault(id, double.NaN), sign);
            Assert.Equal((id, word == "holds" && against == "equivalent" ? "explained by the control" : word, against), (id, row.Verdict, row.ControlVerdict));
            Near(row.Effect, effect.Mean);
            Near(row.EffectLow, effect.Low);
            Near(row.EffectHigh, effect.High);
            Near(row.EffectMargin, effect.Margin);
            Near(row.EffectPValue, effects.GetValueOrDefault(id, double.NaN));
            Near(row.ControlEffect, control?.Mean ?? double.NaN);
            Near(row.ControlLow, control?.Low ?? double.NaN);
            Near(row.ControlHigh, control?.High ?? double.NaN);
            Near(row.ControlPValue, controls.GetValueOrDefault(id, double.NaN));

            void Near(string written, double now)
            {
                if (written.Length == 0)
                {
                    Assert.True(double.IsNaN(now), id);
                    return;
                }

                Assert.Equal(now, double.Parse(written, CultureInfo.InvariantCulture), 2e-5 * Math.Max(Math.Abs(now), 1e-3));
            }
        }

        static bool Judged((string, int, bool Described, Sample Effect, Sample?) line) => !line.Described && line.Effect.Units >= 6;
    }

    // The rewrite: ten lines from differences to a word.
    private static string Word(Sample sample, double p, int sign) =>
        double.IsNaN(p) ? "described"
        : Math.Max(-sample.Low, sample.High) <= sample.Margin ? "equivalent"
        : sample.Low <= 0 && sample.High >= 0 ? "undecided"
        : sample.Mean * sign <= 0 ? "opposite"
        : p < 0.05 ? "holds" : "suggested";

    private static Dictionary<string, double> Holm(List<(string Id, double P)> family)
    {
        double highest = 0;
        return family.OrderBy(one => one.P).Select((one, i) => (one.Id, P: highest = Math.Max(highest, Math.Min(1, (family.Count - i) * one.P)))).ToDictionary(one => one.Id, one => one.P);
    }

    private static Sample Of(double[] values, double margin)
    {
        int n = values.Length;
        double mean = values.Average(), s = Math.Sqrt(values.Average(x => x * x) - mean * mean), g = values.Average(x => Math.Pow((x - mean) / s, 3)), t = StudentT.InvCDF(0, 1, n - 1, 0.975) / Math.Sqrt(n - 1), z = mean / s;
        double Back(double x) => 3 / g * (Math.Cbrt(1 + g * x - g * g / (6 * n)) - 1);
        double P(double x) => 2 * (1 - StudentT.CDF(0, 1, n - 1, Math.Abs(x) * Math.Sqrt(n - 1)));
        return new Sample(mean, mean - s * Math.Max(t, Back(t)), mean + s * Math.Max(t, -Back(-t)), Math.Max(P(z), P(z + g * z * z / 3 + g * g * z * z * z / 27 + g / (6 * n))), margin, n);
    }

    private static Sample Difference(IEnumerable<(double First, double Second)> units, double scale = 1)
    {
        (double First, double Second)[] all = [.. units];
        return Of([.. all.Select(unit => scale * (unit.First - unit.Second))], 0.05 * scale * Math.Abs(all.Average(unit => unit.Second)));
    }

    private static Sample Percents(IEnumerable<(double First, double Second)> here, IEnumerable<(double First, double Second)> there) =>
        Of([.. here.Zip(there, (one, other) => 100 * (one.First / one.Second - other.First / other.Second))], 5);

    private IEnumerable<(string Id, int Sign, bool Described, Sample Effect, Sample? Control)> Lines()
    {
        foreach ((string name, string scenario) in new[] { ("clean", "Clean"), ("noisy", "Noisy") })
        {
            yield return Both($"imbalance-{name}", other => Percents(OneD("fig3", scenario, Imbalanced, other), OneD("fig3", scenario, ["Uniform"], other)));
            yield return Both($"fig3-{name}", other => Difference(OneD("fig3", scenario, Imbalanced, other)));
            yield return Both($"lambda-exists-{name}", other => Difference(OneD("fig4", scenario, Imbalanced, other, Chosen(scenario))));
            yield return Both($"tab1-{name}", other => Difference(Wins(scenario, other), 100), sign: 1);
            yield return Both($"gap-{name}", other => Difference(Units("mechanism", "function", row => row["scenario"] == scenario && row["epochs"] == "80", row => row["arm"] == "RegCls", row => row["arm"] == other, "gap")));
            yield return Both($"ica-{name}", other => Difference(Units("features", "function", row => row["scenario"] == scenario && row["mean_absolute_correlation"] is not ("" or "NaN"), row => row["arm"] == "RegCls", row => row["arm"] == other, "mean_absolute_correlation", "data_seed")));
        }

        yield return Both("fig3-ood", other => Percents(OneD("fig3", "Clean", Imbalanced, other), OneD("fig3", "OutOfDistribution", Imbalanced, other)));
        yield return Both("fig5", other => Difference(OneD("fig5", "Noisy", Imbalanced, other)));
        yield return Both("fig7", other => Difference(OneD("fig3", "Clean", ["Severe"], other)));
        (double, double)[] classes = [.. Lambdas("RegCls")], control = [.. Lambdas("ScaledReg")];
        yield return ("lambda-higher", -1, false, Difference(classes), Difference(classes.Zip(control, (one, two) => (one.Item1 - one.Item2 + two.Item2, two.Item1))));
        yield return ("appendix-b-detrimental", 1, false, Difference(Units("appendix-b", "function", _ => true, row => row["variation"] == "classes=KeepOnly", row => row["variation"] == "classes=Balanced", "test_mse")), null);

        foreach ((string id, string first, string? count, string column) in new[]
        {
            ("tab2", "RegCls", null, "best_val_rmse_all"), ("tab2-balanced", "RegClsBalanced", null, "best_val_rmse_all"), ("tab2-test-100", "RegCls", "100", "best_test_rmse_all"), ("tab2-test-10-balanced", "RegClsBalanced", "10", "best_test_rmse_all"),
        })
        {
            yield return Both(id, other => Difference(Units("depth-rooms", "fold", _ => true, row => row["method"] == first && (count is null || row["classes"] == count), row => row["method"] == other, column))) with { Described = count is not null };
        }

        yield return ("tab4-depth", -1, false, Percents(Pair("depth-rooms", "fold", "RegCls", "Reg", "best_val_rmse_all"), Pair("depth-rooms", "fold", "RegClsBalancedSamples", "RegBalancedSamples", "best_val_rmse_all")), null);
        yield return ("tab3", -1, false, Difference(Units("age-utk", "seed", Undecayed, row => row["method"] == "RegCls", row => row["method"] == "Reg", "test_mae_all")), null);
        yield return ("tab3-balanced", -1, false, Difference(Units("age-utk", "seed", Undecayed, row => row["method"] == "RegClsBalanced", row => row["method"] == "Reg", "test_mae_all")), null);
        yield return ("tab3-best", -1, false, Difference(Units("age-utk", "seed", Undecayed, row => (row["method"], row["classes"]) == ("RegClsBalanced", "100"), row => (row["method"], row["classes"]) == ("RegCls", "100"), "test_mae_all")), null);
        yield return ("tab3-on-par", 0, false, Difference(Units("age-utk", "seed", Undecayed, row => (row["method"], row["classes"]) == ("RegClsBalanced", "100"), row => row["method"] == "Kernel", "test_mae_few")), null);
        yield return ("tab4-age", -1, false, Percents(Pair("age-utk", "seed", "RegCls", "Reg", "test_mae_all"), Pair("age-utk", "seed", "RegClsKept", "RegKept", "test_mae_all")), null);
        string lambda = File("age-utk").First(row => row["method"] == "RegCls" && !Undecayed(row))["lambda"];
        yield return Both("tab3-decay", other => Difference(Units("age-utk", "seed", row => !Undecayed(row), row => row["method"] == "RegCls", row => row["method"] == other && (other == "Reg" || row["lambda"] == lambda), "test_mae_all")));

        foreach ((string id, string target, double scale) in new[] { ("tab5a", "Fraction", 100.0), ("tab5b", "Frames", 1.0) })
        {
            yield return Both(id, other => Difference(Arms(target, "RegCls", other), scale));
        }

        yield return ("tab5b-balanced", 0, false, Difference(Arms("Frames", "RegClsBalanced", "RegCls")), null);
        yield return ("tab5-relu", -1, false, Difference(Arms("Frames", "Reg", "Cte")), null);
        yield return ("appendix-c", 1, false, Difference(
            File("video-msr-persons").Where(row => (row["arm"], row["target"]) == ("Reg", "Fraction") && double.IsFinite(Number(row, "short_rmse") + Number(row, "middle_rmse") + Number(row, "long_rmse"))).GroupBy(row => row["task"])
                .Select(task => (task.Average(row => (Number(row, "short_rmse") + Number(row, "long_rmse")) / 2), task.Average(row => Number(row, "middle_rmse")))),
            100), null);
    }

    private static (string Id, int Sign, bool Described, Sample Effect, Sample? Control) Both(string id, Func<string, Sample> against, int sign = -1) => (id, sign, false, against("Reg"), against("ScaledReg"));

    private static bool Undecayed(Row row) => Number(row, "weight_decay") == 0;

    private IEnumerable<(double, double)> OneD(string file, string scenario, string[] samplings, string second, HashSet<(string, string, string, string)>? chosen = null) => Units(
        file, "function", row => row["scenario"] == scenario && samplings.Contains(row["sampling"]) && (chosen is null || row["arm"] == "Reg" || chosen.Contains((row["arm"], row["classes"], row["variation"], row["lambda"]))),
        row => row["arm"] == "RegCls" && row["variation"].Length == 0, row => row["arm"] == second, "test_mse");

    private HashSet<(string, string, string, string)> Chosen(string scenario) =>
    [
        .. File("fig4").Where(row => row["scenario"] == scenario && row["arm"] != "Reg").GroupBy(row => (row["arm"], row["classes"], row["variation"]))
            .Select(setting => (setting.Key.Item1, setting.Key.Item2, setting.Key.Item3, setting.GroupBy(row => row["lambda"]).MinBy(lambda => lambda.Average(row => Number(row, "validation_mse")))!.Key)),
    ];

    private IEnumerable<(double, double)> Wins(string scenario, string second)
    {
        Dictionary<(string, string, string, string), double> errors = File("fig4").Where(row => row["scenario"] == scenario && row["arm"] == second).ToDictionary(row => Key(row, row["lambda"]), row => Number(row, "validation_mse"));
        return File("fig4").Where(row => row["scenario"] == scenario && row["arm"] == "RegCls").GroupBy(row => row["function"]).Select(function => (Share(function, "classes=Balanced"), Share(function, "")));
        double Share(IEnumerable<Row> rows, string kind) => rows.Where(row => row["variation"] == kind).Average(row => Number(row, "validation_mse") < errors[Key(row, second == "Reg" ? "1" : row["lambda"])] ? 1.0 : 0);
        static (string, string, string, string) Key(Row row, string lambda) => (row["function"], row["sampling"], row["data_seed"], lambda);
    }

    private IEnumerable<(double, double)> Lambdas(string arm) => Units(
        "fig4", "function", row => row["arm"] == arm && row["variation"].Length == 0, row => Number(row, "lambda") >= 100, row => Number(row, "lambda") <= 0.1, "validation_mse");

    private IEnumerable<(double, double)> Pair(string file, string unit, string first, string second, string column) => Units(
        file, unit, row => file != "age-utk" || Undecayed(row), row => row["method"] == first && row["classes"] == "100", row => row["method"] == second, column);

    private IEnumerable<(double, double)> Arms(string target, string first, string second) => Units("video-msr-persons", "task", row => row["target"] == target, row => row["arm"] == first, row => row["arm"] == second, "rmse");

    // Means of both sides of each unit; with a pair column, only over values of it that both sides have.
    private IEnumerable<(double, double)> Units(string file, string unit, Func<Row, bool> filter, Func<Row, bool> first, Func<Row, bool> second, string column, string? pair = null)
    {
        foreach (IGrouping<string, Row> rows in File(file).Where(filter).GroupBy(row => row[unit]).OrderBy(rows => rows.Key, StringComparer.Ordinal))
        {
            HashSet<string>? shared = pair is null ? null : [.. rows.Where(first).Select(row => row[pair]).Intersect(rows.Where(second).Select(row => row[pair]))];
            Row[] both = [.. rows.Where(row => shared is null || shared.Contains(row[pair!]))];
            yield return (both.Where(first).Average(row => Number(row, column)), both.Where(second).Average(row => Number(row, column)));
        }
    }

    private static double Number(Row row, string column) => double.Parse(row[column], CultureInfo.InvariantCulture);

    private List<Row> File(string record)
    {
        if (!files.TryGetValue(record, out List<Row>? rows))
        {
            string[] lines = System.IO.File.ReadAllLines(DataFiles.Find($"recorded/{record}.csv")), names = lines[0].Split(',');
            files[record] = rows = [.. lines.Skip(1).Select(line => names.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second))];
        }

        return rows;
    }

    private sealed record Sample(double Mean, double Low, double High, double P, double Margin, int Units);
}
