using RegCls.Data;
using RegCls.Training;

namespace RegCls.Studies.Searches;

/// <summary>
/// Is there any corner in which classes beat the tuned control? An honest search by successive halving: forty settings are drawn, both arms are tuned a little in each; the ten with the largest gain on validation are tuned more; the three best of
/// those are tested on ten functions with seeds that nothing before has seen.
/// </summary>
public static class Corners
{
    /// <summary>Steps of a training as published: 80 epochs of 84 batches.</summary>
    public const int Steps = 6720;

    private const int Drawn = 40, Kept = 10, Tested = 3;

    /// <summary>The rounds; what goes on to the next is read from what the one before chose, so a round has no settings until that is recorded.</summary>
    public static IReadOnlyList<RandomSearch> Rounds { get; } =
    [
        Round("corners", "Forty settings drawn at random, control and reg+cls tuned a little", () => [.. Enumerable.Range(0, Drawn).Select(Draw)]) with { Trials = 8, Functions = [0, 4, 8], IsTested = false },
        Round("corners-kept", "The ten settings with the largest gain of the classes on validation, tuned more", () => Best("corners", Kept)) with { Trials = 24, IsTested = false },
        Round("corners-best", "The three best settings of those, tuned with 60 trials and tested with fresh seeds", () => Best("corners-kept", Tested)) with { Trials = 60, TestSeeds = [.. Enumerable.Range(1, 5).Select(seed => (1_000 + seed, 2_000 + seed))] },
    ];

    /// <summary>A run on fewer samples, with batches no larger than they are, and as many steps.</summary>
    /// <param name="run">The run.</param>
    /// <param name="samples">Size of the training set, a multiple of 16.</param>
    /// <param name="steps">Steps of the training.</param>
    public static RunConfiguration WithSamples(RunConfiguration run, int samples, int steps)
    {
        int batch = Math.Min(256, samples);
        return run with { Samples = samples, BatchSize = batch, Epochs = Math.Max(1, steps / (samples / batch)) };
    }

    private static RandomSearch Round(string name, string description, Func<IReadOnlyList<SearchCondition>> conditions) => new(name, description, conditions, [SearchArm.ScaledReg.WithAdam(), SearchArm.RegCls.WithAdam()]);

    private static SearchCondition Draw(int corner)
    {
        RandomStream stream = RandomStream.Named("1d", "corner", corner);
        Scenario scenario = Pick(stream, [Scenario.Clean, Scenario.Noisy(0.1), Scenario.Noisy(0.5)]);
        Sampling sampling = Pick(stream, Enum.GetValues<Sampling>());
        TrainingNoise noise = Pick(stream, Enum.GetValues<TrainingNoise>());
        int samples = Pick(stream, [64, 256, 1024, 4096, 0]), steps = Pick(stream, [Steps / 16, Steps / 4, Steps]), classes = Pick(stream, [4, 16, 64]);
        HiddenLayers hidden = Pick(stream, [HiddenLayers.Of(5, 5), HiddenLayers.Table6, HiddenLayers.Of(16, 15)]);
        string details = FormattableString.Invariant($"{scenario.Name}, {sampling.ToString().ToLowerInvariant()} sampling, {(noise == TrainingNoise.None ? "" : SearchCatalogue.Name(noise) + ", ")}{(samples == 0 ? "all" : samples)} samples, {steps} steps, {hidden.Text} units, C = {classes}");
        return new SearchCondition($"corner {corner + 1}", scenario, sampling, Change, details);

        RunConfiguration Change(RunConfiguration run)
        {
            RunConfiguration changed = run with { Noise = noise, Hidden = hidden, Classes = classes };
            return samples == 0 ? changed with { Epochs = steps / (Steps / 80) } : WithSamples(changed, samples, steps);
        }
    }

    // The settings in which reg+cls gained most on the control, in percent of the control's validation error.
    private static IReadOnlyList<SearchCondition> Best(string search, int count)
    {
        ILookup<string, ChosenTrial> chosen = ChosenTrial.Read(search).ToLookup(choice => choice.Condition);
        return
        [
            .. Enumerable.Range(0, Drawn).Select(Draw)
                .Where(corner => chosen[corner.Name].Count() == 2)
                .OrderBy(corner => chosen[corner.Name].Single(choice => choice.Arm == SearchArm.RegCls.Name).ValidationMse / chosen[corner.Name].Single(choice => choice.Arm == SearchArm.ScaledReg.Name).ValidationMse)
                .Take(count),
        ];
    }

    private static T Pick<T>(RandomStream stream, IReadOnlyList<T> values) => values[stream.NextInt32(values.Count)];
}
