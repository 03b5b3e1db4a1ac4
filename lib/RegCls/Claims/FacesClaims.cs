using RegCls.Evaluation;
using RegCls.Studies.Images;

namespace RegCls.Claims;

/// <summary>What the paper says about ages: Tab. 3 and its half of Tab. 4.</summary>
internal static class FacesClaims
{
    private const string Record = "age-utk";

    private static readonly AgeArm Reg = new(AgeMethod.Reg);

    public static IEnumerable<Claim> All =>
    [
        new("tab3", ClaimKind.Table, "Tab. 3", "On faces, adding classes lowers the error, with 2, 10 and 100 classes.", "07 differences", [Record], records => ClaimFinding.Of(
            Effect(records, AgeMethod.RegCls, 0, Reg), null, Faces + "Mean over the three numbers of classes. Without weight decay the control is reg, but for rounding, so it cannot explain anything.")),
        new("tab3-balanced", ClaimKind.Table, "Tab. 3", "So does adding balanced classes.", "07 differences", [Record], records => ClaimFinding.Of(
            Effect(records, AgeMethod.RegClsBalanced, 0, Reg), null, Faces + "Mean over the three numbers of classes, no weight decay.")),
        new("tab3-best", ClaimKind.Table, "Tab. 3", "100 balanced classes are best.", "07 recorded", [Record], records => ClaimFinding.Of(
            Effect(records.Of<AgeRecord>(Record), 0, [new(AgeMethod.RegClsBalanced, 100)], [new(AgeMethod.RegCls, 100)]), null, Faces + "100 balanced classes minus 100 equal ones.")),
        new("tab3-on-par", ClaimKind.Table, "Sec. 3.2, Tab. 3", "Classes are on par with methods made for imbalance.", "07 recorded", [Record], records => ClaimFinding.OnPar(
            Effect(records.Of<AgeRecord>(Record), 0, [new(AgeMethod.RegClsBalanced, 100)], [new(AgeMethod.Kernel)], shot: 3), Faces + "100 balanced classes minus LDS and FDS, on few-shot ages, which these methods are made for.")),
        new("tab3-decay", ClaimKind.Table, "Tab. 3 (ours)", "With weight decay, where the control differs from reg: classes lower the error.", "07 decay", [Record], records => ClaimFinding.Of(
            Effect(records.Of<AgeRecord>(Record), AgeStudy.Decay, [new(AgeMethod.RegCls, 100)], [Reg]),
            Effect(records.Of<AgeRecord>(Record), AgeStudy.Decay, [new(AgeMethod.RegCls, 100)], [new(AgeMethod.ScaledReg, 0, AgeLambda.For(AgeData.UtkFace, AgeStudy.Decay, AgeMethod.RegCls, 100))]),
            Faces + "100 classes; the control has the λ of reg+cls.")),
        new("tab4-age", ClaimKind.Table, "Tab. 4", "Ages: on balanced samples, adding classes has less effect.", "07 tab4", [Record], records =>
        {
            IReadOnlyList<AgeRecord> all = records.Of<AgeRecord>(Record);
            Dictionary<int, double> here = Gains(all, new(AgeMethod.RegCls, 100), Reg), there = Gains(all, new(AgeMethod.RegClsKept, 100), new(AgeMethod.RegKept));
            return ClaimFinding.Of(ClaimEffect.Of(SeedDifference.Of(here, there), "years", Mean(all, 0, [Reg], 0)), null, Faces + "Effect of 100 classes on imbalanced samples minus their effect on balanced ones, no weight decay.");
        }),
        OneDimensionalClaims.Definition("imdb-wiki", ClaimKind.Table, "Tab. 3, 4", "The numbers on IMDB-WIKI-DIR.", "07 recorded", "We do not have the images, and training a ResNet-50 on 191,509 of them takes a cluster. Reader, split, network and losses are here; the published numbers stand beside ours."),
    ];

    private const string Faces = "UTKFace, a small network, one split, three seeds. ";

    private static ClaimEffect Effect(ClaimRecords records, AgeMethod method, double decay, AgeArm second) =>
        Effect(records.Of<AgeRecord>(Record), decay, [.. AgeStudy.Classes.Select(classes => new AgeArm(method, classes))], [second]);

    private static ClaimEffect Effect(IReadOnlyList<AgeRecord> records, double decay, AgeArm[] first, AgeArm[] second, int shot = 0) =>
        ClaimEffect.Of(SeedDifference.Of(Errors(records, decay, first, shot), Errors(records, decay, second, shot)), "years", Mean(records, decay, second, shot));

    private static Dictionary<int, double> Gains(IReadOnlyList<AgeRecord> records, AgeArm first, AgeArm second)
    {
        Dictionary<int, double> one = Errors(records, 0, [first], 0), two = Errors(records, 0, [second], 0);
        return one.ToDictionary(error => error.Key, error => error.Value - two[error.Key]);
    }

    private static double Mean(IReadOnlyList<AgeRecord> records, double decay, AgeArm[] arms, int shot) => Errors(records, decay, arms, shot).Values.Average();

    // Mean over arms for each seed that all of them have.
    private static Dictionary<int, double> Errors(IReadOnlyList<AgeRecord> records, double decay, AgeArm[] arms, int shot) => records
        .Where(record => record.Configuration.WeightDecay == decay && arms.Contains(AgeArm.Of(record.Configuration)))
        .GroupBy(record => record.Configuration.Seed)
        .Where(seed => seed.Count() == arms.Length)
        .ToDictionary(seed => seed.Key, seed => seed.Average(record => record.Mae[shot]!.Value));
}
