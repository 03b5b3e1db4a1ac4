namespace RegCls.Data;

/// <summary>Generates the data sets of the 1D study (Sec. 4.1; Figs. 1 to 3).</summary>
/// <remarks>
/// <para>Uniform sampling cuts the pool's target range into equal bins and draws equally often, with replacement, from each
/// that is not empty. Imbalanced sampling draws a peak y* uniformly from the target range, takes most samples from
/// y* ± ratio · range, and the rest as background. Targets are recomputed as f(x), plus fresh noise in the noisy scenario, after the
/// inputs are drawn. As in the release, a noisy uniform pool is binned by noisy targets, a noisy imbalanced one by clean ones.</para>
/// <para>The numbers depend only on the arguments. Pool and peak do not depend on the sampling, nor on clean or noisy, so those are
/// paired. In one point this is not the release: there all functions of a data seed share the pool of inputs and the
/// relative height of the peak; here each function draws its own, so that functions are independent units of a statistic.</para>
/// </remarks>
public static class FunctionDataGenerator
{
    /// <summary>Generates one data set.</summary>
    /// <param name="function">The function.</param>
    /// <param name="functionIndex">Its number in the study, at least 0; names the random streams, together with the function itself.</param>
    /// <param name="scenario">Clean, noisy or out-of-distribution.</param>
    /// <param name="sampling">The distribution of the training targets; validation and test are uniform whatever it is.</param>
    /// <param name="dataSeed">The data seed; the study's are <see cref="StudySeeds.Data"/>.</param>
    /// <param name="variant">As released or as written in the paper.</param>
    /// <param name="options">Sizes; the study's when null.</param>
    /// <returns>The data set; with the study's sizes about 18,000 to 26,000 samples in each set.</returns>
    /// <exception cref="ArgumentException">An argument is out of its range, the amplitude is not finite, or the function is constant.</exception>
    public static FunctionDataSet Generate(
        SumOfSines function,
        int functionIndex,
        Scenario scenario,
        Sampling sampling,
        int dataSeed,
        SamplingVariant variant = SamplingVariant.AsReleased,
        FunctionDataOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentOutOfRangeException.ThrowIfNegative(functionIndex);
        CheckDefined(sampling, nameof(sampling));
        CheckDefined(variant, nameof(variant));
        if (!double.IsFinite(function.A) || function.C < 1 || (function.A == 0 && function.D == 0))
        {
            throw new ArgumentException($"The function has a = {function.A:R} and c = {function.C}; expected a finite amplitude a and a frequency c of at least 1 that do not make it constant.", nameof(function));
        }

        if (scenario.Kind == ScenarioKind.OutOfDistribution && variant is SamplingVariant.ReleasedPeak75 or SamplingVariant.ReleasedSeparatePools)
        {
            throw new ArgumentException($"The variant {variant} was asked for out-of-distribution; it exists for clean and noisy data only, as the released out-of-distribution sets have pools of their own and about 75 % from the peak already.", nameof(variant));
        }

        options ??= new FunctionDataOptions();
        options.Check();

        var streams = new StudyStreams(function, functionIndex, dataSeed);
        var intervals = scenario.Kind == ScenarioKind.OutOfDistribution
            ? IntervalSet.Create(variant, streams.For("intervals"))
            : null;
        IInputSource source = (variant, intervals) switch
        {
            (SamplingVariant.AsWritten, _) => new WrittenPools(function, scenario, intervals, options, streams),
            (_, null) => new ReleasedWholeRange(function, scenario, variant, options, streams),
            _ => new ReleasedIntervals(function, intervals, options, streams),
        };

        var uniform = source.DrawUniform();
        double? peak = sampling == Sampling.Uniform ? null : source.DrawPeak(streams.For("peak"));
        double? peakShare = null;
        var train = uniform.Train;
        if (peak is { } target)
        {
            train = source.DrawImbalanced(sampling, target, out var share);
            peakShare = share;
        }

        return new FunctionDataSet
        {
            Function = function,
            FunctionIndex = functionIndex,
            Scenario = scenario,
            Sampling = sampling,
            Variant = variant,
            DataSeed = dataSeed,
            Peak = peak,
            PeakShare = peakShare,
            Train = WithTargets(train, sampling, "train"),
            Validation = WithTargets(uniform.Validation, Sampling.Uniform, "validation"),
            Test = WithTargets(uniform.Test, Sampling.Uniform, "test"),
            Intervals = intervals,
        };

        SampleSet WithTargets(double[] inputs, Sampling of, string set)
        {
            var targets = new double[inputs.Length];
            function.Evaluate(inputs, targets);
            if (scenario.Kind == ScenarioKind.Noisy)
            {
                var noise = streams.For("target noise", of, set);
                for (var i = 0; i < targets.Length; i++)
                {
                    targets[i] += scenario.NoiseStandardDeviation * noise.NextGaussian();
                }
            }

            return new SampleSet(inputs, targets);
        }
    }

    private static void CheckDefined<T>(T value, string name)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{value} is no {typeof(T).Name}; expected one of {string.Join(", ", Enum.GetNames<T>())}.");
        }
    }
}
