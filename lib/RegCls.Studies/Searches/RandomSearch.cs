using RegCls.Data;

namespace RegCls.Studies.Searches;

/// <summary>
/// A comparison in which every arm is tuned: the same number of random trials for each, the trial with the lowest validation MSE over some functions and one seed, then a test on all functions with five seeds. Both are studies of their own;
/// what the first chose is written down in <c>data/chosen-trials.csv</c>.
/// </summary>
/// <param name="Name">Short name; the test's has <c>-test</c> after it.</param>
/// <param name="Description">One sentence: what it asks.</param>
/// <param name="Under">Gives the conditions; asked when they are needed, since those of a round may be what the one before chose.</param>
/// <param name="Arms">What is tuned.</param>
public sealed record RandomSearch(string Name, string Description, Func<IReadOnlyList<SearchCondition>> Under, IReadOnlyList<SearchArm> Arms)
{
    private const int Epochs = 80;

    /// <summary>Under what arms are compared, in the order in which they are run.</summary>
    public IReadOnlyList<SearchCondition> Conditions => Under();

    /// <summary>Trials an arm and condition.</summary>
    public int Trials { get; init; } = 30;

    /// <summary>The functions that trials are judged on.</summary>
    public IReadOnlyList<int> Functions { get; init; } = [0, 2, 4, 6, 8];

    /// <summary>Whether what it chose is tested; rounds that only choose what the next one tries are not.</summary>
    public bool IsTested { get; init; } = true;

    /// <summary>Seeds of data and training that chosen trials are tested with.</summary>
    public IReadOnlyList<(int Data, int Training)> TestSeeds { get; init; } = [.. StudySeeds.Data.Zip(StudySeeds.Training)];

    /// <summary>The grid of the search. Full: all of it. Quick: the first condition, 6 trials, 2 functions. Smoke: the first condition, 2 arms, 2 trials, 2 functions, 1 epoch.</summary>
    public Study<RunConfiguration> Create(Profile profile)
    {
        (int conditions, int arms, int trials, int functions, int epochs) = profile switch
        {
            Profile.Full => (Conditions.Count, Arms.Count, Trials, Functions.Count, Epochs),
            Profile.Quick => (1, Arms.Count, 6, 2, Epochs),
            Profile.Smoke => (1, 2, 2, 2, 1),
            _ => throw new ArgumentOutOfRangeException(nameof(profile), profile, "Expected Smoke, Quick or Full."),
        };
        return new Study<RunConfiguration>(Name, Description + ": the search", profile, Distinct(
            from condition in Conditions.Take(conditions)
            from function in Functions.Take(functions)
            from arm in Arms.Take(arms)
            from trial in Enumerable.Range(0, trials)
            select Run(condition, arm, trial, function, (StudySeeds.Data[0], StudySeeds.Training[0]), epochs)));
    }

    /// <summary>The grid of the test: the chosen trials of all conditions and arms that have one. Full: 10 functions, all seeds. Quick: the first condition, 3 functions, 1 seed. Smoke: 2 functions, 1 epoch.</summary>
    public Study<RunConfiguration> CreateTest(Profile profile)
    {
        (int conditions, int functions, int seeds, int epochs) = profile switch
        {
            Profile.Full => (Conditions.Count, 10, TestSeeds.Count, Epochs),
            Profile.Quick => (1, 3, 1, Epochs),
            Profile.Smoke => (1, 2, 1, 1),
            _ => throw new ArgumentOutOfRangeException(nameof(profile), profile, "Expected Smoke, Quick or Full."),
        };
        IReadOnlyList<ChosenTrial> chosen = ChosenTrial.Read(Name);
        return new Study<RunConfiguration>(Name + "-test", Description + ": what the search chose, tested", profile, Distinct(
            from condition in Conditions.Take(conditions)
            from seed in TestSeeds.Take(seeds)
            from function in Enumerable.Range(0, functions)
            from arm in Arms
            let choice = chosen.FirstOrDefault(choice => choice.Condition == condition.Name && choice.Arm == arm.Name)
            where choice is not null
            select Run(condition, arm, choice.Trial, function, seed, epochs)));
    }

    /// <summary>What the search chose: of each condition and arm the trial with the lowest mean validation MSE over functions. A trial that diverged on one of them is never chosen.</summary>
    /// <param name="records">Records of the whole search.</param>
    /// <exception cref="ArgumentException">A model of the search is not recorded.</exception>
    public IReadOnlyList<ChosenTrial> Choose(IEnumerable<RunRecord> records)
    {
        Dictionary<string, RunRecord> byHash = records.ToDictionary(record => record.Configuration.Hash);
        return
        [
            .. from condition in Conditions
               from arm in Arms
               let means = Enumerable.Range(0, Trials).Select(trial => (Trial: trial, Mse: Functions.Average(function => Mse(condition, arm, trial, function)))).ToArray()
               let finite = means.Where(mean => double.IsFinite(mean.Mse)).ToArray()
               where finite.Length > 0
               let best = finite.MinBy(mean => mean.Mse)
               select new ChosenTrial(Name, condition.Name, arm.Name, best.Trial, best.Mse, means.Length - finite.Length),
        ];

        double Mse(SearchCondition condition, SearchArm arm, int trial, int function) =>
            byHash.TryGetValue(Run(condition, arm, trial, function, (StudySeeds.Data[0], StudySeeds.Training[0]), Epochs).Hash, out RunRecord? record)
                ? record.ValidationMse
                : throw new ArgumentException($"Trial {trial} of {arm.Name}, {condition.Name}, function {function} is not recorded: run `regcls study run {Name} --profile full` first.");
    }

    /// <summary>The tested models of a condition and arm.</summary>
    /// <param name="records">Records of the test.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="arm">The arm.</param>
    public IReadOnlyList<RunRecord> Tested(IEnumerable<RunRecord> records, SearchCondition condition, SearchArm arm)
    {
        ChosenTrial? choice = ChosenTrial.Read(Name).FirstOrDefault(choice => choice.Condition == condition.Name && choice.Arm == arm.Name);
        HashSet<string> hashes = choice is null
            ? []
            : [.. from seed in TestSeeds from function in Enumerable.Range(0, 10) select Run(condition, arm, choice.Trial, function, seed, Epochs).Hash];
        return [.. records.Where(record => hashes.Contains(record.Configuration.Hash))];
    }

    private static RunConfiguration[] Distinct(IEnumerable<RunConfiguration> runs) => [.. runs.DistinctBy(run => run.Hash)];

    private static RunConfiguration Run(SearchCondition condition, SearchArm arm, int trial, int function, (int Data, int Training) seed, int epochs) =>
        arm.Apply(condition.Run(function, seed.Data, seed.Training, epochs), RandomTrial.Draw(trial));
}
