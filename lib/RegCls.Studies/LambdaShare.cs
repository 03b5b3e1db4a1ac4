using RegCls.Binning;
using RegCls.Data;

namespace RegCls.Studies;

/// <summary>The share of runs that reg+cls wins at one λ, over samplings, functions, seeds and numbers of classes.</summary>
/// <param name="Scenario">Scenario.</param>
/// <param name="ClassDefinition">How the classes are made.</param>
/// <param name="Lambda">λ.</param>
/// <param name="AgainstReg">Share lower than reg (λ = 1), 0 to 1.</param>
/// <param name="AgainstControl">Share lower than scaled reg at the same λ, 0 to 1.</param>
public sealed record LambdaShare(Scenario Scenario, ClassDefinition ClassDefinition, double Lambda, double AgainstReg, double AgainstControl)
{
    /// <summary>Every setting of the records, in the order of λ.</summary>
    /// <exception cref="ArgumentException">As <see cref="Tab1Share.Of"/>.</exception>
    public static IReadOnlyList<LambdaShare> Of(IReadOnlyList<RunRecord> records) =>
    [
        .. Tab1Share.Wins(records).GroupBy(win => (win.Run.Scenario, win.Run.ClassDefinition, win.Run.Lambda))
            .OrderBy(setting => setting.Key.Lambda)
            .Select(setting => new LambdaShare(
                setting.Key.Scenario,
                setting.Key.ClassDefinition,
                setting.Key.Lambda,
                setting.Average(win => win.OverReg ? 1.0 : 0),
                setting.Average(win => win.OverControl ? 1.0 : 0))),
    ];
}
