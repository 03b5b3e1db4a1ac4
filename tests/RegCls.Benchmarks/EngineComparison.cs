using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using RegCls.Training;

namespace RegCls.Benchmarks;

/// <summary>
/// Microseconds per model and step on the same work, in one run on one machine: a plain PyTorch loop, TorchSharp one model at a time, TorchSharp replicas in a batch, and the
/// vectorised engine on one core and on all. Ways are timed in turn, round after round; medians are printed, and the median of each round's ratio to one at a time, so that a
/// busy machine slows all of them alike. One at a time uses libtorch's own threads or one, whichever is faster.
/// </summary>
internal static class EngineComparison
{
    private const int EpochsOneAtATime = 2;

    private static readonly int[] ClassCounts = [0, 4, 16, 64, 256, 1024];

    // What is asked of training in batches against one at a time, by number of classes.
    private static readonly Dictionary<int, double> Marks = new() { [4] = 15, [16] = 15, [64] = 15, [256] = 5, [1024] = 3 };

    /// <summary>Runs and prints Markdown tables.</summary>
    /// <param name="rounds">How often everything is timed.</param>
    public static void Run(int rounds)
    {
        if (rounds < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(rounds), rounds, "Expected at least 1 round.");
        }

        Growth();
        string[] ways = ["plain PyTorch loop, 1 thread", "TorchSharp, one at a time", "TorchSharp, replicas in a batch", "vectorised, 1 core", "vectorised, all cores"];
        Dictionary<(string Way, int Classes), List<double>> times = [];
        string? version = null;
        for (int round = 0; round <= rounds; round++)
        {
            Console.Error.WriteLine(round == 0 ? "warm-up" : $"round {round} of {rounds}");
            (version, Dictionary<int, double>? plain) = PlainLoop();
            foreach (int classes in ClassCounts)
            {
                EpochWork work = new(classes);
                double[] measured =
                [
                    plain?[classes] ?? double.NaN,
                    Math.Min(OneAtATime(work, threads: 1), OneAtATime(work, Environment.ProcessorCount)),
                    PerStep(work.ReplicasInCache, () => work.Train(TrainingEngine.Tensors, 0, work.ReplicasInCache)),
                    PerStep(30, () => work.Train(TrainingEngine.Vectorised, 0, 30, workers: 1)),
                    PerStep(60, () => work.Train(TrainingEngine.Vectorised, 0, 60)),
                ];
                for (int way = 0; round > 0 && way < ways.Length; way++)
                {
                    times.TryAdd((ways[way], classes), []);
                    times[(ways[way], classes)].Add(measured[way]);
                }
            }
        }

        Console.WriteLine(version is null ? "No python3 with torch was found, so the plain PyTorch loop is left out (Debian: apt install python3-torch)." : $"PyTorch {version}; {Environment.ProcessorCount} cores; median of {rounds} rounds (lowest–highest), µs per model and step");
        Console.WriteLine($"\n| | {string.Join(" | ", ClassCounts.Select(classes => classes == 0 ? "reg" : $"C = {classes}"))} |\n|---|{string.Concat(ClassCounts.Select(_ => "---|"))}");
        foreach (string way in ways)
        {
            Console.WriteLine($"| {way} | {string.Join(" | ", ClassCounts.Select(classes => Range(times[(way, classes)])))} |");
        }

        foreach (string way in ways.Where(way => way != ways[1]))
        {
            Console.WriteLine($"| {ways[1]} ÷ {way} | {string.Join(" | ", ClassCounts.Select(classes => Ratio(times[(ways[1], classes)], times[(way, classes)])))} |");
        }

