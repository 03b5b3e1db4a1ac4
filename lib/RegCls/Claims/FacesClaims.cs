using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Studies.Images;

namespace RegCls.Claims;

/// <summary>What the paper says about ages: Tab. 3 and its half of Tab. 4.</summary>
internal static class FacesClaims
{
    private const string Record = "age-utk";

    private static readonly AgeArm Reg = new(AgeMethod.Reg);

    public static IEnumerable<Claim> All =>
    [
        Helps("tab3", "On faces, adding classes lowers the error, with 2, 10 and 100 classes.", AgeMethod.RegCls, "reg+cls", "Mean over the three numbers of classes. Without weight decay the control is reg, but for rounding, so it cannot explain anything."),
        Helps("tab3-balanced", "So does adding balanced classes.", AgeMethod.RegClsBalanced, "reg+cls bal.", "Mean over the three numbers of classes, no weight decay."),
        new("tab3-best", ClaimKind.Table, "Tab. 3", "100 balanced classes are best.", "07 recorded", [Record], records => ClaimFinding.Of(
            Compare(records, 0, new(AgeMethod.RegClsBalanced, 100), new(AgeMethod.RegCls, 100)), null, Faces + "100 balanced classes minus 100 equal ones.")),
        new("tab3-on-par", ClaimKind.Table, "Sec. 3.2, Tab. 3", "Classes are on par with methods made for imbalance.", "07 recorded", [Record], records => ClaimFinding.Of(
            Compare(records, 0, new(AgeMethod.RegClsBalanced, 100), new(AgeMethod.Kernel), shot: 3), null, Faces + "100 balanced classes minus LDS and FDS, on few-shot ages, which these methods are made for.", sign: 0)),
        new("tab3-decay", ClaimKind.Table, "Tab. 3 (ours)", "With weight decay, where the control differs from reg: classes lower the error.", "07 decay", [Record], records => ClaimFinding.Of(
            Compare(records, AgeStudy.Decay, new(AgeMethod.RegCls, 100), Reg),
            Compare(records, AgeStudy.Decay, new(AgeMethod.RegCls, 100), new(AgeMethod.ScaledReg, 0, AgeLambda.For(AgeData.UtkFace, AgeStudy.Decay, AgeMethod.RegCls, 100))),
            Faces + "100 classes; the control has the λ of reg+cls.")),
        new("tab4-age", ClaimKind.Table, "Tab. 4", "Ages: on balanced samples, adding classes has less effect.", "07 tab4", [Record], records =>
        {
            AgeArm classes = new(AgeMethod.RegCls, 100), kept = new(AgeMethod.RegKept), keptClasses = new(AgeMethod.RegClsKept, 100);
            return ClaimFinding.Of(
                Comparisons.Ages().Dependence(
                    Undecayed(records),
                    record => classes.Has(record) || keptClasses.Has(record),
                    record => Reg.Has(record) || kept.Has(record),
                    record => classes.Has(record) || Reg.Has(record),
                    record => keptClasses.Has(record) || kept.Has(record)),
                null,
                Faces + "Effect of 100 classes on imbalanced samples minus their effect on balanced ones, each in percent of reg's error, no weight decay.") with
            {
                Published = 100 * (Gain(PublishedAgeError.Tab3(), "reg+cls (100 cls)") - Gain(PublishedAgeError.Tab4(), "reg+cls")),
            };
        }),
        OneDimensionalClaims.Definition("imdb-wiki", ClaimKind.Table, "Tab. 3, 4", "The numbers on IMDB-WIKI-DIR.", "07 recorded", "We do not have the images, and training a ResNet-50 on 191,509 of them takes a cluster. Reader, split, network and losses are here; the published numbers stand beside ours."),
    ];

    private const string Faces = "UTKFace, a small network, one split, three seeds. ";

    private static Claim Helps(string id, string text, AgeMethod method, string name, string because) => new(id, ClaimKind.Table, "Tab. 3", text, "07 differences", [Record], records =>
    {
        Effect effect = Comparisons.Ages().Of(Undecayed(records), record => record.Configuration.Method == method, Reg.Has);
        return ClaimFinding.Of(effect, null, Faces + because) with { Published = effect.Reference * AgeStudy.Classes.Average(classes => Gain(PublishedAgeError.Tab3(), $"{name} ({classes} cls)")) };
    });

    private static AgeRecord[] Undecayed(ClaimRecords records) => [.. records.Of<AgeRecord>(Record).Where(record => record.Configuration.WeightDecay == 0)];

    private static Effect Compare(ClaimRecords records, double decay, AgeArm first, AgeArm second, int shot = 0) =>
        Comparisons.Ages(shot).Of(records.Of<AgeRecord>(Record).Where(record => record.Configuration.WeightDecay == decay), first.Has, second.Has);

    // The published effect as a share of the published error of reg.
    private static double Gain(IReadOnlyList<PublishedAgeError> table, string method)
    {
        return Of(method) / Of("reg") - 1;

        double Of(string name) => table.Single(entry => entry.Method == name && entry.Error == "mae" && entry.Shot == "all").Mean;
    }
}
