using RegCls.Binning;
using RegCls.Data;
using RegCls.Losses;
using RegCls.Models;
using RegCls.Training;
using RegCls.Training.Vectorised;
using static TorchSharp.torch;

namespace RegCls.Tests.Training;

public class ClassLossTests
{
    [Theory]
    [InlineData(ClassLoss.SoftLabels, 3, 0)]
    [InlineData(ClassLoss.SoftLabels, 16, 0.3)]
    [InlineData(ClassLoss.SoftLabels, 64, 0)]
    [InlineData(ClassLoss.HlGauss, 16, 0)]
    [InlineData(ClassLoss.HlGauss, 600, 0.1)]
    [InlineData(ClassLoss.Ordinal, 2, 0)]
    [InlineData(ClassLoss.Ordinal, 17, 0.3)]
    [InlineData(ClassLoss.Ordinal, 600, 0)]
    public void Gradients_are_those_of_autograd_on_the_definition(ClassLoss loss, int classes, double dropped)
    {
        const int size = 64;
        RandomStream stream = RandomStream.Named("class loss", loss, classes);
        ClassRanges ranges = ClassRanges.Uniform(-1.5, 2.5, classes);
        double[] targets = [.. Enumerable.Range(0, 3 * size).Select(_ => stream.NextUniform(-1.5, 2.5))];
        ReplicaTask task = new()
        {
            Inputs = [.. targets.Select(_ => stream.NextUniform(-1, 1))],
            Targets = targets,
            Labels = [.. ranges.Labels(targets).Select(label => stream.NextDouble() < dropped ? -1 : label)],
            SoftTargets = loss.IsSoft() ? SoftTargets.Of(loss, ranges, targets) : null,
            Arm = Arm.RegCls,
            Initialisation = stream,
            Shuffle = stream,
        };
        int[] chosen = [.. Enumerable.Range(0, size).Select(i => 3 * i)];
        VectorBatch batch = new(size);
        batch.Fill(task, chosen);

        using ReplicatedMlp network = new(MlpShape.Table6(classes), [stream], Precision.Double);
        using (no_grad())
        {
            network.Parameters.add_(tensor([.. Enumerable.Range(0, (int)network.Parameters.NumberOfElements).Select(_ => 0.3 * stream.NextGaussian())]));
        }

        using Tensor inputs = tensor([.. chosen.Select(i => task.Inputs[i])], [1, size, 1]), y = tensor([.. chosen.Select(i => targets[i])], [1, size, 1]);
        (Tensor prediction, Tensor? logits) = network.Forward(inputs);
        int[] kept = [.. Enumerable.Range(0, size).Where(i => task.Labels[chosen[i]] >= 0)];
        Tensor classTerm = kept.Select(i => Loss(loss, logits![0][i], classes, targets[chosen[i]], (int)task.Labels[chosen[i]])).Aggregate((a, b) => a + b) / kept.Length;
        (7 * (prediction - y).square().mean() + classTerm).backward();

        AutogradOracle.Holds(network, new VectorLayout(6, 15, classes), (parameters, gradients) => new VectorGradient(new VectorLayout(6, 15, classes), size, loss).Compute(parameters, batch, 7f, gradients), 3e-6);
    }

    // One sample's loss, straight from the definitions; classes of equal width from -1.5 to 2.5.
    private static Tensor Loss(ClassLoss loss, Tensor logits, int classes, double target, int label)
    {
        double width = 4.0 / classes;
        if (loss == ClassLoss.Ordinal)
        {
            Tensor sum = zeros(1, ScalarType.Float64);
            for (int k = 0; k < classes - 1; k++)
            {
                sum += label > k ? -logits[k].sigmoid().log() : -(1 - logits[k].sigmoid()).log();
            }

            return sum;
        }

        double[] q = [.. Enumerable.Range(0, classes).Select(c => Math.Abs(c - label) > 4 && classes > 9 ? 0 : loss == ClassLoss.SoftLabels ? Math.Exp(-(c - label) * (c - label) / 2.0) : Mass(c))];
        // Near an end of the range the nine classes are the nine at that end.
        if (classes > 9 && (label < 4 || label > classes - 5))
        {
            int first = label < 4 ? 0 : classes - 9;
            q = [.. Enumerable.Range(0, classes).Select(c => c < first || c >= first + 9 ? 0 : loss == ClassLoss.SoftLabels ? Math.Exp(-(c - label) * (c - label) / 2.0) : Mass(c))];
        }

        double total = q.Sum();
        return -(tensor([.. q.Select(value => value / total)]) * logits.log_softmax(0)).sum();

        // The integral of the Gaussian's density over a class, by Simpson's rule.
        double Mass(int c)
        {
            const int steps = 200;
            double low = -1.5 + c * width, sigma = 0.75 * width, sum = 0;
            for (int i = 0; i <= steps; i++)
            {
                double x = low + width * i / steps;
                sum += (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2) * Math.Exp(-Math.Pow((x - target) / sigma, 2) / 2) / (sigma * Math.Sqrt(2 * Math.PI));
            }

            return sum * width / steps / 3;
        }
    }

    [Fact]
    public void Expected_values_and_most_likely_classes_are_those_of_the_probabilities()
    {
        ClassRanges ranges = ClassRanges.Uniform(0, 8, 4);
        double[] logits = [Math.Log(0.1), Math.Log(0.2), Math.Log(0.3), Math.Log(0.4), 5, 0, 0, 0];
        double[] expected = ClassReadout.Predict(logits, ranges, ClassLoss.CrossEntropy, Readout.ExpectedValue);
        Assert.Equal(0.1 * 1 + 0.2 * 3 + 0.3 * 5 + 0.4 * 7, expected[0], 1e-12);
        Assert.Equal([7, 1], ClassReadout.Predict(logits, ranges, ClassLoss.HlGauss, Readout.MostLikely));

        // P(class > k) = 0.9, 0.5, 0.2: the same as probabilities 0.1, 0.4, 0.3, 0.2. The last output is not looked at.
        double[] above = [Math.Log(9), 0, Math.Log(0.25), 1e9];
        Assert.Equal(0.1 * 1 + 0.4 * 3 + 0.3 * 5 + 0.2 * 7, ClassReadout.Predict(above, ranges, ClassLoss.Ordinal, Readout.ExpectedValue)[0], 1e-12);
        Assert.Equal(3, ClassReadout.Predict(above, ranges, ClassLoss.Ordinal, Readout.MostLikely)[0]);
    }

    [Theory]
    [InlineData(ClassLoss.SoftLabels)]
    [InlineData(ClassLoss.HlGauss)]
    public void Soft_targets_are_a_distribution_around_the_target(ClassLoss loss)
    {
        ClassRanges ranges = ClassRanges.Uniform(0, 20, 20);
        SoftTargets soft = SoftTargets.Of(loss, ranges, [0, 10.5, 10.9, 20]);
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(1, soft.Weights(i).ToArray().Sum(), 1e-6);
        }

        // A target in the middle of its class is symmetric; beyond it only HL-Gauss moves with it.
        Assert.Equal(10.5, Mean(1), 1e-5);
        Assert.Equal(loss == ClassLoss.HlGauss ? 10.9 : 10.5, Mean(2), 1e-3);
        Assert.True(Mean(0) is > 0 and < 2 && Mean(3) is > 18 and < 20);

        double Mean(int sample) => soft.Weights(sample).ToArray().Select((weight, k) => weight * (soft.First(sample) + k + 0.5)).Sum();
    }
}
