using CsCheck;
using RegCls.Theory;

namespace RegCls.Tests.Theory;

public class ClassGapTests
{
    private static readonly Gen<double[]> Distribution = Gen.Select(Gen.Double[0.3, 9], Gen.Double[-5, 5].Array[2, 12])
        .Select((scale, logits) => Softmax([.. logits.Select(logit => scale * logit)]));

    private static readonly Gen<(double[] Posterior, double[] Prior, int TrueClass)> Case =
        from prior in Distribution
        from logits in Gen.Double[-30, 30].Array[prior.Length]
        from trueClass in Gen.Int[0, prior.Length - 1]
        select (Softmax(logits), prior, trueClass);

    [Fact]
    public void By_hand()
    {
        // p = (0.8, 0.2), q = (0.5, 0.5): Σ q p = 0.5.
        Assert.Equal(Math.Log(0.8 / 0.5), ClassGap.Of([0.5, 0.5], [0.8, 0.2], 0), 1e-12);
        Assert.Equal(Math.Log(0.2 / 0.5), ClassGap.Of([0.5, 0.5], [0.8, 0.2], 1), 1e-12);
        Assert.Equal(0, ClassGap.Of([0, 1], [0.8, 0.2], 1), 1e-12);
        Assert.Equal(4, ClassGap.Ratio([0.8, 0.2], 1), 1e-12);
        Assert.Equal(Math.Log(4), ClassGap.CrossEntropy([0.25, 0.75], 0), 1e-12);
    }

    [Fact]
    public void It_lies_between_the_bounds() => Case.Sample(
        c =>
        {
            double gap = ClassGap.Of(c.Posterior, c.Prior, c.TrueClass), ce = ClassGap.CrossEntropy(c.Posterior, c.TrueClass), r = ClassGap.Ratio(c.Prior, c.TrueClass);
            // 1 - q is known to about 2e-16 only, and the bound multiplies it by r.
            double slack = 1e-9 * (1 + ce) + 4e-16 * r;
            Assert.InRange(gap, ClassGap.SharpLowerBound(ce, r) - slack, ce + slack);
            Assert.True(ClassGap.LowerBound(ce, r) <= ClassGap.SharpLowerBound(ce, r) + slack);
        },
        iter: 5_000);

    [Fact]
    public void Its_mean_size_is_bounded_by_the_balanced_cross_entropy() =>
        (from prior in Distribution
         from logits in Gen.Double[-8, 8].Array[prior.Length].Array[prior.Length]
         select (prior, logits)).Sample(
            c =>
            {
                double mean = 0, balanced = 0;
                for (int i = 0; i < c.prior.Length; i++)
                {
                    double[] q = Softmax(c.logits[i]);
                    mean += c.prior[i] * Math.Abs(ClassGap.Of(q, c.prior, i));
                    balanced += ClassGap.CrossEntropy(q, i);
                }

                Assert.True(mean <= c.prior.Max() * balanced + 1e-9);
            },
            iter: 2_000);

    [Fact]
    public void The_bounds_are_tight_where_the_text_says()
    {
        // Above: the rest of the posterior is on classes that never occur.
        Assert.Equal(ClassGap.CrossEntropy([0.3, 0.7, 0], 0), ClassGap.Of([0.3, 0.7, 0], [0.4, 0, 0.6], 0), 1e-12);
        // Below: the rest is on the most frequent class.
        double[] prior = [0.01, 0.09, 0.9], q = [0.6, 0, 0.4];
        Assert.Equal(ClassGap.SharpLowerBound(ClassGap.CrossEntropy(q, 0), 90), ClassGap.Of(q, prior, 0), 1e-12);
        // -log r for a classifier that is sure of the most frequent class; (1 - r) CE for one that is nearly right.
        Assert.Equal(-Math.Log(90), ClassGap.Of([1e-13, 0, 1 - 1e-13], prior, 0), 1e-9);
        double[] nearly = [1 - 1e-6, 0, 1e-6];
        Assert.Equal(1, ClassGap.Of(nearly, prior, 0) / ClassGap.LowerBound(ClassGap.CrossEntropy(nearly, 0), 90), 1e-3);
    }

