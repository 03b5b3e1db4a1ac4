using RegCls.Models.Depth;
using RegCls.Models.Images;
using RegCls.Platform;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Tests.Platform;

/// <summary>The loops that kernels are held against, held against finite differences and a second way to compute.</summary>
public class DefinitionTests
{
    private static readonly Random Numbers = new(5);

    [Theory]
    [InlineData(1, 3, 1)]
    [InlineData(3, 3, 2)]
    [InlineData(5, 3, 1)]
    public void Gradients_of_the_convolution_are_those_of_finite_differences(int kernel, int outputs, int stride)
    {
        ConvolutionShape shape = new(2, 2, outputs, 5, 6, kernel, stride);
        float[][] arrays = [Drawn(2 * 2 * 30), Drawn(outputs * 2 * kernel * kernel), Drawn(outputs)];
        float[] gradient = Drawn(2 * outputs * shape.OutputHeight * shape.OutputWidth);
        Differences(arrays, gradient, given => Definition.Convolution(shape, given[0], given[1], given[2], gradient));
    }

    [Fact]
    public void Gradients_of_the_transposed_convolution_are_those_of_finite_differences()
    {
        ConvolutionShape shape = new(2, 3, 2, 2, 3, 2, 2);
        float[] gradient = Drawn(2 * 2 * 24);
        Differences([Drawn(2 * 3 * 6), Drawn(3 * 2 * 4), Drawn(2)], gradient, given => Definition.Transposed(shape, given[0], given[1], given[2], gradient));
    }

    [Fact]
    public void Gradients_of_batch_normalisation_are_those_of_finite_differences()
    {
        float[] gradient = Drawn(3 * 2 * 4);
        Differences([Drawn(3 * 2 * 4), Drawn(2), Drawn(2)], gradient, given => Definition.BatchNormalisation(3, 2, 4, given[0], given[1], given[2], gradient));
    }

    [Fact]
    public void Gradients_of_scaling_are_those_of_finite_differences()
    {
        float[] gradient = Drawn(2 * 5 * 7);
        Differences([Drawn(2 * 3 * 4)], gradient, given => Definition.Scaled(2, 3, 4, 5, 7, given[0], gradient));
    }

    [Fact]
    public void Gradients_of_the_cross_entropy_are_those_of_finite_differences()
        => Differences([Drawn(4 * 3)], [1], given => Definition.CrossEntropy(3, given[0], [2, -1, 0, 1]));

    [Fact]
    public void Gradients_of_the_product_are_those_of_finite_differences()
    {
        float[] gradient = Drawn(2 * 2 * 4);
        Differences([Drawn(2 * 2 * 3), Drawn(2 * 3 * 4)], gradient, given => Definition.Product(2, 2, 3, 4, given[0], given[1], gradient));
    }

    [Fact]
    public void The_shapes_that_are_checked_are_those_of_the_small_networks()
    {
        HashSet<ConvolutionShape> met = [];
        Tensor images = rand(2, 3, 64, 64), frames = rand(2, 3, 60, 80);
        using SmallResidualNetwork ages = new(1, 100);
        using SmallDepthNetwork depth = new(1, 10);
        Watch(ages, met);
        Watch(depth, met);
        ages.call(images);
        Tensor maps = depth.Maps(frames);
        depth.Regression(depth.Features(maps));
        depth.Logits(maps);
        IEnumerable<ConvolutionShape> checkedShapes = KernelCases.Networks().Select(shape => shape with { Images = 2 });
        Assert.Equal(met.OrderBy(shape => shape.ToString()), checkedShapes.Distinct().OrderBy(shape => shape.ToString()));
    }

    private static void Watch(nn.Module network, HashSet<ConvolutionShape> met)
    {
        foreach (nn.Module module in network.modules())
        {
            if (module is Convolution2d convolution)
            {
                convolution.register_forward_hook((_, input, output) =>
                {
                    met.Add(new ConvolutionShape((int)input.shape[0], (int)input.shape[1], (int)output.shape[1], (int)input.shape[2], (int)input.shape[3], convolution.Kernel, convolution.Stride));
                    return output;
                });
            }
        }
    }

    // Σ g · output, changed in one number of one array at a time.
    private static void Differences(float[][] arrays, float[] gradient, Func<float[][], IReadOnlyList<double[]>> definition)
    {
        const float Step = 1f / 512;
        IReadOnlyList<double[]> results = definition(arrays);
        for (int array = 0; array < arrays.Length; array++)
        {
            for (int i = 0; i < arrays[array].Length; i++)
            {
                double above = Sum(Moved(arrays, array, i, Step)), below = Sum(Moved(arrays, array, i, -Step));
                Assert.Equal((above - below) / (2 * Step), results[1 + array][i], 4e-4);
            }
        }

        double Sum(float[][] given) => definition(given)[0].Zip(gradient, (output, weight) => output * weight).Sum();
    }

    private static float[][] Moved(float[][] arrays, int array, int place, float by)
    {
        float[][] moved = [.. arrays.Select(values => (float[])values.Clone())];
        moved[array][place] += by;
        return moved;
    }

    private static float[] Drawn(int count) => [.. Enumerable.Range(0, count).Select(_ => MathF.Round((float)Numbers.NextDouble() * 128) / 64 - 1)];
}
