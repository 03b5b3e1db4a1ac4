using RegCls.Data;
using RegCls.Losses;
using RegCls.Models;
using RegCls.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Theory;

/// <summary>
/// Time-contrastive learning (Hyvärinen and Morioka 2016), which the paper's discussion points to: classify the segments of a nonlinearly mixed signal, and the last hidden layer
/// holds the sources.
/// </summary>
/// <remarks>
/// With Laplace sources <c>log p(x | τ) = Σ_i -|s_i| / b_i(τ) + (a number of τ) + (a function of x)</c>: a classifier that has converged has logits
/// <c>W h(x) + c = Λ |s| + c'(x)</c> with <c>Λ_τi = -1 / b_i(τ)</c>, up to terms common to all segments. If Λ (less its mean row) has rank n, then |s| is a linear function of h, whatever the width of h. So the moduli
/// are what is regressed: the sources' sufficient statistic. The signs are lost, because the distributions are symmetric. (With Gaussian sources it would be s².)
/// </remarks>
public static class IcaExperiment
{
    /// <summary>Runs all seeds: the network, the control with shuffled segments and an untrained one start from the same weights.</summary>
    /// <param name="options">Sizes.</param>
    /// <param name="progress">Told the share of steps done, 0 to 1.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    /// <returns>One result a seed.</returns>
    /// <exception cref="ArgumentException">As <see cref="IcaOptions.Validate"/>.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<IcaResult> Run(IcaOptions options, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        options.Validate();
        NativeLibraries.EnsureLoaded();
        using RunningWork running = RunningWork.Begin(cancellation);
        (IcaSignal Train, IcaSignal Test)[] signals = [.. Enumerable.Range(0, options.Seeds).Select(seed => IcaSignal.Draw(options, seed))];
        using DisposeScope scope = NewDisposeScope();

        // Replicas: the networks of all seeds, then their controls.
        MlpShape shape = new(options.Sources, options.Hidden, options.Segments);
        RandomStream[] Streams() => [.. Enumerable.Range(0, 2 * options.Seeds).Select(replica => RandomStream.Named("ica", replica % options.Seeds, "initialisation"))];
        using ReplicatedMlp network = new(shape, Streams(), Precision.Single), untrained = new(shape, Streams(), Precision.Single);
        Tensor inputs = Stack([.. signals, .. signals], signal => signal.Train, options), tests = Stack([.. signals, .. signals], signal => signal.Test, options);
        Tensor labels = Labels(signals, options);
        Train(network, inputs, labels, options, progress, running.Cancellation);

        using IDisposable guard = inference_mode();
        double[][] trained = Rows(network.Features(inputs)), trainedTest = Rows(network.Features(tests));
        double[][] start = Rows(untrained.Features(inputs)), startTest = Rows(untrained.Features(tests));
        Tensor segments = tensor(signals[0].Test.Segments);
        double[] accuracies = network.Forward(tests).Logits!.argmax(2).eq(segments).to(ScalarType.Float64).mean([1]).data<double>().ToArray();
        return
        [
            .. signals.Select((signal, seed) => new IcaResult(
                seed,
                MeanCorrelation(signal, trained[seed], trainedTest[seed], options.Sources),
                MeanCorrelation(signal, trained[options.Seeds + seed], trainedTest[options.Seeds + seed], options.Sources),
                MeanCorrelation(signal, start[seed], startTest[seed], options.Sources),
                MeanCorrelation(signal, WithModuli(signal.Train.Observed), WithModuli(signal.Test.Observed), options.Sources),
                accuracies[seed],
                signal.Test.BestAccuracy(),
                accuracies[options.Seeds + seed])),
        ];
    }

    /// <summary>The mean over sources of the test correlation of |s_i| with its best linear function of the features.</summary>
    internal static double MeanCorrelation((IcaSignal Train, IcaSignal Test) signal, double[] trainFeatures, double[] testFeatures, int sources) =>
        Enumerable.Range(0, sources).Average(source => LinearReadout.Correlation(trainFeatures, Moduli(signal.Train, source, sources), testFeatures, Moduli(signal.Test, source, sources)));

    private static void Train(ReplicatedMlp network, Tensor inputs, Tensor labels, IcaOptions options, IProgress<double>? progress, CancellationToken cancellation)
    {
        using ReplicatedAdam optimiser = new(network, options.LearningRate, weightDecay: 0);
        int count = options.Segments * options.SamplesPerSegment, batches = count / options.BatchSize, steps = options.Epochs * batches;
        RandomStream order = RandomStream.Named("ica", "order");
        long[] visited = [.. Enumerable.Range(0, count).Select(i => (long)i)];
        for (int step = 0; step < steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            using DisposeScope scope = NewDisposeScope();
            if (step % batches == 0)
            {
                order.Shuffle(visited.AsSpan());
            }

            // One order for all replicas: their samples are as independent in any order.
            Tensor batch = tensor(visited.AsSpan(step % batches * options.BatchSize, options.BatchSize).ToArray());
            (_, Tensor? logits) = network.Forward(inputs.index_select(1, batch));
            CrossEntropy.PerReplica(logits!, labels.index_select(1, batch)).sum().backward();
            optimiser.TakeStep();
            if (step % 20 == 0 || step == steps - 1)
            {
                progress?.Report((step + 1.0) / steps);
            }
        }
    }

    // [R, N, n], each coordinate with the training signal's mean 0 and standard deviation 1.
    private static Tensor Stack(IReadOnlyList<(IcaSignal Train, IcaSignal Test)> signals, Func<(IcaSignal Train, IcaSignal Test), IcaSignal> which, IcaOptions options)
    {
        long[] shape = [signals.Count, options.Segments * options.SamplesPerSegment, options.Sources];
        Tensor train = tensor([.. signals.SelectMany(signal => signal.Train.Observed)], shape), own = tensor([.. signals.SelectMany(signal => which(signal).Observed)], shape);
        return ((own - train.mean([1], keepdim: true)) / train.std([1], keepdim: true)).to(ScalarType.Float32);
    }

    private static Tensor Labels((IcaSignal Train, IcaSignal Test)[] signals, IcaOptions options)
    {
        List<long> labels = [.. signals.SelectMany(signal => signal.Train.Segments)];
        for (int seed = 0; seed < signals.Length; seed++)
        {
            long[] shuffled = [.. signals[seed].Train.Segments];
            RandomStream.Named("ica", seed, "shuffled segments").Shuffle(shuffled.AsSpan());
            labels.AddRange(shuffled);
        }

        return tensor(labels.ToArray(), [2 * signals.Length, options.Segments * options.SamplesPerSegment]);
    }

    private static double[][] Rows(Tensor features) =>
        [.. Enumerable.Range(0, (int)features.shape[0]).Select(replica => features[replica].to(ScalarType.Float64).contiguous().data<double>().ToArray())];

    private static double[] Moduli(IcaSignal signal, int source, int sources) => [.. Enumerable.Range(0, signal.Count).Select(i => Math.Abs(signal.Sources[i * sources + source]))];

    // A row x becomes x, |x|.
    private static double[] WithModuli(double[] observed) => [.. observed.SelectMany(value => new[] { value, Math.Abs(value) })];
}
