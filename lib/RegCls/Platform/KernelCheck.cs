using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Platform;

/// <summary>Holds operations of libtorch against loops written from their definitions: on some processors its kernels compute wrong gradients, and nothing else tells.</summary>
public static class KernelCheck
{
    /// <summary>Largest deviation of a right result, relative to the largest number of its definition: float32 sums over a few thousand terms stay below a tenth of it.</summary>
    public const double Tolerance = 1e-4;

    // An error may depend on what the memory held before, so it may show in the second call only.
    private const int Calls = 2;

    private static readonly float[] Dirt = [float.NaN, float.PositiveInfinity, 1e30f, -100];

    /// <summary>Runs a check. Deterministic but for the kernels; libtorch's number of threads is put back.</summary>
    /// <param name="path">Which kernels these are, for the report.</param>
    /// <param name="cases">What to check, at least one.</param>
    /// <param name="threads">With how many threads each.</param>
    public static KernelReport Run(KernelPath path, IEnumerable<KernelCase> cases, IReadOnlyList<int> threads)
    {
        // OpenMP keeps the number of threads a thread; on one of its own nobody else's is touched.
        KernelReport? report = null;
        Exception? problem = null;
        int before = get_num_threads();
        Thread own = new(() =>
        {
            try
            {
                report = RunHere(path, [.. cases], threads);
            }
#pragma warning disable CA1031 // Thrown again by the calling thread.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                problem = exception;
            }
            finally
            {
                set_num_threads(before);
            }
        });
        own.Start();
        own.Join();
        return report ?? throw new InvalidOperationException($"The check of libtorch's kernels failed: {problem!.Message}", problem);
    }

    private static KernelReport RunHere(KernelPath path, KernelCase[] cases, IReadOnlyList<int> threads)
    {
        List<KernelDeviation> wrong = [];
        KernelDeviation worst = new("", "", threads[0], 0, 1);
        foreach (KernelCase operation in cases)
        {
            IReadOnlyList<double[]> expected = operation.Definition();
            KernelDeviation most = worst with { Difference = -1 };
            foreach (int count in threads)
            {
                set_num_threads(count);
                for (int call = 0; call < Calls; call++)
                {
                    Spread();
                    IReadOnlyList<float[]> computed = operation.Native();
                    for (int i = 0; i < operation.Results.Count; i++)
                    {
                        KernelDeviation here = new(operation.Name, operation.Results[i], count, Difference(computed[i], expected[i]), expected[i].Max(Math.Abs));
                        most = here.Relative > most.Relative || most.Difference < 0 ? here : most;
                    }
                }
            }

            worst = most.Relative > worst.Relative || worst.Case.Length == 0 ? most : worst;
            if (!(most.Relative <= Tolerance))
            {
                wrong.Add(most);
            }
        }

        return new KernelReport(path, cases.Length, threads, worst, [.. wrong.OrderByDescending(deviation => deviation.Relative)]);
    }

    private static double Difference(float[] computed, double[] expected)
    {
        double most = computed.Length == expected.Length ? 0 : double.PositiveInfinity;
        for (int i = 0; i < Math.Min(computed.Length, expected.Length); i++)
        {
            double difference = Math.Abs(computed[i] - expected[i]);
            most = Math.Max(most, double.IsNaN(difference) ? double.PositiveInfinity : difference);
        }

        return most;
    }

    // Leaves memory that the next call is given with numbers that show wherever they are read: it is freed here and asked for again there.
    private static void Spread()
    {
        using DisposeScope scope = NewDisposeScope();
        for (int size = 64; size <= 1 << 16; size *= 4)
        {
            foreach (float value in Dirt)
            {
                using Scalar number = value;
                full([size], number);
            }
        }
    }
}
