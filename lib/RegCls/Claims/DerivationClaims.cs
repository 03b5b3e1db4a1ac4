using RegCls.Binning;
using RegCls.Data;
using RegCls.Data.Depth;
using RegCls.Data.Labels;
using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Theory;
using RegCls.Training;

namespace RegCls.Claims;

/// <summary>What the paper derives: Sec. 2.2, 2.3, 4 and Appendix B.</summary>
internal static class DerivationClaims
{
    public static IEnumerable<Claim> All =>
    [
        new("eq1", ClaimKind.Equation, "Eq. 1–3", "Minimising the negative log-likelihood of a Gaussian is minimising the squared error.", "06 gauss", [], _ =>
        {
            // σ² · NLL − (f − y)² / 2 must not depend on f.
            double[] sigmas = [0.05, 0.5, 1, 20], predictions = [.. Enumerable.Range(-20, 41).Select(i => i / 10.0)];
            double largest = sigmas.Max(sigma => predictions.Max(f => Math.Abs(Rest(f, sigma) - Rest(0, sigma))));
            return ClaimFinding.Within(largest, 1e-9, "squared error", "4 σ, 41 predictions", "What is left of σ² · NLL after the squared error is taken off, at most; it must not change with the prediction.");

            static double Rest(double f, double sigma) => sigma * sigma * GaussianLikelihood.NegativeLog(0.3, f, sigma) - (f - 0.3) * (f - 0.3) / 2;
        }),
        OneDimensionalClaims.Definition("eq4", ClaimKind.Equation, "Eq. 4", "The loss: λ times the squared error plus the cross-entropy.", "02 arms", "A definition. Tests hold value and gradient to finite differences."),
        new("eq5", ClaimKind.Equation, "Eq. 5", "The posteriors of the imbalanced and the balanced world differ by the prior alone.", "06 posteriors; 06 agreement", [], _ =>
        {
            IdentityWorld[] worlds = [.. LabelPriors.All().Select(IdentityWorld.Of)];
            double largest = worlds.Max(world => Enumerable.Range(0, world.Reading.Count).Where(x => x % 4 == 0).Max(x => world.OnGrid(x).Zip(world.ByIdentity(x), (grid, identity) => Math.Abs(grid - identity)).Max()));
            return ClaimFinding.Within(largest, 1e-4, "probability", $"{worlds.Length} priors", "Largest difference of a probability between Bayes' rule on a grid and Eq. 5 by quadrature.");
        }),
        new("eq6", ClaimKind.Equation, "Eq. 6–8", "The balanced NLL is the imbalanced NLL plus a term that holds all of the imbalance.", "06 gap", [], _ =>
        {
            double largest = LabelPriors.All().Max(prior => Enumerable.Range(1, 9).Max(i => Enumerable.Range(1, 9).Max(j => Difference(prior, prior.Low + prior.Width * i / 10, prior.Low + prior.Width * (j - 0.5) / 10))));
            return ClaimFinding.Within(largest, 1e-3, "nats", "5 priors, 81 points each", "Largest difference between the two NLL, with Bayes' rule on a grid, and the gap by quadrature.");

            static double Difference(LabelPrior prior, double prediction, double y)
            {
                const int cells = 20_000;
                double sigma = 0.08 * prior.Width, sum = 0;
                BoundedGaussian balanced = new(prediction, sigma, prior.Low, prior.High);
                for (int i = 0; i < cells; i++)
                {
                    double at = prior.Low + prior.Width * (i + 0.5) / cells;
                    sum += balanced.Density(at) * prior.Density(at) * prior.Width / cells;
                }

                double imbalanced = balanced.Density(y) * prior.Density(y) / sum;
                return prior.Density(y) == 0 ? 0 : Math.Abs(-Math.Log(balanced.Density(y)) + Math.Log(imbalanced) - ImbalanceGap.OfGaussian(prior, prediction, sigma, y));
            }
        }),
        new("eq9", ClaimKind.Equation, "Eq. 9", "The gap can be written with classes in the place of targets.", "06 classes", [], _ =>
        {
            int[] classes = [4, 1024];
            double[] errors = ClassGapError.Mean(LabelPriors.Mixture, 0.05, classes, 2000, RandomStream.Named("claims-eq9"));
            return ClaimFinding.Within(errors[1], 0.05 * errors[0], "nats", "2,000 pairs", FormattableString.Invariant($"Mean difference between the two gaps with 1,024 classes; with 4 classes it is {errors[0]:F2} nats. It must fall below a twentieth of that."));
        }),
        new("eq10", ClaimKind.Equation, "Eq. 10–11", "With an optimal classifier the gap is zero.", "06 bounds", [], _ =>
        {
            double[] prior = LabelPriors.Tail.ClassProbabilities(100);
            double largest = Enumerable.Range(0, prior.Length).Max(i => Math.Abs(ClassGap.Of([.. prior.Select((_, c) => c == i ? 1.0 : 0)], prior, i)));
            return ClaimFinding.Within(largest, 1e-12, "nats", "100 classes", "The gap of a one-hot posterior, at most. On the way there it is bounded by the class-balanced cross-entropy, not by the one that is trained (notebook 06).");
        }),
        Gap("gap-clean", "clean", Scenario.Clean),
        Gap("gap-noisy", "noisy", Scenario.Noisy(0.1)),
        new("eq12", ClaimKind.Equation, "Eq. 12", "Equalising gives at most as many classes as there were.", "03 by-hand", [], records =>
        {
            int most = Equalised(records).Max(pair => pair.Equalised - pair.Uniform);
            return ClaimFinding.Within(Math.Max(0, most), 0, "classes", "10 functions, 5 C", "How many classes more than before equalising gives, at most; severe sampling. The paper rounds down in Eq. 12, the released code up, less one; we follow the code.");
        }),
        new("fig8", ClaimKind.Figure, "Eq. 13, 15–16, Fig. 8", "After equalising and keeping, all classes have as many samples.", "07 fig8; 08 fig8", [], _ =>
        {
            double worst = new[] { (DepthDistribution.Nyud2(), 0.0, 10.0), (AgeDistributions.AgeDb(Subset.Train), 0.0, 102.0) }.Max(set =>
            {
                TrainingClasses classes = Balanced(set.Item1, set.Item2, set.Item3);
                double[] kept = [.. classes.Counts.Zip(classes.Keep!, (count, keep) => count * keep)];
                return kept.Max() / kept.Min() - 1;
            });
            return ClaimFinding.Within(worst, 1e-9, "relative", "NYUD2-DIR depths, AgeDB-DIR ages", "Expected number of kept samples: the largest class against the smallest, with 100 classes. Equal for the classes; within a merged class targets stay as uneven as they were.");
        }),
        Decorrelates("ica-clean", "clean", Scenario.Clean),
        Decorrelates("ica-noisy", "noisy", Scenario.Noisy(0.1)),
        new("ica-theorem", ClaimKind.Claim, "Sec. 4", "Hyvärinen and Morioka: classifying segments of a signal recovers its sources in the last hidden layer, up to a linear map.", "06 ica", [], _ =>
        {
            IcaResult result = IcaExperiment.Run(new IcaOptions { Seeds = 1 })[0];
            return ClaimFinding.Within(1 - result.Contrastive, 0.1, "1 − correlation", "1 seed", FormattableString.Invariant($"Correlation of recovered with true sources {result.Contrastive:F2}; with shuffled segments {result.Shuffled:F2}. A mixing of our own making; about regression it says nothing."));
        }),
    ];

