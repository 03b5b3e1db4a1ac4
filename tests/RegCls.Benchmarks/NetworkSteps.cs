using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using RegCls.Data;
using RegCls.Losses;
using RegCls.Models.Depth;
using RegCls.Models.Images;
using RegCls.Optimisers;
using RegCls.Platform;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Benchmarks;

/// <summary>Training steps of the convolutional networks on drawn numbers, in a process of its own: how long one takes, and the bits of the weights after them.</summary>
internal static class NetworkSteps
{
    public static IReadOnlyList<string> Networks { get; } = ["age", "depth", "depth-10", "depth-100", "resnet50", "resnet50-224"];

    /// <summary>Prints milliseconds a step (median), the last loss, the length of the first step's gradient, a digest of all weights, and the kernels.</summary>
    public static void Run(string network, int steps, int threads)
    {
        _ = Kernels.Used;
        set_num_threads(threads);
        using DisposeScope all = NewDisposeScope();
        (nn.Module module, Func<Tensor> loss) = network switch
        {
            "age" => Ages(new SmallResidualNetwork(1, 100), 64, 64),
            "resnet50" => Ages(new ResNet50(1, 10), 2, 64),
            "resnet50-224" => Ages(new ResNet50(1, 10), 8, 224),
            _ => Depth(network == "depth" ? 0 : int.Parse(network[6..], CultureInfo.InvariantCulture)),
        };
        using nn.Module own = module;
        using Adam adam = new(module.parameters(), 1e-4);
        module.train();
        List<double> times = [];
        double last = 0, slope = 0;
        for (int step = 0; step < steps; step++)
        {
            Stopwatch watch = Stopwatch.StartNew();
            using DisposeScope scope = NewDisposeScope();
            Tensor value = loss();
            value.backward();
            slope = step > 0 ? slope : Math.Sqrt(module.parameters().Sum(parameter => Math.Pow(parameter.grad!.norm().item<float>(), 2)));
            adam.TakeStep(1e-3);
            last = value.item<float>();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        byte[] weights = [.. module.parameters().SelectMany(parameter => parameter.detach().contiguous().bytes.ToArray())];
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{network} {times[times.Count / 2]:F2} ms {last:R} {slope:R} {Convert.ToHexStringLower(SHA256.HashData(weights))[..16]} {Kernels.Used.Path}"));
    }

    /// <summary>Prints the check of kernels, and how far the usual layout, which no network uses, is from its definition.</summary>
    public static void Check()
    {
        Console.WriteLine(Kernels.Used);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"usual layout: {KernelCheck.Run(KernelPath.Default, [KernelCases.UsualLayout()], [1]).Worst.Relative:R}"));
    }

    private static (nn.Module, Func<Tensor>) Ages(ImageNetwork network, int images, int size)
    {
        Tensor pixels = Drawn(images, 3, size, size), ages = Drawn(images, 1);
        Tensor labels = tensor(Enumerable.Range(0, images).Select(i => (long)(i % network.Classes)).ToArray());
        return (network, Loss);

        Tensor Loss()
        {
            Tensor features = network.Features(pixels);
            return network.Regression(features).sub(ages).abs().mean() + nn.functional.cross_entropy(network.Logits(features), labels);
        }
    }

    private static (nn.Module, Func<Tensor>) Depth(int classes)
    {
        SmallDepthNetwork network = new(1, classes);
        Tensor pixels = Drawn(8, 3, 60, 80), depths = Drawn(8, 1, 30, 40);
        Tensor labels = tensor(Enumerable.Range(0, 8 * 4800).Select(i => (long)(i % 7 == 0 ? PixelCrossEntropy.Dropped : i % Math.Max(classes, 1))).ToArray(), [8, 60, 80]);
        return (network, Loss);

        Tensor Loss()
        {
            Tensor maps = network.Maps(pixels), error = network.Regression(network.Features(maps)).sub(depths).square().mean();
            return classes == 0 ? error : error + PixelCrossEntropy.Mean(network.Logits(maps), DepthNetwork.Quarters(labels));
        }
    }

    private static Tensor Drawn(params long[] shape)
    {
        RandomStream stream = RandomStream.Named("network steps", shape.Length, shape[0]);
        return tensor(Enumerable.Range(0, (int)shape.Aggregate((first, second) => first * second)).Select(_ => (float)stream.NextUniform(-1, 1)).ToArray(), shape);
    }
}