    [Fact]
    public void Its_size_is_not_bounded_by_the_cross_entropy_and_the_training_cross_entropy_does_not_control_its_mean()
    {
        double[] prior = [0.01, 0.99], q = [0.5, 0.5];
        Assert.True(Math.Abs(ClassGap.Of(q, prior, 0)) > 5 * ClassGap.CrossEntropy(q, 0));

        LeakyClassifier leaky = new(LabelPriors.AgeDb().ClassProbabilities(51), 0.01);
        Assert.Equal(-Math.Log(0.99) * (1 - LabelPriors.AgeDb().ClassProbabilities(51).Max()), leaky.TrainingCrossEntropy, 1e-12);
        Assert.True(leaky.MeanAbsoluteGap > leaky.TrainingCrossEntropy);
        Assert.True(leaky.MeanAbsoluteGap <= leaky.Bound);
        // By hand: two of three classes leak, so the sum of their cross-entropies is -2 log 0.9, and p_max is 0.7.
        Assert.Equal(-1.4 * Math.Log(0.9), new LeakyClassifier([0.1, 0.7, 0.2], 0.1).Bound, 1e-12);
    }

    [Fact]
    public void Sharper_posteriors_close_it_if_right_and_open_it_if_wrong()
    {
        double[] prior = [0.05, 0.15, 0.8], right = [0.5, 0.3, 0.2], wrong = [0.2, 0.3, 0.5];
        double[] temperatures = [4, 1, 0.3, 0.02];
        double[] closing = [.. temperatures.Select(t => Math.Abs(ClassGap.Of(ClassGap.AtTemperature(right, t), prior, 0)))];
        Assert.Equal(closing.OrderDescending(), closing);
        Assert.Equal(0, closing[^1], 1e-9);
        double[] opening = [.. temperatures.Select(t => ClassGap.Of(ClassGap.AtTemperature(wrong, t), prior, 0))];
        Assert.Equal(opening.OrderDescending(), opening);
        Assert.Equal(-Math.Log(16), opening[^1], 1e-9);
        Assert.Equal(right, ClassGap.AtTemperature(right, 1), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([1.0 / 3, 1.0 / 3, 1.0 / 3], ClassGap.AtTemperature(right, 1e9), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void The_posterior_of_a_regression_is_its_Gaussian_integrated_over_the_classes()
    {
        BoundedGaussian balanced = new(0.62, 0.1, 0, 1);
        double[] q = ClassGap.Posterior(balanced, 0, 1, 8);
        Assert.Equal(1, q.Sum(), 1e-12);
        for (int c = 0; c < 8; c++)
        {
            Assert.Equal(Enumerable.Range(0, 2000).Sum(i => balanced.Density((c + (i + 0.5) / 2000) / 8) / 8 / 2000), q[c], 1e-8);
        }

        Assert.Equal(0, balanced.Density(1.01));
    }

    [Fact]
    public void What_is_no_case_is_refused()
    {
        Assert.Contains("same classes", Assert.Throws<ArgumentException>(() => ClassGap.Of([1], [0.5, 0.5], 0)).Message);
        Assert.Contains("positive prior", Assert.Throws<ArgumentException>(() => ClassGap.Of([0.5, 0.5], [1, 0], 1)).Message);
        Assert.Contains("temperature", Assert.Throws<ArgumentException>(() => ClassGap.AtTemperature([0.5, 0.5], 0)).Message);
    }

    private static double[] Softmax(double[] logits)
    {
        double largest = logits.Max();
        double[] powers = [.. logits.Select(logit => Math.Exp(logit - largest))];
        return [.. powers.Select(power => power / powers.Sum())];
    }
}
