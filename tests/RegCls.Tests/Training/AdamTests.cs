using RegCls.Optimisers;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Tests.Training;

public class AdamTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(0.1, false)]
    [InlineData(0.1, true)]
    public void Steps_are_those_of_the_written_out_rule(double decay, bool decoupled)
    {
        using Tensor parameter = tensor(new[] { 1.0, -2, 3 }, requires_grad: true), unused = tensor(new[] { 7.0 }, requires_grad: true);
        using Adam adam = new([parameter, unused], decay, decoupled);
        double[] theta = [1, -2, 3], m = new double[3], v = new double[3];
        for (int step = 1; step <= 20; step++)
        {
            double rate = step < 10 ? 0.05 : 0.005;
            (parameter * parameter * parameter).sum().backward();
            adam.TakeStep(rate);
            for (int i = 0; i < 3; i++)
            {
                double g = 3 * theta[i] * theta[i] + (decoupled ? 0 : decay * theta[i]);
                theta[i] *= decoupled ? 1 - rate * decay : 1;
                m[i] = 0.9 * m[i] + 0.1 * g;
                v[i] = 0.999 * v[i] + 0.001 * g * g;
                theta[i] -= rate * (m[i] / (1 - Math.Pow(0.9, step))) / (Math.Sqrt(v[i] / (1 - Math.Pow(0.999, step))) + 1e-8);
            }
        }

        double[] actual = parameter.detach().data<double>().ToArray();
        Assert.All(Enumerable.Range(0, 3), i => Assert.Equal(theta[i], actual[i], 1e-10));
        Assert.Equal(7, unused.item<double>());
        Assert.Throws<ArgumentException>(() => new Adam([parameter], -1));
    }
}
