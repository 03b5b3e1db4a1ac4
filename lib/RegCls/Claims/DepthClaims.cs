using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Studies.Depth;

namespace RegCls.Claims;

/// <summary>What the paper says about depth: Tab. 2 and its half of Tab. 4.</summary>
internal static class DepthClaims
{
    private const string Record = "depth-rooms", Recording = "One recording of real rooms, eight splits by time, a small network. ";

    public static IEnumerable<Claim> All =>
    [
        Helps("tab2", "Tab. 2", "On depth, adding classes lowers the error, with 2, 10 and 100 classes.", DepthMethod.RegCls, null, "The epoch is best on validation; mean over the three numbers of classes."),
        Helps("tab2-balanced", "Tab. 2", "So does adding balanced classes.", DepthMethod.RegClsBalanced, null, "The epoch is best on validation; mean over the three numbers of classes."),
        Helps("tab2-test-100", "Tab. 2", "Also with the epoch that is best on test: 100 classes.", DepthMethod.RegCls, 100, "The epoch is best on test, which is bad practice, as the paper says."),
        Helps("tab2-test-10-balanced", "Tab. 2", "Also with the epoch that is best on test: 10 balanced classes.", DepthMethod.RegClsBalanced, 10, "The epoch is best on test, which is bad practice, as the paper says."),
        new("tab4-depth", ClaimKind.Table, "Tab. 4", "Depth: on balanced samples, adding classes has less effect.", "08 tab4", [Record], records =>
        {
            return ClaimFinding.Of(
                Comparisons.Depth.Dependence(
                    records.Of<DepthRecord>(Record),
                    record => record.Configuration is { Method: DepthMethod.RegCls or DepthMethod.RegClsBalancedSamples, Classes: 100 },
                    record => record.Configuration.Method is DepthMethod.Reg or DepthMethod.RegBalancedSamples,
                    record => record.Configuration.Method is DepthMethod.Reg or DepthMethod.RegCls,
                    record => record.Configuration.Method is DepthMethod.RegBalancedSamples or DepthMethod.RegClsBalancedSamples),
                null,
                Recording + "Effect of 100 classes on all pixels minus their effect on balanced pixels, each in percent of reg's error.") with
            {
                Published = 100 * (Gain(PublishedDepthError.Tab2(), "reg+cls (100 cls)") - Gain(PublishedDepthError.Tab4(), "reg+cls")),
            };
        }),
        OneDimensionalClaims.Definition("nyud2", ClaimKind.Table, "Tab. 2, 4", "The numbers on NYUD2-DIR, and how much they vary with the seed.", "08 recorded", "We do not have the pictures. Reader, networks and losses are here, and notebook 08 runs live on NYUD2-DIR where it is on disk; the published numbers stand beside ours."),
    ];

    // With a number of classes the epoch is best on test, and the line is only described; else it is best on validation.
    private static Claim Helps(string id, string place, string text, DepthMethod method, int? classes, string because) => new(id, ClaimKind.Table, place, text, "08 recorded-differences", [Record], records =>
    {
        Effect effect = Against(DepthMethod.Reg);
        string name = method == DepthMethod.RegCls ? "reg+cls" : "reg+cls bal.";
        return ClaimFinding.Of(effect, Against(DepthMethod.ScaledReg), Recording + because) with
        {
            IsDescribed = classes is not null,
            Published = classes is null ? effect.Reference * DepthStudy.Classes.Average(c => Gain(PublishedDepthError.Tab2(), $"{name} ({c} cls)")) : null,
        };

        Effect Against(DepthMethod second) => (classes is null ? Comparisons.Depth : Comparisons.Depth with { Value = record => record.OnTest.Rmse[0]!.Value }).Of(
            records.Of<DepthRecord>(Record), record => record.Configuration.Method == method && (classes ?? record.Configuration.Classes) == record.Configuration.Classes, record => record.Configuration.Method == second);
    });

    // The published effect as a share of the published error of reg.
    private static double Gain(IReadOnlyList<PublishedDepthError> table, string method)
    {
        return Of(method) / Of("reg") - 1;

        double Of(string name) => table.Single(entry => entry.Method == name && entry.Rule == "best_val" && entry.Shot == "all").Mean;
    }
}
