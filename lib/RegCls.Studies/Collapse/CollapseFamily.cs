using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>The five questions on weight decay and λ under a condition, of <c>data/verdict-rules.md</c>.</summary>
public static class CollapseFamily
{
    private static readonly PairedComparison<RunRecord> Cells = Comparisons.TestMse with { Setting = record => (record.Configuration.Lambda, record.Configuration.WeightDecay) };

    /// <summary>Judges them.</summary>
    /// <param name="records">Records of <c>collapse</c>.</param>
    /// <param name="scenario">Clean or noisy.</param>
    /// <param name="sampling">Severe or uniform.</param>
    public static IReadOnlyList<Verdict> Judge(IEnumerable<RunRecord> records, Scenario scenario, Sampling sampling)
    {
        RunRecord[] own = [.. records.Where(record => record.Configuration.Scenario == scenario && record.Configuration.Sampling == sampling)];
        double lambda = PublishedSettings.For(scenario).Lambda, decay = PublishedSettings.WeightDecay;
        return Verdict.Judge(
        [
            new Question("without classes, at equal ratio: factor above 1 − below 1", OneKnob(own), Sign: 0),
            new Question("reg+cls − scaled reg, at equal factor and decay", Cells.Of(
                own.Where(record => record.Configuration.Optimiser == Optimiser.Adam && CollapseStudy.ClassLambdas.Contains(record.Configuration.Lambda)), HasClasses, record => !HasClasses(record))),
            new Question($"reverse control: reg+cls with decay × λ − reg", Cells.Of(
                own.Where(record => record.Configuration.Optimiser == Optimiser.Adam),
                record => HasClasses(record) && record.Configuration.Lambda == lambda && record.Configuration.WeightDecay == decay * lambda,
                record => record.Configuration.Arm == Arm.Reg && record.Configuration.WeightDecay == decay)),
            Best(own, Optimiser.Adam, "each at its best coupled decay"),
            Best(own, Optimiser.AdamW, "each at its best decoupled decay"),
        ]);
    }

    /// <summary>The settings, of those that all arms have, with the lowest validation MSE over functions and seeds; reg's are those with λ = 1.</summary>
    /// <param name="records">Records of one condition.</param>
    /// <param name="arm">The arm.</param>
    /// <param name="optimiser">Adam: coupled decay, none among them; AdamW: decoupled.</param>
    public static (double Lambda, double Decay) Choose(IEnumerable<RunRecord> records, Arm arm, Optimiser optimiser) => records
        .Where(record => record.Configuration.Optimiser == optimiser && record.Configuration.Arm.HasClasses() == arm.HasClasses())
        .Where(record => arm == Arm.Reg ? record.Configuration.Lambda == 1 : CollapseStudy.ClassLambdas.Contains(record.Configuration.Lambda))
        .GroupBy(record => (record.Configuration.Lambda, record.Configuration.WeightDecay))
        .Select(setting => (setting.Key, Mse: setting.Average(record => record.ValidationMse)))
        .Where(setting => double.IsFinite(setting.Mse))
        .MinBy(setting => setting.Mse).Key;

    private static Question Best(RunRecord[] records, Optimiser optimiser, string text)
    {
        return new Question($"{text}: reg+cls − reg", Between(Arm.Reg), Control: Between(Arm.ScaledReg));

        Effect Between(Arm second) => Cells.Of(records, At(Arm.RegCls), At(second));

        Func<RunRecord, bool> At(Arm arm)
        {
            (double lambda, double decay) = Choose(records, arm, optimiser);
            return record => record.Configuration.Optimiser == optimiser && record.Configuration.Arm.HasClasses() == arm.HasClasses() && record.Configuration.Lambda == lambda && record.Configuration.WeightDecay == decay;
        }
    }

    // Of each function, over the ratios that pairs on both sides of 1 have: the mean of each side.
    private static Effect OneKnob(RunRecord[] records) => Effect.Of(
        from function in records.Where(record => !HasClasses(record) && record.Configuration is { Optimiser: Optimiser.Adam, WeightDecay: > 0 }).GroupBy(record => record.Configuration.Function)
        let ratios = function.GroupBy(record => Math.Round(Math.Log10(record.Configuration.WeightDecay / record.Configuration.Lambda), 3))
            .Where(ratio => ratio.Any(record => record.Configuration.Lambda > 1) && ratio.Any(record => record.Configuration.Lambda < 1))
            .ToArray()
        orderby function.Key
        select (ratios.Average(ratio => Mean(ratio.Where(record => record.Configuration.Lambda > 1))), ratios.Average(ratio => Mean(ratio.Where(record => record.Configuration.Lambda < 1)))),
        "MSE",
        "functions");

    private static double Mean(IEnumerable<RunRecord> records) => records.Average(record => record.TestMse);

    private static bool HasClasses(RunRecord record) => record.Configuration.Arm.HasClasses();
}
