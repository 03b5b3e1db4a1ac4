using RegCls.Binning;
using RegCls.Data;
using RegCls.Training;

namespace RegCls.Tests.Training;

/// <summary>Small training tasks on a sum of sines.</summary>
internal static class SyntheticTasks
{
    public static ReplicaTask Create(int seed, int samples, Arm arm, int classes = 0, double lambda = 100)
    {
        RandomStream stream = RandomStream.Named("test", seed);
        SumOfSines function = SumOfSines.Published[seed % 10];
        double[] inputs = [.. Enumerable.Range(0, samples).Select(_ => stream.NextUniform(-1, 1))];
        double[] targets = [.. inputs.Select(function.Evaluate)];
        return new ReplicaTask
        {
            Inputs = inputs,
            Targets = targets,
            Labels = classes > 0 ? ClassRanges.FromTargets(targets, classes).Labels(targets) : null,
            Arm = arm,
            Lambda = lambda,
            Initialisation = RandomStream.Named("test", seed, "initialisation"),
            Shuffle = RandomStream.Named("test", seed, "shuffle"),
        };
    }

    public static double[] Probe { get; } = [.. Enumerable.Range(0, 200).Select(i => -1 + i / 100.0)];

    public static double LargestDifference(double[] first, double[] second) => first.Zip(second, (a, b) => Math.Abs(a - b)).Max();
}