    private static Claim Gap(string id, string name, Scenario scenario) => new(
        id, ClaimKind.Claim, "Sec. 2.2", $"{char.ToUpperInvariant(name[0])}{name[1..]} data: optimising the class cross-entropy reduces the gap.", $"06 mechanism-{name}", ["mechanism"], records =>
        {
            IReadOnlyList<Verdict> verdicts = Families.Mechanism(records.Of<MechanismRecord>("mechanism"), scenario);
            return ClaimFinding.Of(Gap("reg"), Gap("scaled reg"), "Mean absolute gap of the regression over balanced test data after 80 epochs, severe sampling, C = 16.");

            Effect Gap(string second) => verdicts.Single(verdict => verdict.Question.Text == $"|G_C|: reg+cls − {second}").Question.Effect;
        });

    private static Claim Decorrelates(string id, string name, Scenario scenario) => new(
        id, ClaimKind.Claim, "Sec. 4", $"{char.ToUpperInvariant(name[0])}{name[1..]} data: a classification loss decorrelates the hidden units.", $"06 features-verdicts-{name}", ["features"], records =>
        {
            IReadOnlyList<Verdict> verdicts = Families.HiddenUnits(records.Of<FeatureRecord>("features"), scenario);
            return ClaimFinding.Of(verdicts[0].Question.Effect, verdicts[1].Question.Effect, "Mean absolute correlation of the hidden units that are active, severe sampling, C = 16. The paper leaves it for future research.");
        });

    private static IEnumerable<(int Uniform, int Equalised)> Equalised(ClaimRecords records) =>
        from data in records.Severe
        from classes in PublishedSettings.Classes
        select (classes, TrainingClasses.FromTargets([.. data.Train.Targets], classes, ClassDefinition.Balanced).Ranges.Count);

    private static TrainingClasses Balanced(LabelCounts counts, double low, double high) => TrainingClasses.FromCounts(
        ClassRanges.Uniform(low, high, 100, BelowRange.Ignore),
        ranges =>
        {
            int[] classes = new int[ranges.Count];
            for (int bin = counts.First; bin <= counts.Last; bin++)
            {
                long label = ranges.Label((counts.Bins.Lower(bin) + counts.Bins.Lower(bin + 1)) / 2);
                classes[label] += counts.InBin(bin);
            }

            return classes;
        },
        ClassDefinition.Balanced);
}
