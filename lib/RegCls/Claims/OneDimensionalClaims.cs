using RegCls.Binning;
using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Studies;

namespace RegCls.Claims;

/// <summary>What the paper says about the 1D study: Sec. 2.1, 2.3, 3.1, appendices A and B.</summary>
internal static class OneDimensionalClaims
{
    private static readonly Scenario Noisy = Scenario.Noisy(0.1);

    private static readonly PairedComparison<RunRecord> ValidationMse = Comparisons.TestMse with { Setting = record => (record.Configuration.Classes, record.Configuration.Lambda), Value = record => record.ValidationMse };

    public static IEnumerable<Claim> All =>
    [
        Depends("imbalance-clean", "Abstract, Fig. 3", "Clean data: the effect of a classification loss is largest when the data are imbalanced.", Scenario.Clean),
        Depends("imbalance-noisy", "Abstract, Fig. 3", "Noisy data: the effect of a classification loss is largest when the data are imbalanced.", Noisy),
        Helps("fig3-clean", "Fig. 3", "Imbalanced clean data: reg+cls has a lower test error than reg.", Scenario.Clean),
        Helps("fig3-noisy", "Fig. 3", "Imbalanced noisy data: reg+cls has a lower test error than reg.", Noisy),
        new("fig3-ood", ClaimKind.Figure, "Fig. 3", "Out of distribution the effect is smaller than on clean data.", "02 recorded", ["fig3"], records => Depending(
            records.Of("fig3"),
            Imbalanced(Scenario.Clean),
            Imbalanced(Scenario.OutOfDistribution),
            "Effect on imbalanced clean data minus effect on imbalanced out-of-distribution data, each in percent of the other arm's error, at the published λ.")),
        new("lambda-published", ClaimKind.Claim, "Sec. 2.1", "Validation finds λ = 1e2 on clean, 1e3 on noisy and 1e4 on out-of-distribution data.", "03 own", ["fig4", "fig4-ood"], records =>
        {
            ChosenLambda[] chosen = [.. ChosenLambda.Of(records.Of("fig4").Concat(records.Of("fig4-ood"))).Where(choice => choice is { Arm: Training.Arm.RegCls, ClassDefinition: ClassDefinition.Uniform })];
            int same = chosen.Count(choice => choice.Lambda == PublishedSettings.For(choice.Scenario).Lambda);
            string found = string.Join("; ", chosen.GroupBy(choice => choice.Scenario.Name).Select(scenario => $"{scenario.Key} {string.Join(", ", scenario.Select(choice => choice.Lambda.ToString("0e0", System.Globalization.CultureInfo.InvariantCulture)).Distinct())}"));
            return ClaimFinding.Within(chosen.Length - same, 0, "searches", $"{chosen.Length} searches", $"Our search on validation, for each number of classes that was searched, chose: {found}. It chose the published value in {same} of {chosen.Length} searches.");
        }),
        Exists("lambda-exists-clean", "Fig. 4", "Imbalanced clean data: there is a λ with which reg+cls is better than reg.", Scenario.Clean),
        Exists("lambda-exists-noisy", "Fig. 4", "Imbalanced noisy data: there is a λ with which reg+cls is better than reg.", Noisy),
        new("lambda-higher", ClaimKind.Figure, "Fig. 4", "Higher values of λ typically do better.", "03 search-recorded", ["fig4"], records =>
        {
            IReadOnlyList<RunRecord> all = records.Of("fig4");
            return ClaimFinding.Of(
                ValidationMse.Of(all.Where(StudyArm.RegCls.Has), High, Low),
                ValidationMse.Beyond(all, High, Low, StudyArm.RegCls.Has, StudyArm.ScaledReg.Has),
                "Validation error at λ ≥ 100 minus at λ ≤ 0.1, over both scenarios, four samplings and five C. The control's column is this difference minus the same difference of scaled reg.");

            static bool High(RunRecord record) => record.Configuration.Lambda >= 100;
            static bool Low(RunRecord record) => record.Configuration.Lambda <= 0.1;
        }),
        Wins("tab1-clean", "clean", Scenario.Clean),
        Wins("tab1-noisy", "noisy", Noisy),
        new("fig5", ClaimKind.Figure, "Fig. 5", "However strong the noise, adding a classification loss helps when the data are imbalanced.", "04 recorded", ["fig5"], records => Compared(
            records.Of("fig5"), run => run.Sampling != Sampling.Uniform, "Averaged over σ = 0.05, 0.1, 0.5, 1 and the imbalanced samplings; notebook 04 has each σ.")),
        new("fig7", ClaimKind.Figure, "Fig. 7, App. A", "Under severe sampling predictions with classes are more accurate overall than with regression alone.", "03 fig7", ["fig3"], records => Compared(
            records.Of("fig3"), run => run.Scenario == Scenario.Clean && run.Sampling == Sampling.Severe, "Clean data, severe sampling, all ten functions where the figure shows three.")),
        new("appendix-b-never-seen", ClaimKind.Claim, "Sec. 2.3, App. B", "With keep probabilities alone (Eq. 13), samples of the most frequent classes are never seen.", "03 appendix", [], records =>
        {
            Effect effect = Effect.Of(records.Severe.Select(data => (NeverSeen(data, ClassDefinition.KeepOnly), NeverSeen(data, ClassDefinition.Balanced))), "pp", "functions", scale: 100);
            return ClaimFinding.Of(effect, null, "Expected share of training samples that enter the classification loss in none of 80 epochs, severe sampling, C = 1024: keep probabilities alone minus equalised classes.", sign: 1);
        }),
        new("appendix-b-detrimental", ClaimKind.Claim, "Sec. 2.2, App. B", "A classifier that fails to converge, as with keep probabilities alone, makes adding a classification loss detrimental.", "03 appendix-recorded", ["appendix-b"], records =>
        {
            IReadOnlyList<RunRecord> all = records.Of("appendix-b");
            StudyArm keepOnly = StudyArm.RegCls with { Definition = ClassDefinition.KeepOnly };
            return ClaimFinding.Of(
                Comparisons.Of(all, keepOnly, StudyArm.RegClsBalanced),
                null,
                $"Keep probabilities alone minus equalised classes, severe sampling, published λ. The classifier is right on {100 * Accuracy(keepOnly):F0} % of the test samples with keep probabilities alone, {100 * Accuracy(StudyArm.RegClsBalanced):F0} % with equalised classes.",
                sign: 1);

            double Accuracy(StudyArm arm) => all.Where(record => arm.Includes(record.Configuration)).Average(record => record.ClassAccuracy);
        }),
        new("peak-share", ClaimKind.Claim, "Sec. 2.1, Fig. 2", "75 % of the imbalanced training samples come from the peak.", "01 variants; 05 deviations-run", [], records =>
        {
            double share = records.Severe.Average(data => data.PeakShare!.Value);
            return ClaimFinding.Within(100 * (share - 0.75), 1, "pp", "10 functions", FormattableString.Invariant($"Sampled as in the authors' code, {100 * share:F1} % do. Notebook 05 runs both: the share is not the cause of the gap."));
        }),
        new("overlap", ClaimKind.Claim, "Sec. 2.1, Fig. 1", "Out of distribution, the regions of training and test overlap by a quarter.", "01 fig1", [], _ =>
        {
            // The right ends that are cut off at 1 are left out.
            double overlap = (from function in Enumerable.Range(0, SumOfSines.Published.Count)
                              let set = FunctionDataGenerator.Generate(SumOfSines.Published[function], function, Scenario.OutOfDistribution, Sampling.Uniform, StudySeeds.Data[0]).Intervals!
                              from interval in set.Train.Concat(set.Validation).Concat(set.Test)
                              where interval.High < 1
                              select (interval.High - interval.Low) / IntervalSet.Width - 1).Average();
            return ClaimFinding.Within(100 * (overlap - 0.25), 1, "pp", "10 functions", FormattableString.Invariant($"Neighbouring regions overlap by {100 * overlap:F0} % of their width on average, as in the authors' code."));
        }),
        Definition("fig1", ClaimKind.Figure, "Fig. 1", "The three scenarios: clean, noisy, out of distribution.", "01 fig1", "An illustration: drawn from the same generator that the studies use."),
        Definition("fig2", ClaimKind.Figure, "Fig. 2", "The four samplings: uniform, mild, moderate, severe.", "01 sampling-data", "An illustration: drawn from the same generator that the studies use."),
        Definition("eq14", ClaimKind.Equation, "Eq. 14, Fig. 6", "Ten functions, sums of two sines.", "01 functions; 01 fig6", "A definition. The ten functions are the released ones."),
        Definition("tab6", ClaimKind.Table, "Tab. 6", "The networks of the 1D study.", "01 tab6", "A definition. Tests hold both networks and their gradients to an independent implementation."),
    ];