        Console.WriteLine();
        foreach ((int classes, double mark) in Marks)
        {
            double best = Math.Max(MedianRatio(times[(ways[1], classes)], times[(ways[2], classes)]), MedianRatio(times[(ways[1], classes)], times[(ways[4], classes)]));
            Console.WriteLine(FormattableString.Invariant($"C = {classes}: {best:F1}× against the mark of {mark}×: {(best >= mark ? "reached" : "missed")}"));
        }
    }

    private static double OneAtATime(EpochWork work, int threads)
    {
        int before = TorchSharp.torch.get_num_threads();
        TorchSharp.torch.set_num_threads(threads);
        double time = PerStep(2 * EpochsOneAtATime, () =>
        {
            work.Train(TrainingEngine.Tensors, 0, 1, EpochsOneAtATime);
            work.Train(TrainingEngine.Tensors, 1, 1, EpochsOneAtATime);
        });
        TorchSharp.torch.set_num_threads(before);
        return time;
    }

    // Time against models and epochs, and memory, at C = 64.
    private static void Growth()
    {
        EpochWork work = new(64);
        work.Train(TrainingEngine.Vectorised, 0, 40, epochs: 4);
        Console.WriteLine("| vectorised, C = 64 | seconds | per model and epoch | peak memory of the process |\n|---|---|---|---|");
        foreach ((int models, int epochs) in new[] { (20, 1), (40, 1), (80, 1), (20, 2), (20, 4), (20, 8) })
        {
            ForgetPeakMemory();
            double seconds = Enumerable.Range(0, 3).Select(_ => Time(() => work.Train(TrainingEngine.Vectorised, 0, models, epochs))).Order().ElementAt(1);
            using Process process = Process.GetCurrentProcess();
            Console.WriteLine(FormattableString.Invariant($"| {models} models × {epochs} epoch{(epochs == 1 ? "" : "s")} | {seconds:F3} | {1e3 * seconds / models / epochs:F2} ms | {process.PeakWorkingSet64 / (1 << 20)} MB |"));
        }
    }

    // PeakWorkingSet64 is the highest ever; Linux starts it anew on request.
    private static void ForgetPeakMemory()
    {
        GC.Collect();
        if (File.Exists("/proc/self/clear_refs"))
        {
            File.WriteAllText("/proc/self/clear_refs", "5");
        }
    }

    private static double PerStep(int models, Action train) => Time(train) / models / EpochWork.Steps * 1e6;

    private static double Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Range(List<double> values) => double.IsNaN(values[0])
        ? "–"
        : string.Create(CultureInfo.InvariantCulture, $"{Median(values):F0} ({values.Min():F0}–{values.Max():F0})");

    // The ratio of each round, then their median: what disturbed a round disturbed both.
    private static double MedianRatio(List<double> first, List<double> second) => Median([.. first.Zip(second, (a, b) => a / b)]);

    private static string Ratio(List<double> first, List<double> second) => double.IsNaN(second[0])
        ? "–"
        : string.Create(CultureInfo.InvariantCulture, $"{MedianRatio(first, second):F1}×");

    private static (string? Version, Dictionary<int, double>? Microseconds) PlainLoop()
    {
        foreach (string python in new[] { "python3", "/usr/bin/python3" })
        {
            try
            {
                using Process? process = Process.Start(new ProcessStartInfo(python, [Path.Combine(AppContext.BaseDirectory, "plain_loop.py")]) { RedirectStandardOutput = true, RedirectStandardError = true });
                string output = process!.StandardOutput.ReadToEnd();
                process.StandardError.ReadToEnd();
                process.WaitForExit();
                if (process.ExitCode == 0)
                {
                    using JsonDocument document = JsonDocument.Parse(output);
                    return (
                        document.RootElement.GetProperty("version").GetString(),
                        document.RootElement.GetProperty("microseconds").EnumerateObject().ToDictionary(pair => int.Parse(pair.Name, CultureInfo.InvariantCulture), pair => pair.Value.GetDouble()));
                }
            }
            catch (System.ComponentModel.Win32Exception)
            {
                // No such program; the next name is tried.
            }
        }

        return (null, null);
    }
}
