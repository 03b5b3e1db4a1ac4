using RegCls.Data;
using RegCls.Losses;
using RegCls.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Tests.Losses;

public class LossTests
{
    private static Tensor Random(long[] shape, int seed)
    {
        RandomStream stream = RandomStream.Named("loss test", seed);
        return tensor([.. Enumerable.Range(0, (int)shape.Aggregate((a, b) => a * b)).Select(_ => stream.NextGaussian())], shape, ScalarType.Float64);
    }

    [Fact]
    public void The_objective_is_that_of_ten_lines_of_plain_code()
    {
        const int replicas = 3, batch = 11, classes = 5;
        double[] lambdas = [0, 1, 250];
        Tensor prediction = Random([replicas, batch, 1], 1), targets = Random([replicas, batch, 1], 2), logits = Random([replicas, batch, classes], 3);
        long[] labels = [.. Enumerable.Range(0, replicas * batch).Select(i => i % 4 == 0 ? -1L : i % classes)];
        Tensor objective = Objective.PerReplica(tensor(lambdas), prediction, targets, logits, tensor(labels, [replicas, batch]));

        for (int r = 0; r < replicas; r++)
        {
            double squared = 0, entropy = 0;
            int kept = 0;
            for (int s = 0; s < batch; s++)
            {
                squared += Math.Pow(prediction[r, s, 0].item<double>() - targets[r, s, 0].item<double>(), 2) / batch;
                long label = labels[r * batch + s];
                if (label >= 0)
                {
                    double sum = Enumerable.Range(0, classes).Sum(c => Math.Exp(logits[r, s, c].item<double>()));
                    entropy -= Math.Log(Math.Exp(logits[r, s, label].item<double>()) / sum);
                    kept++;
                }
            }

            Assert.Equal(lambdas[r] * squared + entropy / kept, objective[r].item<double>(), 1e-12);
        }
    }

    [Fact]
    public void A_replica_with_no_kept_sample_adds_zero_and_has_zero_gradient()
    {
        Tensor logits = Random([2, 4, 3], 4).requires_grad_(true);
        Tensor labels = tensor(new long[] { -1, -1, -1, -1, 0, -1, 2, -1 }, [2, 4]);
        Tensor loss = CrossEntropy.PerReplica(logits, labels);
        loss.sum().backward();
        Assert.Equal(0, loss[0].item<double>());
        Assert.Equal(0, logits.grad![0].abs().max().item<double>());
        Assert.Equal(0, logits.grad![1, 1].abs().max().item<double>());
        Assert.True(logits.grad![1, 0].abs().max().item<double>() > 0);
    }

    [Fact]
    public void The_gradient_agrees_with_finite_differences()
    {
        RandomStream[] streams = [RandomStream.Named("gradient", 0), RandomStream.Named("gradient", 1)];
        using ReplicatedMlp network = new(MlpShape.Table6(4), streams, Precision.Double);
        Tensor inputs = Random([2, 16, 1], 5), targets = Random([2, 16, 1], 6);
        Tensor labels = tensor([.. Enumerable.Range(0, 32).Select(i => (long)(i % 5) - 1)], [2, 16]);
        Tensor factors = tensor(new[] { 1.0, 30.0 });
        Loss().sum().backward();
        double[] analytic = network.Gradients!.data<double>().ToArray();

        const double step = 1e-6;
        for (int i = 0; i < analytic.Length; i += 3)
        {
            double up = LossAt(i, step), down = LossAt(i, -step);
            Assert.Equal((up - down) / (2 * step), analytic[i], 1e-5 * Math.Max(1, Math.Abs(analytic[i])));
        }

        Tensor Loss()
        {
            (Tensor prediction, Tensor? logits) = network.Forward(inputs);
            return Objective.PerReplica(factors, prediction, targets, logits, labels);
        }

        double LossAt(int index, double shift)
        {
            using IDisposable guard = no_grad();
            network.Parameters[index].add_(shift);
            double value = Loss().sum().item<double>();
            network.Parameters[index].sub_(shift);
            return value;
        }
    }

    [Fact]
    public void Predictions_of_another_shape_than_the_targets_are_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => RegressionTerm.PerReplica(RegressionLoss.Squared, zeros(2, 8, 1), zeros(2, 8)));
        Assert.Contains("[2, 8, 1]", error.Message);
        Assert.Throws<ArgumentException>(() => CrossEntropy.PerReplica(zeros(2, 8, 3), zeros([2, 7], ScalarType.Int64)));
        Assert.Throws<ArgumentException>(() => Objective.PerReplica(ones(2), zeros(2, 8, 1), zeros(2, 8, 1), zeros(2, 8, 3), null));
    }
}
