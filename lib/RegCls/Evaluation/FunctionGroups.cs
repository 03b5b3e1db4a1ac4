namespace RegCls.Evaluation;

/// <summary>Observations grouped by function, in the order of the function numbers, after their guards.</summary>
internal static class FunctionGroups
{
    public static List<ArmObservation[]> Of(IReadOnlyList<ArmObservation> observations, string argument)
    {
        if (observations.Count == 0)
        {
            throw new ArgumentException("The statistics over functions got no observations; expected at least two functions with one run each.", argument);
        }

        var seen = new HashSet<(int Function, int Seed)>();
        foreach (var (function, seed, value) in observations)
        {
            if (!double.IsFinite(value))
            {
                throw new ArgumentException($"The run of function {function} with seed {seed} has the value {value}; expected finite values: find out why that model diverged before comparing.", argument);
            }

            if (!seen.Add((function, seed)))
            {
                throw new ArgumentException($"Function {function} with seed {seed} came twice; expected one value for each function and seed.", argument);
            }
        }

        // Sorted, so that the result does not depend on the order in which runs finished.
        var groups = observations
            .GroupBy(observation => observation.Function)
            .OrderBy(group => group.Key)
            .Select(group => group.OrderBy(observation => observation.Seed).ToArray())
            .ToList();
        if (groups.Count < 2)
        {
            throw new ArgumentException($"All {observations.Count} observations are of function {groups[0][0].Function}; expected at least two functions, as they are the units of the statistics.", argument);
        }

        return groups;
    }

    public static double[] Means(List<ArmObservation[]> groups) =>
        [.. groups.Select(group => group.Average(observation => observation.Value))];

    /// <summary>The standard deviation within functions, pooled over functions; null if no function has two runs.</summary>
    public static double? PooledStandardDeviation(List<ArmObservation[]> groups)
    {
        var (squares, freedom) = (0.0, 0);
        foreach (var group in groups)
        {
            var mean = group.Average(observation => observation.Value);
            squares += group.Sum(observation => (observation.Value - mean) * (observation.Value - mean));
            freedom += group.Length - 1;
        }

        return freedom == 0 ? null : Math.Sqrt(squares / freedom);
    }
}
