using RegCls.Data;
using RegCls.Models;
using TorchSharp;

namespace RegCls.Tests.Models;

public class ReplicatedMlpTests
{
    private static RandomStream[] Streams(int count) => [.. Enumerable.Range(0, count).Select(i => RandomStream.Named("mlp test", i))];

    [Theory]
    [InlineData(0, 133)]
    [InlineData(16, 133 + 16 * 16)]
    [InlineData(1024, 133 + 1024 * 16)]
    public void The_networks_of_table_6_have_their_number_of_parameters(int classes, int expected)
    {
        using ReplicatedMlp network = new(MlpShape.Table6(classes), Streams(3), Precision.Double);
        Assert.Equal(expected, network.Shape.ParameterCount);
        Assert.Equal(3 * expected, network.Parameters.NumberOfElements);
        Assert.Equal(3 * expected, network.Layers().Sum(layer => layer.Weight.NumberOfElements + layer.Bias.NumberOfElements));
    }

    [Fact]
    public void Weights_fill_the_xavier_uniform_interval_and_biases_are_zero()
    {
        using ReplicatedMlp network = new(MlpShape.Table6(64), Streams(200), Precision.Double);
        foreach ((torch.Tensor weight, torch.Tensor bias) in network.Layers())
        {
            double bound = Math.Sqrt(6.0 / (weight.shape[1] + weight.shape[2]));
            double[] values = weight.detach().data<double>().ToArray();
            Assert.All(values, value => Assert.InRange(value, -bound, bound));
            Assert.InRange(values.Max(), 0.98 * bound, bound);
            // The variance of U(-a, a) is a²/3; 4 standard errors of its estimate, whose own is a²·√(4/45/n).
            double variance = values.Average(value => value * value);
            Assert.InRange(variance, bound * bound / 3 - 4 * bound * bound * Math.Sqrt(4 / 45.0 / values.Length), bound * bound / 3 + 4 * bound * bound * Math.Sqrt(4 / 45.0 / values.Length));
            Assert.Equal(0, bias.detach().abs().max().item<double>());
        }
    }

    [Fact]
    public void Networks_with_and_without_classes_start_from_the_same_hidden_weights()
    {
        using ReplicatedMlp without = new(MlpShape.Table6(), Streams(2), Precision.Double);
        using ReplicatedMlp with = new(MlpShape.Table6(16), Streams(2), Precision.Double);
        foreach (((torch.Tensor a, _), (torch.Tensor b, _)) in without.Layers().Zip(with.Layers()))
        {
            Assert.Equal(a.detach().data<double>().ToArray(), b.detach().data<double>().ToArray());
        }
    }

    [Fact]
    public void The_forward_pass_is_that_of_the_network_written_out()
    {
        using ReplicatedMlp network = new(MlpShape.Table6(5), Streams(3), Precision.Double);
        using torch.Tensor inputs = torch.randn([3, 7, 1], torch.ScalarType.Float64);
        (torch.Tensor prediction, torch.Tensor? logits) = network.Forward(inputs);
        for (int replica = 0; replica < 3; replica++)
        {
            double[][] layer = [.. network.Layers().Select(l => l.Weight[replica].detach().contiguous().data<double>().ToArray())];
            for (int sample = 0; sample < 7; sample++)
            {
                double[] h1 = Relu(Multiply([inputs[replica, sample, 0].item<double>()], layer[0], 6));
                double[] h2 = Relu(Multiply(h1, layer[1], 15));
                Assert.Equal(Multiply(h2, layer[2], 1)[0], prediction[replica, sample, 0].item<double>(), 1e-12);
                double[] expected = Multiply(h2, layer[3], 5);
                for (int c = 0; c < 5; c++)
                {
                    Assert.Equal(expected[c], logits![replica, sample, c].item<double>(), 1e-12);
                }
            }
        }

        static double[] Multiply(double[] row, double[] matrix, int columns) =>
            [.. Enumerable.Range(0, columns).Select(column => row.Select((value, i) => value * matrix[i * columns + column]).Sum())];

        static double[] Relu(double[] row) => [.. row.Select(value => Math.Max(value, 0))];
    }

    [Fact]
    public void A_replica_copied_out_predicts_as_it_did_in_the_batch()
    {
        using ReplicatedMlp network = new(MlpShape.Table6(4), Streams(5), Precision.Double);
        using torch.Tensor inputs = torch.randn([5, 9, 1], torch.ScalarType.Float64);
        using ReplicatedMlp third = network.Replica(3);
        double[] batched = network.Forward(inputs).Prediction[3].detach().contiguous().data<double>().ToArray();
        double[] alone = third.Forward(inputs.narrow(0, 3, 1)).Prediction[0].detach().contiguous().data<double>().ToArray();
        Assert.All(batched.Zip(alone), pair => Assert.Equal(pair.First, pair.Second, 1e-13));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Inputs_of_another_shape_are_refused_with_both_shapes(int wrong)
    {
        using ReplicatedMlp network = new(MlpShape.Table6(), Streams(2), Precision.Double);
        long[] shape = wrong switch { 0 => [2, 8], 1 => [3, 8, 1], _ => [2, 8, 2] };
        using torch.Tensor inputs = torch.zeros(shape, torch.ScalarType.Float64);
        ArgumentException error = Assert.Throws<ArgumentException>(() => network.Forward(inputs));
        Assert.Contains("[2, B, 1]", error.Message);
        Assert.Contains(string.Join(", ", shape), error.Message);
    }
}
