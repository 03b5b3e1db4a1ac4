using RegCls.Training;

namespace RegCls.Studies;

/// <summary>The trial that an arm of one setting and function chose: the one with the lowest validation MSE.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Function">The function.</param>
/// <param name="Arm">The arm.</param>
/// <param name="Best">The chosen trial.</param>
/// <param name="Trials">Number of trials it was chosen from.</param>
/// <param name="Diverged">How many of them ended without a finite error; none of those is ever chosen.</param>
public sealed record LimitsChoice(LimitsSetting Setting, int Function, Arm Arm, RunRecord Best, int Trials, int Diverged)
{
    /// <summary>The choice of every setting, function and arm that has a trial with a finite error.</summary>
    public static IReadOnlyList<LimitsChoice> Of(IReadOnlyList<RunRecord> records) =>
    [
        .. from setting in LimitsStudy.Settings
           from trials in records.Where(record => setting.Includes(record.Configuration)).GroupBy(record => (record.Configuration.Function, record.Configuration.Arm))
           let finite = trials.Where(record => double.IsFinite(record.ValidationMse) && double.IsFinite(record.TestMse)).ToList()
           where finite.Count > 0
           select new LimitsChoice(setting, trials.Key.Function, trials.Key.Arm, finite.MinBy(record => record.ValidationMse)!, trials.Count(), trials.Count() - finite.Count),
    ];
}
