using RegCls.Studies;

namespace RegCls.Tables;

/// <summary>What a comparison costs: the same for every arm.</summary>
/// <param name="Splits">Number of splits or folds: the units of the verdicts.</param>
/// <param name="Trials">Trials of each arm's search on each split.</param>
/// <param name="Steps">Steps of each training, about; whole epochs, at least one.</param>
/// <param name="Trees">Trees of each boosted model.</param>
public sealed record OwnBudget(int Splits, int Trials, int Steps, int Trees)
{
    /// <summary>The budget of some options.</summary>
    /// <exception cref="InvalidDataException">A number is out of range.</exception>
    public static OwnBudget Of(OwnStudyOptions options)
    {
        OwnBudget standard = options.Profile switch
        {
            Profile.Smoke => new OwnBudget(3, 2, 150, 30),
            Profile.Quick => new OwnBudget(10, 12, 1500, 100),
            _ => new OwnBudget(20, 30, 10_000, 300),
        };
        if (options.Folds is { } folds && folds < 2)
        {
            throw new InvalidDataException($"The number of folds is {folds}: expected at least 2.");
        }

        foreach ((string what, int? given, int least) in new[] { ("splits", options.Splits, 2), ("trials", options.Trials, 1), ("steps", options.Steps, 1) })
        {
            if (given < least)
            {
                throw new InvalidDataException($"The number of {what} is {given}: expected at least {least}.");
            }
        }

        if (options.Hidden.Count == 0 || options.Hidden.Any(width => width is < 1 or > 1024))
        {
            throw new InvalidDataException($"The hidden layers are [{string.Join(", ", options.Hidden)}]: expected at least one, of 1 to 1024 units each.");
        }

        return new OwnBudget(options.Folds ?? options.Splits ?? standard.Splits, options.Trials ?? standard.Trials, options.Steps ?? standard.Steps, standard.Trees);
    }
}
