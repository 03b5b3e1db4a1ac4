namespace RegCls.Data;

/// <summary>Candidate inputs with the targets they are binned by.</summary>
internal sealed class TargetPool
{
    public TargetPool(double[] inputs, double[] targets)
    {
        Inputs = inputs;
        Targets = targets;
        Minimum = double.PositiveInfinity;
        Maximum = double.NegativeInfinity;
        foreach (var y in targets)
        {
            Minimum = Math.Min(Minimum, y);
            Maximum = Math.Max(Maximum, y);
        }
    }

    public double[] Inputs { get; }

    public double[] Targets { get; }

    public double Minimum { get; }

    public double Maximum { get; }

    public double Range => Maximum - Minimum;

    public static TargetPool Draw(SumOfSines function, Interval interval, int size, RandomStream stream)
    {
        var inputs = new double[size];
        for (var i = 0; i < size; i++)
        {
            inputs[i] = stream.NextUniform(interval.Low, interval.High);
        }

        var targets = new double[size];
        function.Evaluate(inputs, targets);
        return new TargetPool(inputs, targets);
    }

    public static TargetPool Join(IReadOnlyList<TargetPool> pools) =>
        new([.. pools.SelectMany(pool => pool.Inputs)], [.. pools.SelectMany(pool => pool.Targets)]);

    /// <summary>The same inputs with noise on the targets.</summary>
    public TargetPool WithNoise(double standardDeviation, RandomStream stream)
    {
        var noisy = new double[Targets.Length];
        for (var i = 0; i < noisy.Length; i++)
        {
            noisy[i] = Targets[i] + (standardDeviation * stream.NextGaussian());
        }

        return new TargetPool(Inputs, noisy);
    }

    /// <summary>Only the candidates whose target is outside [low, high].</summary>
    public TargetPool Outside(double low, double high)
    {
        var inputs = new List<double>(Inputs.Length);
        var targets = new List<double>(Inputs.Length);
        for (var i = 0; i < Targets.Length; i++)
        {
            if (Targets[i] < low || Targets[i] > high)
            {
                inputs.Add(Inputs[i]);
                targets.Add(Targets[i]);
            }
        }

        return new TargetPool([.. inputs], [.. targets]);
    }
}
