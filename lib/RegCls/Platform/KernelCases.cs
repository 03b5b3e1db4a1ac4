using RegCls.Data;
using RegCls.Losses;
using RegCls.Models.Depth;
using RegCls.Models.Images;
using RegCls.Optimisers;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Platform;

/// <summary>The operations that the trainers of convolutional networks use, through the very modules the networks are made of.</summary>
internal static class KernelCases
{
    private static readonly int[] Channels = [1, 2, 3, 4, 8, 15, 16, 17, 24, 32, 64], Kernels = [1, 3, 5], Strides = [1, 2];

    private static readonly string[] WithGradients = ["output", "gradient of the input", "gradient of the weights", "gradient of the bias"];

    /// <summary>The shapes of the small networks, and every other operation.</summary>
    public static IEnumerable<KernelCase> OfNetworks() => [.. Networks().Select(Convolution), .. Others()];

    /// <summary>Each number of channels that goes out with each kernel and stride, the numbers that come in taking turns.</summary>
    public static IEnumerable<KernelCase> Covering()
    {
        int pair = 0;
        return [.. Channels.SelectMany(outputs => Kernels.SelectMany(kernel => Strides.Select(stride => Small(Channels[1 + pair++ % (Channels.Length - 1)], outputs, kernel, stride))))];
    }

    /// <summary>All numbers of channels in and out, with all kernels and strides.</summary>
    public static IEnumerable<KernelCase> Grid()
        => [.. Channels.Skip(1).SelectMany(inputs => Channels.SelectMany(outputs => Kernels.SelectMany(kernel => Strides.Select(stride => Small(inputs, outputs, kernel, stride)))))];

    // Tied to the networks by a test that makes these shapes from a forward pass.
    internal static IEnumerable<ConvolutionShape> Networks() =>
    [
        // SmallResidualNetwork, pictures of 64 pixels.
        new(2, 3, 16, 64, 64, 3, 2), new(2, 16, 16, 32, 32, 3, 2), new(2, 16, 16, 16, 16, 3, 1), new(2, 16, 16, 32, 32, 1, 2), new(2, 16, 32, 16, 16, 3, 2),
        new(2, 32, 32, 8, 8, 3, 1), new(2, 16, 32, 16, 16, 1, 2), new(2, 32, 64, 8, 8, 3, 2), new(2, 64, 64, 4, 4, 3, 1), new(2, 32, 64, 8, 8, 1, 2),

        // SmallDepthNetwork, pictures of 80×60.
        new(2, 3, 16, 60, 80, 3, 2), new(2, 16, 16, 30, 40, 3, 2), new(2, 16, 16, 15, 20, 3, 1), new(2, 16, 16, 30, 40, 1, 2), new(2, 16, 32, 15, 20, 3, 2),
        new(2, 32, 32, 8, 10, 3, 1), new(2, 16, 32, 15, 20, 1, 2), new(2, 32, 64, 8, 10, 3, 2), new(2, 64, 64, 4, 5, 3, 1), new(2, 32, 64, 8, 10, 1, 2),
        new(2, 64, 32, 8, 10, 3, 1), new(2, 32, 16, 15, 20, 3, 1), new(2, 16, 16, 30, 40, 3, 1), new(2, 16, 4, 30, 40, 1, 1), new(2, 16, 4, 15, 20, 1, 1),
        new(2, 32, 4, 8, 10, 1, 1), new(2, 64, 4, 4, 5, 1, 1), new(1, 32, 16, 30, 40, 5, 1), new(1, 16, 16, 30, 40, 5, 1), new(2, 16, 1, 30, 40, 5, 1),
    ];

    private static KernelCase Small(int inputs, int outputs, int kernel, int stride) => Convolution(new ConvolutionShape(2, inputs, outputs, 6, 7, kernel, stride));

    private static KernelCase Convolution(ConvolutionShape shape)
    {
        (int n, int inputs, int outputs, int height, int width, int kernel, int stride) = shape;
        (float[] input, float[] weight, float[] bias) = (Drawn("input", n * inputs * height * width), Drawn("weight", outputs * inputs * kernel * kernel), Drawn("bias", outputs));
        float[] gradient = Drawn("gradient", n * outputs * shape.OutputHeight * shape.OutputWidth);
        return new KernelCase(
            $"convolution {inputs} → {outputs}, {kernel}×{kernel}{(stride == 1 ? "" : $", stride {stride}")}, {n}×{height}×{width}", WithGradients,
            () => Through(new Convolution2d(inputs, outputs, kernel, stride, hasBias: true), input, [n, inputs, height, width], weight, bias, gradient, [n, outputs, shape.OutputHeight, shape.OutputWidth]),
            () => Definition.Convolution(shape, input, weight, bias, gradient));
    }

