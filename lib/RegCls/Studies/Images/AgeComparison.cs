using RegCls.Evaluation;

namespace RegCls.Studies.Images;

/// <summary>One question of <c>data/verdict-rules.md</c> about faces: two methods at equal weight decay and seeds, by their test MAE.</summary>
/// <param name="WeightDecay">The weight decay of both.</param>
/// <param name="First">The method that is claimed to have the smaller error.</param>
/// <param name="Second">The method it is compared with.</param>
public sealed record AgeComparison(double WeightDecay, AgeArm First, AgeArm Second)
{
    /// <summary>The questions about UTKFace, in the order of the rules: without weight decay, with it, on balanced samples.</summary>
    public static IReadOnlyList<AgeComparison> All { get; } =
    [
        .. from method in new[] { AgeMethod.RegCls, AgeMethod.RegClsBalanced }
           from classes in AgeStudy.Classes
           select new AgeComparison(0, new(method, classes), new(AgeMethod.Reg)),
        new(0, new(AgeMethod.Lds), new(AgeMethod.Reg)),
        new(0, new(AgeMethod.Bmc), new(AgeMethod.Reg)),
        new(0, new(AgeMethod.GaiLastLayer), new(AgeMethod.Reg)),
        new(0, new(AgeMethod.BmcLastLayer), new(AgeMethod.Reg)),
        .. AgeStudy.SameScales(AgeData.UtkFace).Select(lambda => new AgeComparison(AgeStudy.Decay, new(AgeMethod.ScaledReg, 0, lambda), new(AgeMethod.Reg))),
        new(AgeStudy.Decay, new(AgeMethod.RegCls, 100), new(AgeMethod.Reg)),
        .. from method in new[] { AgeMethod.RegCls, AgeMethod.RegClsBalanced }
           select new AgeComparison(AgeStudy.Decay, new(method, 100), new(AgeMethod.ScaledReg, 0, AgeLambda.For(AgeData.UtkFace, AgeStudy.Decay, method, 100))),
        new(0, new(AgeMethod.RegClsKept, 100), new(AgeMethod.RegKept)),
    ];

    /// <summary>The difference over the seeds that both methods have, in years; null with fewer than two.</summary>
    /// <param name="records">Records of one data set.</param>
    /// <param name="shot">0 for all test images, 1 to 3 for many-, medium- and few-shot ages.</param>
    public SeedDifference? Of(IEnumerable<AgeRecord> records, int shot)
    {
        AgeRecord[] usable = [.. records.Where(record => record.Configuration.WeightDecay == WeightDecay && record.Mae[shot] is not null)];
        Dictionary<int, double> first = Values(First), second = Values(Second);
        int[] seeds = [.. first.Keys.Intersect(second.Keys)];
        return seeds.Length < 2 ? null : SeedDifference.Of(seeds.ToDictionary(seed => seed, seed => first[seed]), seeds.ToDictionary(seed => seed, seed => second[seed]));

        Dictionary<int, double> Values(AgeArm arm) => usable
            .Where(record => AgeArm.Of(record.Configuration) == arm)
            .ToDictionary(record => record.Configuration.Seed, record => record.Mae[shot]!.Value);
    }
}