    internal static Claim Definition(string id, ClaimKind kind, string place, string text, string cell, string why) => new(id, kind, place, text, cell, [], _ => ClaimFinding.NotTestable(why));

    private static Claim Depends(string id, string place, string text, Scenario scenario) => new(id, ClaimKind.Claim, place, text, "02 recorded-paired", ["fig3"], records => Depending(
        records.Of("fig3"),
        Imbalanced(scenario),
        run => run.Scenario == scenario && run.Sampling == Sampling.Uniform,
        "Effect over mild, moderate and severe sampling minus effect under uniform sampling, each in percent of the other arm's error, five C, at the published λ."));

    private static Claim Helps(string id, string place, string text, Scenario scenario) => new(id, ClaimKind.Figure, place, text, "02 recorded-paired", ["fig3"], records => Compared(
        records.Of("fig3"), Imbalanced(scenario), "Mild, moderate and severe sampling, five C, at the published λ, which the control has too."));

    private static Claim Exists(string id, string place, string text, Scenario scenario) => new(id, ClaimKind.Figure, place, text, "03 own-verdicts", ["fig4"], records =>
    {
        IReadOnlyList<RunRecord> all = records.Of("fig4");
        return Compared(ChosenLambda.Own(all, ChosenLambda.Of(all)), Imbalanced(scenario), "Test error with the λ that each arm, the control included, chose on validation from the same eight.");
    });

