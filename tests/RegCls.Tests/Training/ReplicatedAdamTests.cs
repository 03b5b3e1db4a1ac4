using RegCls.Data;
using RegCls.Models;
using RegCls.Training;
using RegCls.Training.Vectorised;
using static TorchSharp.torch;

namespace RegCls.Tests.Training;

public class ReplicatedAdamTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1e-3)]
    [InlineData(0.5)]
    public void Steps_are_those_of_adam_with_the_decay_added_to_the_gradient(double weightDecay)
    {
        using ReplicatedMlp network = new(MlpShape.Table6(), [RandomStream.Named("adam", 0), RandomStream.Named("adam", 1)], Precision.Double);
        using ReplicatedAdam adam = new(network, 1e-2, weightDecay);
        double[] expected = network.Parameters.data<double>().ToArray();
        double[] m = new double[expected.Length], v = new double[expected.Length];
        RandomStream stream = RandomStream.Named("adam gradients");
        for (int step = 1; step <= 5; step++)
        {
            double[] gradients = [.. expected.Select(_ => stream.NextGaussian())];
            network.Gradients!.copy_(tensor(gradients));
            adam.TakeStep();
            for (int i = 0; i < expected.Length; i++)
            {
                double g = gradients[i] + weightDecay * expected[i];
                m[i] = 0.9 * m[i] + 0.1 * g;
                v[i] = 0.999 * v[i] + 0.001 * g * g;
                expected[i] -= 1e-2 * (m[i] / (1 - Math.Pow(0.9, step))) / (Math.Sqrt(v[i] / (1 - Math.Pow(0.999, step))) + 1e-8);
            }

            Assert.InRange(SyntheticTasks.LargestDifference(expected, network.Parameters.data<double>().ToArray()), 0, 1e-13);
            Assert.Equal(0, network.Gradients!.abs().max().item<double>());
        }
    }

    [Fact]
    public void The_vectorised_update_is_the_same()
    {
        RandomStream stream = RandomStream.Named("adam vectors");
        float[] parameters = [.. Enumerable.Range(0, 64).Select(_ => (float)stream.NextGaussian())];
        double[] expected = [.. parameters], m = new double[64], v = new double[64];
        VectorAdam adam = new(64, 1e-2, 1e-3);
        for (int step = 1; step <= 20; step++)
        {
            float[] gradients = [.. parameters.Select(_ => (float)stream.NextGaussian())];
            adam.Step(parameters, gradients);
            for (int i = 0; i < 64; i++)
            {
                double g = gradients[i] + 1e-3 * expected[i];
                m[i] = 0.9 * m[i] + 0.1 * g;
                v[i] = 0.999 * v[i] + 0.001 * g * g;
                expected[i] -= 1e-2 * (m[i] / (1 - Math.Pow(0.9, step))) / (Math.Sqrt(v[i] / (1 - Math.Pow(0.999, step))) + 1e-8);
            }
        }

        Assert.InRange(SyntheticTasks.LargestDifference(expected, [.. parameters]), 0, 2e-6);
    }

    [Fact]
    public void Numbers_out_of_range_are_refused()
    {
        using ReplicatedMlp network = new(MlpShape.Table6(), [RandomStream.Named("adam", 0)], Precision.Double);
        Assert.Contains("learning rate", Assert.Throws<ArgumentException>(() => new ReplicatedAdam(network, 0, 0)).Message);
        Assert.Contains("weight decay", Assert.Throws<ArgumentException>(() => new ReplicatedAdam(network, 1e-3, -1)).Message);
        using ReplicatedMlp copy = network.Replica(0);
        Assert.Contains("evaluation", Assert.Throws<ArgumentException>(() => new ReplicatedAdam(copy, 1e-3, 0)).Message);
    }
}
