using RegCls.Binning;
using RegCls.Data;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>The λ of one's own of an arm: the one of the grid with the lowest validation MSE.</summary>
/// <param name="Scenario">Scenario it was chosen for.</param>
/// <param name="Arm">The arm; reg has nothing to choose.</param>
/// <param name="Classes">Number of classes C; 0 for scaled reg.</param>
/// <param name="ClassDefinition">How the classes are made.</param>
/// <param name="Lambda">The chosen λ.</param>
/// <param name="ValidationMse">Its validation MSE, averaged over functions, seeds and samplings.</param>
/// <param name="Tried">Number of values of λ that were tried.</param>
public sealed record ChosenLambda(Scenario Scenario, Arm Arm, int Classes, ClassDefinition ClassDefinition, double Lambda, double ValidationMse, int Tried)
{
    /// <summary>
    /// Chooses per scenario and arm, and for reg+cls per number and definition of classes, over all functions, seeds and samplings of the
    /// records at once: one value a setting, as the paper reports one a scenario. Of equal values the smallest λ is taken.
    /// </summary>
    /// <exception cref="ArgumentException">The values of λ of a setting were not tried on the same runs, or a validation MSE is not finite.</exception>
    public static IReadOnlyList<ChosenLambda> Of(IEnumerable<RunRecord> records) =>
    [
        .. records.Where(record => record.Configuration.Arm != Arm.Reg)
            .GroupBy(record => (record.Configuration.Scenario, record.Configuration.Arm, record.Configuration.Classes, record.Configuration.ClassDefinition))
            .Select(Choose),
    ];

    /// <summary>The runs that are compared: those of reg, which has nothing to choose, and those with a chosen λ.</summary>
    public static RunRecord[] Own(IReadOnlyList<RunRecord> records, IReadOnlyList<ChosenLambda> chosen) =>
        [.. records.Where(record => StudyArm.Reg.Has(record) || chosen.Any(choice => choice.IsOf(record.Configuration)))];

    /// <summary>True if a run is one that this choice is about: its setting and its λ.</summary>
    public bool IsOf(RunConfiguration run) =>
        run.Scenario == Scenario && run.Arm == Arm && run.Classes == Classes && run.ClassDefinition == ClassDefinition && run.Lambda == Lambda;

    private static ChosenLambda Choose(IGrouping<(Scenario Scenario, Arm Arm, int Classes, ClassDefinition Definition), RunRecord> setting)
    {
        List<IGrouping<double, RunRecord>> lambdas = [.. setting.GroupBy(record => record.Configuration.Lambda).OrderBy(group => group.Key)];
        if (lambdas.Select(group => group.Count()).Distinct().Count() > 1)
        {
            throw new ArgumentException($"The search for λ of {setting.Key.Arm.DisplayName()}, C = {setting.Key.Classes}, {setting.Key.Scenario.Name} has {string.Join(", ", lambdas.Select(group => $"{group.Count()} runs at λ = {group.Key}"))}; expected the same number at every λ, so that no value is judged on easier runs.");
        }

        (double lambda, double mse) = lambdas.Select(group => (group.Key, Mse: group.Average(record => record.ValidationMse))).MinBy(pair => pair.Mse);
        return double.IsFinite(mse)
            ? new ChosenLambda(setting.Key.Scenario, setting.Key.Arm, setting.Key.Classes, setting.Key.Definition, lambda, mse, lambdas.Count)
            : throw new ArgumentException($"A validation MSE of {setting.Key.Arm.DisplayName()}, C = {setting.Key.Classes}, {setting.Key.Scenario.Name} is not finite: find out why that model diverged before choosing λ.");
    }
}