    private static Claim Wins(string id, string name, Scenario scenario) => new(
        id, ClaimKind.Table, "Tab. 1", $"{char.ToUpperInvariant(name[0])}{name[1..]} data: with balanced classes, reg+cls beats reg in more runs over all λ.", "03 tab1-verdicts", ["fig4"], records => ClaimFinding.Of(
            Tab1Share.Balancing(records.Of("fig4"), scenario, againstControl: false),
            Tab1Share.Balancing(records.Of("fig4"), scenario, againstControl: true),
            "Share of runs won with balanced classes minus share with imbalanced ones. The control's column counts wins over scaled reg at the same λ.",
            sign: 1));

    // reg+cls against reg and against the control.
    private static ClaimFinding Compared(IReadOnlyList<RunRecord> records, Func<RunConfiguration, bool> where, string because) =>
        ClaimFinding.Of(Comparisons.Of(records, StudyArm.RegCls, StudyArm.Reg, where), Comparisons.Of(records, StudyArm.RegCls, StudyArm.ScaledReg, where), because);

    // How much more reg+cls gains in one part than in another, on reg and on the control, in percent.
    private static ClaimFinding Depending(IReadOnlyList<RunRecord> records, Func<RunConfiguration, bool> here, Func<RunConfiguration, bool> there, string because)
    {
        return ClaimFinding.Of(Against(StudyArm.Reg), Against(StudyArm.ScaledReg), because);

        Effect Against(StudyArm second) => Comparisons.TestMse.Dependence(records, StudyArm.RegCls.Has, second.Has, record => here(record.Configuration), record => there(record.Configuration));
    }

    private static Func<RunConfiguration, bool> Imbalanced(Scenario scenario) => run => run.Scenario == scenario && run.Sampling != Sampling.Uniform;

    private static double NeverSeen(FunctionDataSet data, ClassDefinition definition)
    {
        TrainingClasses classes = TrainingClasses.FromTargets([.. data.Train.Targets], 1024, definition);
        return Enumerable.Range(0, classes.Counts.Count).Sum(i => classes.Counts[i] * Math.Pow(1 - classes.Keep![i], 80)) / classes.Counts.Sum();
    }
}
