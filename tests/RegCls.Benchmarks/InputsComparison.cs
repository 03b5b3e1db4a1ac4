using System.Diagnostics;
using System.Globalization;
using RegCls.Binning;
using RegCls.Data;
using RegCls.Data.Video;
using RegCls.Training;

namespace RegCls.Benchmarks;

/// <summary>
/// Microseconds per model and step for networks of several inputs: TorchSharp one model at a time, with one thread or all, whichever is faster, and the vectorised engine on one core and on all. The ways are
/// timed in turn, and the ratio is taken within each round, so that a busy machine slows all of them alike.
/// </summary>
internal static class InputsComparison
{
    private const int Rows = 64 * 256;
    private const double Mark = 5;

    private static readonly (int Inputs, int Width, int Classes)[] Settings = [(1, 64, 16), (8, 64, 0), (8, 64, 16), (8, 16, 16), (8, 64, 64), (32, 64, 16), (64, 64, 16)];

    /// <summary>Runs and prints a Markdown table.</summary>
    /// <param name="rounds">How often everything is timed.</param>
    /// <param name="batch">Samples a step.</param>
    public static void Run(int rounds, int batch)
    {
        Console.WriteLine($"{Environment.ProcessorCount} cores, batch {batch}, two hidden layers, {rounds} rounds; median µs per model and step");
        Console.WriteLine("| inputs | width | C | TorchSharp, one at a time | vectorised, 1 core | vectorised, all cores | one at a time ÷ all cores |\n|---|---|---|---|---|---|---|");
        foreach ((int inputs, int width, int classes) in Settings)
        {
            RandomStream stream = RandomStream.Named("inputs", inputs);
            FeatureTable table = FeatureTable.Of([.. Enumerable.Range(0, Rows * inputs).Select(_ => (float)stream.NextGaussian())], inputs);
            List<(double Alone, double One, double All)> times = [];
            for (int round = 0; round <= rounds; round++)
            {
                double alone = Math.Min(OneAtATime(1), OneAtATime(Environment.ProcessorCount));
                times.Add((alone, Time(TrainingEngine.Vectorised, 4, 1), Time(TrainingEngine.Vectorised, 4 * Environment.ProcessorCount, Environment.ProcessorCount)));
            }

            times.RemoveAt(0);
            double ratio = Median(times.Select(time => time.Alone / time.All));
            string verdict = (inputs, width, classes) == (8, 64, 16) ? ratio >= Mark ? $" (mark {Mark}: reached)" : $" (mark {Mark}: missed)" : "";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {inputs} | {width} | {classes} | {Median(times.Select(time => time.Alone)):F0} | {Median(times.Select(time => time.One)):F0} | {Median(times.Select(time => time.All)):F0} | {ratio:F1}×{verdict} |"));

            double OneAtATime(int threads)
            {
                int before = TorchSharp.torch.get_num_threads();
                TorchSharp.torch.set_num_threads(threads);
                double time = Time(TrainingEngine.Tensors, 1, 1);
                TorchSharp.torch.set_num_threads(before);
                return time;
            }

            double Time(TrainingEngine engine, int models, int workers)
            {
                TrainingOptions options = new() { Features = inputs, Hidden = [width, width], Classes = classes, Epochs = 1, BatchSize = batch, Engine = engine, Workers = workers };
                ReplicaTask[] tasks = [.. Enumerable.Range(0, models).Select(model => Task(table, classes, model))];
                long start = Stopwatch.GetTimestamp();
                foreach (TrainedReplica trained in ReplicatedTrainer.Train(tasks, options))
                {
                    trained.Dispose();
                }

                return Stopwatch.GetElapsedTime(start).TotalMicroseconds / models / (Rows / batch);
            }
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        return ordered[ordered.Length / 2];
    }

    private static ReplicaTask Task(FeatureTable table, int classes, int model)
    {
        int[] rows = [.. Enumerable.Range(0, Rows)];
        double[] targets = [.. rows.Select(row => (double)table.Row(row)[0])];
        return new ReplicaTask
        {
            Features = new FeatureRows(table, rows),
            Targets = targets,
            Labels = classes > 0 ? ClassRanges.FromTargets(targets, classes).Labels(targets) : null,
            Arm = classes > 0 ? Arm.RegCls : Arm.Reg,
            Lambda = 100,
            Initialisation = RandomStream.Named("inputs", model, "initialisation"),
            Shuffle = RandomStream.Named("inputs", model, "shuffle"),
        };
    }
}
