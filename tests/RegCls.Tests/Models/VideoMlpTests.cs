using RegCls.Data;
using RegCls.Models;
using TorchSharp;

namespace RegCls.Tests.Models;

public class VideoMlpTests
{
    private static RandomStream[] Streams(int count) => [.. Enumerable.Range(0, count).Select(i => RandomStream.Named("video mlp test", i))];

    // Two inputs, hidden layers of two and one unit. By hand, for x = (1, -2):
    // ReLU: h1 = max((1·0.5 - 2·(-1) + 0.5, 1·1 - 2·2 + 1), 0) = (3, 0); h2 = max(3·2 + 0·7 - 1, 0) = 5; f = 5·(-2) + 3 = -7.
    // Sigmoid: h1 = (σ(3), σ(-2)), h2 = σ(2 σ(3) + 7 σ(-2) - 1), f = 3 - 2 h2.
    [Theory]
    [InlineData(Activation.Relu, -7)]
    [InlineData(Activation.Sigmoid, 1.2987354)]
    public void Outputs_are_those_computed_by_hand(Activation activation, double expected)
    {
        using ReplicatedMlp network = new(new MlpShape(2, [2, 1], 0) { Activation = activation }, Streams(1), Precision.Double);
        double[][] parameters = [[0.5, 1, -1, 2], [0.5, 1], [2, 7], [-1], [-2], [3]];
        using (torch.no_grad())
        {
            foreach ((torch.Tensor part, double[] values) in network.Layers().SelectMany(layer => new[] { layer.Weight, layer.Bias }).Zip(parameters))
            {
                part.copy_(torch.tensor(values, part.shape));
            }
        }

        using torch.Tensor inputs = torch.tensor(new double[] { 1, -2 }, [1, 1, 2]);
        Assert.Equal(expected, network.Forward(inputs).Prediction.item<double>(), 1e-6);
        static double S(double x) => 1 / (1 + Math.Exp(-x));
        Assert.Equal(1.2987354, 3 - 2 * S(2 * S(3) + 7 * S(-2) - 1), 1e-6);
    }

    [Fact]
    public void Fan_in_initialisation_fills_weights_and_biases_up_to_its_bound()
    {
        using ReplicatedMlp network = new(new MlpShape(64, [40, 20], 100), Streams(30), Precision.Double, WeightInitialisation.FanIn);
        foreach ((torch.Tensor weight, torch.Tensor bias) in network.Layers())
        {
            double bound = 1 / Math.Sqrt(weight.shape[1]);
            foreach (double[] values in new[] { weight, bias }.Select(part => part.detach().data<double>().ToArray()))
            {
                Assert.All(values, value => Assert.InRange(value, -bound, bound));
                double variance = values.Average(value => value * value);
                double error = 4 * bound * bound * Math.Sqrt(4 / 45.0 / values.Length);
                Assert.InRange(variance, bound * bound / 3 - error, bound * bound / 3 + error);
            }
        }
    }

    [Fact]
    public void CTE_starts_from_small_normal_weights_and_zero_biases()
    {
        using ReplicatedMlp network = new(new MlpShape(64, [40, 20], 0) { Activation = Activation.Sigmoid }, Streams(20), Precision.Double, WeightInitialisation.SmallNormal);
        double[] weights = [.. network.Layers().SelectMany(layer => layer.Weight.detach().data<double>().ToArray())];
        Assert.Equal(0.01, Math.Sqrt(weights.Average(value => value * value)), 0.01 * 4 / Math.Sqrt(2 * weights.Length));
        Assert.Equal(0, weights.Average(), 0.01 * 4 / Math.Sqrt(weights.Length));
        Assert.All(network.Layers(), layer => Assert.Equal(0, layer.Bias.detach().abs().max().item<double>()));
    }
}
