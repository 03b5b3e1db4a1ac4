using RegCls.Data;

namespace RegCls.Studies.Searches;

/// <summary>Under what arms are compared: data, and what of the training is not searched.</summary>
/// <param name="Name">Its name in records of choices, tables and charts.</param>
/// <param name="Scenario">Scenario of the data.</param>
/// <param name="Sampling">Sampling of the training set.</param>
/// <param name="Change">What else is otherwise than in the paper; null for nothing.</param>
/// <param name="Details">What the name does not say, in words.</param>
public sealed record SearchCondition(string Name, Scenario Scenario, Sampling Sampling, Func<RunConfiguration, RunConfiguration>? Change = null, string Details = "")
{
    private static readonly Sampling[] Samplings = [Sampling.Severe, Sampling.Uniform];

    /// <summary>Clean and noisy data, severe and uniform sampling.</summary>
    public static IReadOnlyList<SearchCondition> Four { get; } =
    [
        .. from sampling in Samplings
           from scenario in Fig4Study.Scenarios
           select new SearchCondition($"{scenario.Kind.ToString().ToLowerInvariant()}, {sampling.ToString().ToLowerInvariant()}", scenario, sampling),
    ];

    /// <summary>The model before an arm and a trial are chosen.</summary>
    /// <param name="function">Index of the function.</param>
    /// <param name="dataSeed">Seed of the data.</param>
    /// <param name="trainingSeed">Seed of the training.</param>
    /// <param name="epochs">Passes over the training set, unless the condition says otherwise.</param>
    public RunConfiguration Run(int function, int dataSeed, int trainingSeed, int epochs)
    {
        RunConfiguration run = new()
        {
            Scenario = Scenario,
            Sampling = Sampling,
            Function = function,
            DataSeed = dataSeed,
            TrainingSeed = trainingSeed,
            Arm = Training.Arm.Reg,
            Lambda = 1,
            LearningRate = 1e-3,
            Epochs = epochs,
        };
        return Change?.Invoke(run) ?? run;
    }
}