    /// <summary>The convolution that is wrong on some processors in libtorch's usual layout, which no network uses.</summary>
    internal static KernelCase UsualLayout()
    {
        ConvolutionShape shape = new(8, 16, 1, 30, 40, 5, 1);
        (float[] input, float[] weight, float[] gradient) = (Drawn("input", 8 * 16 * 1200), Drawn("weight", 16 * 25), Drawn("gradient", 8 * 1200));
        return new KernelCase("convolution 16 → 1, 5×5, usual layout", ["gradient of the input"], Computed, () => [Definition.Convolution(shape, input, weight, [0], gradient)[1]]);

        IReadOnlyList<float[]> Computed()
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor given = tensor(input, [8, 16, 30, 40]).requires_grad_();
            nn.functional.conv2d(given, tensor(weight, [1, 16, 5, 5]), padding: [2, 2]).backward([tensor(gradient, [8, 1, 30, 40])]);
            return [Numbers(given.grad!)];
        }
    }

    private static IEnumerable<KernelCase> Others()
    {
        ConvolutionShape doubled = new(1, 32, 32, 30, 40, 2, 2);
        (float[] input, float[] weight, float[] bias, float[] gradient) = (Drawn("input", 32 * 1200), Drawn("weight", 32 * 32 * 4), Drawn("bias", 32), Drawn("gradient", 32 * 4800));
        yield return new KernelCase(
            "transposed convolution 32 → 32, 2×2, stride 2", WithGradients, () => Through(new TransposedConvolution(32, 32), input, [1, 32, 30, 40], weight, bias, gradient, [1, 32, 60, 80], quarters => TransposedConvolution.Pixels(quarters, 1, 60, 80)),
            () => Definition.Transposed(doubled, input, weight, bias, gradient));

        foreach (int channels in (int[])[1, 15, 16, 64])
        {
            (float[] maps, float[] scale, float[] shift, float[] slope) = (Drawn("input", 4 * channels * 99), Drawn("weight", channels), Drawn("bias", channels), Drawn("gradient", 4 * channels * 99));
            yield return new KernelCase(
                $"batch normalisation of {channels} channels in training", [.. WithGradients, "running mean", "running variance"],
                () => Through(new BatchNormalisation(channels), maps, [4, channels, 9, 11], scale, shift, slope, [4, channels, 9, 11]), () => Definition.BatchNormalisation(4, channels, 99, maps, scale, shift, slope));
        }

        foreach ((int channels, int height, int width, int newHeight, int newWidth) in ((int, int, int, int, int)[])[(64, 4, 5, 8, 10), (4, 8, 10, 30, 40), (16, 15, 20, 30, 40)])
        {
            (float[] maps, float[] slope) = (Drawn("input", 2 * channels * height * width), Drawn("weight", 2 * channels * newHeight * newWidth));
            yield return new KernelCase(
                $"bilinear scaling {channels}×{height}×{width} to {newHeight}×{newWidth}", ["output", "gradient of the input"], () => Scaled(channels, height, width, newHeight, newWidth, maps, slope),
                () => Definition.Scaled(2 * channels, height, width, newHeight, newWidth, maps, slope));
        }

        foreach (int classes in (int[])[2, 10, 100])
        {
            float[] logits = Drawn("input", 120 * classes);
            long[] labels = [.. Enumerable.Range(0, 120).Select(i => i % 3 == 0 ? PixelCrossEntropy.Dropped : i % classes)];
            foreach (bool first in (bool[])[false, true])
            {
                yield return new KernelCase(
                    $"cross-entropy of {classes} classes with dropped labels{(first ? ", classes before pixels" : "")}", ["sum", "gradient of the logits"], () => CrossEntropy(classes, logits, labels, first),
                    () => Definition.CrossEntropy(classes, logits, labels));
            }
        }

        foreach ((int replicas, int a, int b, int c) in ((int, int, int, int)[])[(10, 64, 15, 17), (1, 64, 64, 100), (3, 256, 6, 15), (4, 10, 32, 1200)])
        {
            (float[] first, float[] second, float[] slope) = (Drawn("input", replicas * a * b), Drawn("weight", replicas * b * c), Drawn("bias", replicas * a * c));
            yield return new KernelCase($"product of {replicas} matrices {a}×{b} and {b}×{c}", ["output", "gradient of the first", "gradient of the second"], () => Product(replicas, a, b, c, first, second, slope), () => Definition.Product(replicas, a, b, c, first, second, slope));
        }

        foreach (bool decoupled in (bool[])[false, true])
        {
            (float[] start, float[] slope) = (Drawn("input", 1001), Drawn("weight", 1001));
            yield return new KernelCase($"three steps of Adam, decay {(decoupled ? "decoupled" : "coupled")}", ["parameters"], () => Adam(start, slope, decoupled), () => Definition.Adam(start, slope, 1e-2, 1e-2, decoupled, 3));
        }
    }

    private static IReadOnlyList<float[]> Through(nn.Module<Tensor, Tensor> module, float[] input, long[] shape, float[] weight, float[] bias, float[] gradient, long[] made, Func<Tensor, Tensor>? inOrder = null)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor given = ChannelsLast.Of(tensor(input, shape)).detach().requires_grad_(), ofWeight = module.get_parameter("weight")!, ofBias = module.get_parameter("bias")!;
        Set(ofWeight, weight);
        Set(ofBias, bias);
        Tensor output = inOrder is null ? module.call(given) : inOrder(module.call(given));
        output.backward([ChannelsLast.Of(tensor(gradient, made))]);
        float[][] buffers = [.. module.buffers().Select(Numbers)];
        IReadOnlyList<float[]> results = [Numbers(output), Numbers(given.grad!), Numbers(ofWeight.grad!), Numbers(ofBias.grad!), .. buffers];
        module.Dispose();
        return results;
    }

    private static IReadOnlyList<float[]> Scaled(int channels, int height, int width, int newHeight, int newWidth, float[] input, float[] gradient)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor given = ChannelsLast.Of(tensor(input, [2, channels, height, width])).detach().requires_grad_(), output = DepthNetwork.Scaled(given, newHeight, newWidth);
        output.backward([ChannelsLast.Of(tensor(gradient, [2, channels, newHeight, newWidth]))]);
        return [Numbers(output), Numbers(given.grad!)];
    }

    private static IReadOnlyList<float[]> CrossEntropy(int classes, float[] logits, long[] labels, bool classesFirst)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor given = tensor(logits, [labels.Length, classes]).requires_grad_();
        Tensor sum = classesFirst
            ? nn.functional.cross_entropy(given.t().contiguous().unsqueeze(0), tensor(labels, [1, labels.Length]), ignore_index: PixelCrossEntropy.Dropped, reduction: nn.Reduction.Sum)
            : nn.functional.cross_entropy(given, tensor(labels), ignore_index: PixelCrossEntropy.Dropped, reduction: nn.Reduction.Sum);
        sum.backward();
        return [Numbers(sum), Numbers(given.grad!)];
    }

    private static IReadOnlyList<float[]> Product(int replicas, int a, int b, int c, float[] first, float[] second, float[] gradient)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor left = tensor(first, [replicas, a, b]).requires_grad_(), right = tensor(second, [replicas, b, c]).requires_grad_(), output = left.bmm(right);
        output.backward([tensor(gradient, [replicas, a, c])]);
        return [Numbers(output), Numbers(left.grad!), Numbers(right.grad!)];
    }

    private static IReadOnlyList<float[]> Adam(float[] start, float[] gradient, bool decoupled)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor parameters = tensor(start).requires_grad_();
        using Adam adam = new([parameters], 1e-2, decoupled);
        for (int step = 0; step < 3; step++)
        {
            parameters.backward([tensor(gradient)]);
            adam.TakeStep(1e-2);
        }

        return [Numbers(parameters)];
    }

    private static void Set(Tensor parameter, float[] values)
    {
        using IDisposable guard = no_grad();
        parameter.copy_(tensor(values, parameter.shape));
    }

    private static float[] Numbers(Tensor tensor) => tensor.detach().contiguous().data<float>().ToArray();

    private static float[] Drawn(string role, int count)
    {
        RandomStream stream = RandomStream.Named("kernel check", count, role);
        float[] values = new float[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = (float)stream.NextUniform(-1, 1);
        }

        return values;
    }
}
