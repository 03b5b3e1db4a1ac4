using RegCls.Evaluation;

namespace RegCls.Studies.Images;

/// <summary>One question of <c>data/verdict-rules.md</c> about faces: two methods at equal weight decay and seeds, by their test MAE.</summary>
/// <param name="WeightDecay">The weight decay of both.</param>
/// <param name="First">The method that is claimed to have the smaller error, and its C.</param>
/// <param name="Second">The method it is compared with.</param>
public sealed record AgeComparison(double WeightDecay, (AgeMethod Method, int Classes) First, (AgeMethod Method, int Classes) Second)
{
    private static readonly (AgeMethod, int) Reg = (AgeMethod.Reg, 0), ScaledReg = (AgeMethod.ScaledReg, 0);

    /// <summary>The questions, in the order of the rules: without weight decay, with it, on balanced samples.</summary>
    public static IReadOnlyList<AgeComparison> All { get; } =
    [
        .. from method in new[] { AgeMethod.RegCls, AgeMethod.RegClsBalanced }
           from classes in AgeStudy.Classes
           select new AgeComparison(0, (method, classes), Reg),
        new(0, (AgeMethod.Lds, 0), Reg),
        new(0, (AgeMethod.Bmc, 0), Reg),
        new(AgeStudy.Decay, ScaledReg, Reg),
        new(AgeStudy.Decay, (AgeMethod.RegCls, 100), Reg),
        new(AgeStudy.Decay, (AgeMethod.RegCls, 100), ScaledReg),
        new(AgeStudy.Decay, (AgeMethod.RegClsBalanced, 100), ScaledReg),
        new(0, (AgeMethod.RegClsKept, 100), (AgeMethod.RegKept, 0)),
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

        Dictionary<int, double> Values((AgeMethod Method, int Classes) arm) => usable
            .Where(record => (record.Configuration.Method, record.Configuration.Classes) == arm)
            .ToDictionary(record => record.Configuration.Seed, record => record.Mae[shot]!.Value);
    }
}
