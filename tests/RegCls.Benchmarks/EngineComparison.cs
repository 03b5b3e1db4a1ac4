using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using RegCls.Training;

namespace RegCls.Benchmarks;

/// <summary>
/// Microseconds per model and step on the same work, in one run on one machine: a plain PyTorch loop, TorchSharp one model at a time, TorchSharp replicas in a batch, and the
/// vectorised engine on one core and on all. Ways are timed in turn, round after round, and medians are printed with the ratio to one at a time, so that a busy machine
/// slows all of them alike.
/// </summary>
internal static class EngineComparison
{
    private static readonly int[] ClassCounts = [0, 4, 16, 64, 256, 1024];

    /// <summary>Runs and prints Markdown tables.</summary>
    /// <param name="rounds">How often everything is timed.</param>
    public static void Run(int rounds)
    {
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
                    PerStep(3, () => { for (int model = 0; model < 3; model++) { work.Train(TrainingEngine.Tensors, model, 1); } }),
                    PerStep(work.ReplicasInCache, () => work.Train(TrainingEngine.Tensors, 0, work.ReplicasInCache)),
                    PerStep(10, () => work.Train(TrainingEngine.Vectorised, 0, 10, workers: 1)),
                    PerStep(20, () => work.Train(TrainingEngine.Vectorised, 0, 20)),
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

        Growth();
    }

    // Time against models and epochs, and memory, at C = 64.
    private static void Growth()
    {
        EpochWork work = new(64);
        work.Train(TrainingEngine.Vectorised, 0, 4);
        Console.WriteLine("\n| vectorised, C = 64 | seconds | per model and epoch | peak memory of the process |\n|---|---|---|---|");
        foreach ((int models, int epochs) in new[] { (20, 1), (40, 1), (80, 1), (20, 2), (20, 4), (20, 8) })
        {
            double seconds = Enumerable.Range(0, 3).Select(_ => Time(() => work.Train(TrainingEngine.Vectorised, 0, models, epochs))).Order().ElementAt(1);
            using Process process = Process.GetCurrentProcess();
            Console.WriteLine(FormattableString.Invariant($"| {models} models × {epochs} epochs | {seconds:F3} | {1e3 * seconds / models / epochs:F2} ms | {process.PeakWorkingSet64 / (1 << 20)} MB |"));
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
    private static string Ratio(List<double> first, List<double> second) => double.IsNaN(second[0])
        ? "–"
        : string.Create(CultureInfo.InvariantCulture, $"{Median([.. first.Zip(second, (a, b) => a / b)]):F1}×");

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
