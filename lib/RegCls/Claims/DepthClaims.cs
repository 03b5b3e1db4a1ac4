using RegCls.Evaluation;
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
            IReadOnlyList<DepthRecord> all = records.Of<DepthRecord>(Record);
            Dictionary<int, double> reg = Errors(all, DepthMethod.Reg, 0), classes = Errors(all, DepthMethod.RegCls, 100), kept = Errors(all, DepthMethod.RegBalancedSamples, 0), keptClasses = Errors(all, DepthMethod.RegClsBalancedSamples, 100);
            return ClaimFinding.Of(
                ClaimEffect.Of(PairedComparison.Compare(reg.Keys.Select(split => new PairedObservation(split, 0, classes[split] - reg[split], keptClasses[split] - kept[split]))), "m", "splits", reg.Values.Average()),
                null,
                Recording + "Effect of 100 classes on all pixels minus their effect on balanced pixels.");
        }),
        OneDimensionalClaims.Definition("nyud2", ClaimKind.Table, "Tab. 2, 4", "The numbers on NYUD2-DIR, and how much they vary with the seed.", "08 recorded", "We do not have the pictures. Reader, networks and losses are here, and notebook 08 runs live on NYUD2-DIR where it is on disk; the published numbers stand beside ours."),
    ];

    // With a number of classes the epoch is best on test, else on validation.
    private static Claim Helps(string id, string place, string text, DepthMethod method, int? classes, string because) => new(id, ClaimKind.Table, place, text, "08 recorded-differences", [Record], records =>
    {
        IReadOnlyList<DepthRecord> all = [.. records.Of<DepthRecord>(Record).Where(record => classes is null || record.Configuration.Method != method || record.Configuration.Classes == classes)];
        return ClaimFinding.Of(Against(DepthMethod.Reg), Against(DepthMethod.ScaledReg), Recording + because);

        ClaimEffect Against(DepthMethod second) => ClaimEffect.Of(
            DepthVerdicts.Compare(all, method, second, Error), "m", "splits", all.Where(record => record.Configuration.Method == second).Average(Error));

        double Error(DepthRecord record) => (classes is null ? record.OnValidation : record.OnTest).Rmse[0]!.Value;
    });

    private static Dictionary<int, double> Errors(IReadOnlyList<DepthRecord> records, DepthMethod method, int classes) => records
        .Where(record => record.Configuration.Method == method && record.Configuration.Classes == classes)
        .ToDictionary(record => record.Configuration.Fold, record => record.OnValidation.Rmse[0]!.Value);
}
