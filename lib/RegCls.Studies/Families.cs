using RegCls.Data;
using RegCls.Data.Video;
using RegCls.Evaluation;
using RegCls.Studies.Depth;
using RegCls.Studies.Images;
using RegCls.Studies.Video;
using RegCls.Theory;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>The families of questions of <c>data/verdict-rules.md</c>, judged. Where nothing else is said, the claim is that the first arm is lower.</summary>
public static class Families
{
    /// <summary>The pairs of arms of the video study: the paper's, the control's, and what is between the two.</summary>
    private static readonly (VideoArm First, VideoArm Second)[] Videos = [(VideoArm.RegCls, VideoArm.Reg), (VideoArm.ScaledReg, VideoArm.Reg), (VideoArm.RegCls, VideoArm.ScaledReg), (VideoArm.RegClsBalanced, VideoArm.RegCls)];

    private static readonly StudyArm[] Baselines = [StudyArm.Reg, StudyArm.ScaledReg];

    // All ages, few-shot ages.
    private static readonly int[] Shots = [0, 3];

    private static readonly (DepthMethod First, DepthMethod Second)[] Depths =
    [
        (DepthMethod.RegCls, DepthMethod.Reg),
        (DepthMethod.RegCls, DepthMethod.ScaledReg),
        (DepthMethod.RegClsBalanced, DepthMethod.Reg),
        (DepthMethod.RegClsBalanced, DepthMethod.ScaledReg),
        (DepthMethod.RegClsBalancedSamples, DepthMethod.RegBalancedSamples),
        (DepthMethod.ScaledReg, DepthMethod.Reg),
    ];

    /// <summary>Noise: three questions a σ, over the imbalanced samplings and the C of the records.</summary>
    /// <param name="records">Records of <c>fig5</c>.</param>
    /// <exception cref="ArgumentException">A question has fewer than two functions, as in all of these.</exception>
    public static IReadOnlyList<Verdict> Noise(IReadOnlyList<RunRecord> records) => Judge(
        from noise in Fig5Study.Noises
        from arms in new[] { (StudyArm.RegCls, StudyArm.Reg), (StudyArm.RegCls, StudyArm.ScaledReg), (StudyArm.RegClsBalanced, StudyArm.Reg) }
        select Arms(records, FormattableString.Invariant($"σ = {noise}: "), arms, run => run.Scenario == Scenario.Noisy(noise) && run.Sampling != Sampling.Uniform));

    /// <summary>λ of one's own: four questions a scenario, with the λ that each arm chose, over the imbalanced samplings and C.</summary>
    /// <param name="records">Records of the search.</param>
    /// <param name="chosen">What was chosen from them.</param>
    public static IReadOnlyList<Verdict> OwnLambda(IReadOnlyList<RunRecord> records, IReadOnlyList<ChosenLambda> chosen) => Judge(
        from scenario in Scenarios(records)
        from arms in new[] { (StudyArm.RegCls, StudyArm.Reg), (StudyArm.RegCls, StudyArm.ScaledReg), (StudyArm.RegClsBalanced, StudyArm.RegCls), (StudyArm.RegClsBalanced, StudyArm.ScaledReg) }
        select Arms(ChosenLambda.Own(records, chosen), $"{Name(scenario)}: ", arms, run => run.Scenario == scenario && run.Sampling != Sampling.Uniform));

    /// <summary>Tab. 1: does balancing the classes raise the share of runs in which reg+cls is better than reg, and than scaled reg at the same λ? The claim is that it does.</summary>
    /// <param name="records">Records of the search.</param>
    public static IReadOnlyList<Verdict> Balancing(IReadOnlyList<RunRecord> records) => Judge(
        from scenario in Scenarios(records)
        from baseline in Baselines
        select new Question($"{Name(scenario)}: share won against {baseline.DisplayName}, balanced − imbalanced", Tab1Share.Balancing(records, scenario, baseline == StudyArm.ScaledReg), 1));

    /// <summary>Two questions a deviation under severe sampling.</summary>
    /// <param name="records">Records of the study.</param>
    /// <param name="scenario">Clean or noisy: each is a family of its own.</param>
    public static IReadOnlyList<Verdict> Deviations(IReadOnlyList<RunRecord> records, Scenario scenario) => Judge(
        from deviation in DeviationsStudy.Deviations
        where records.Any(record => deviation.Includes(record.Configuration))
        from second in Baselines
        select Arms(records, $"{deviation.Name}: ", (StudyArm.RegCls, second), run => run.Scenario == scenario && run.Sampling == Sampling.Severe && deviation.Includes(run)));

    /// <summary>Balanced MSE against reg at the same scale and, with the factor λ, against scaled reg and reg+cls.</summary>
    /// <param name="records">Records of the study.</param>
    /// <param name="scenario">Clean or noisy: each is a family of its own.</param>
    public static IReadOnlyList<Verdict> BalancedMse(IReadOnlyList<RunRecord> records, Scenario scenario) => Judge(
        from arms in new[]
        {
            (StudyArm.Gai, StudyArm.Reg), (StudyArm.Bmc, StudyArm.Reg), (StudyArm.ScaledGai, StudyArm.ScaledReg), (StudyArm.ScaledBmc, StudyArm.ScaledReg), (StudyArm.ScaledGai, StudyArm.RegCls), (StudyArm.ScaledBmc, StudyArm.RegCls),
        }
        select Arms(records, $"{Name(scenario)}: ", arms, run => run.Scenario == scenario));

    /// <summary>The mechanism after the last epoch: two questions a quantity.</summary>
    /// <param name="records">Records of the study.</param>
    /// <param name="scenario">Clean or noisy: each is a family of its own.</param>
    public static IReadOnlyList<Verdict> Mechanism(IReadOnlyList<MechanismRecord> records, Scenario scenario)
    {
        int last = records.Max(record => record.Configuration.Epochs);
        MechanismRecord[] own = [.. records.Where(record => record.Configuration.Scenario == scenario && record.Configuration.Epochs == last)];
        return Judge(
            from quantity in new (string Name, Func<MechanismMeasure, double> Value)[] { ("cross-entropy", measure => measure.BalancedCrossEntropy), ("|G_C|", measure => measure.Gap), ("NLL balanced − imbalanced", measure => measure.LikelihoodDifference) }
            from second in new[] { Arm.Reg, Arm.ScaledReg }
            select new Question($"{quantity.Name}: {Arm.RegCls.DisplayName()} − {second.DisplayName()}", Comparisons.Mechanism(quantity.Value).Of(own, record => record.Configuration.Arm == Arm.RegCls, record => record.Configuration.Arm == second)));
    }

    /// <summary>Mean absolute correlation of the hidden units: reg+cls against reg and the control. A model with fewer than two active units has none, and its pair is left out.</summary>
    /// <param name="records">Records of the study.</param>
    /// <param name="scenario">Clean or noisy: each is a family of its own.</param>
    public static IReadOnlyList<Verdict> HiddenUnits(IReadOnlyList<FeatureRecord> records, Scenario scenario)
    {
        FeatureRecord[] own = [.. records.Where(record => record.Configuration.Scenario == scenario && double.IsFinite(record.Features.MeanAbsoluteCorrelation))];
        return Judge(
            from second in new[] { Arm.Reg, Arm.ScaledReg }
            select new Question(
                $"{Name(scenario)}: correlation of hidden units, {Arm.RegCls.DisplayName()} − {second.DisplayName()}",
                Comparisons.Correlation.Of(own, record => record.Configuration.Arm == Arm.RegCls, record => record.Configuration.Arm == second)));
    }

    /// <summary>Faces: two arms at equal weight decay, over seeds, in all ages and in few-shot ones; described. Questions with fewer than two seeds are left out.</summary>
    /// <param name="records">Records of one data set.</param>
    public static IReadOnlyList<Verdict> Faces(IReadOnlyList<AgeRecord> records)
    {
        AgeArm reg = new(AgeMethod.Reg), kept = new(AgeMethod.RegKept);
        (double Decay, AgeArm First, AgeArm Second)[] questions =
        [
            .. from method in new[] { AgeMethod.RegCls, AgeMethod.RegClsBalanced } from classes in AgeStudy.Classes select (0.0, new AgeArm(method, classes), reg),
            .. from method in new[] { AgeMethod.Lds, AgeMethod.Bmc, AgeMethod.GaiLastLayer, AgeMethod.BmcLastLayer } select (0.0, new AgeArm(method), reg),
            // At 1 or below the control is reg.
            .. from lambda in AgeStudy.SameScales(AgeData.UtkFace).Append(AgeLambda.For(AgeData.UtkFace, AgeStudy.Decay, AgeMethod.ScaledReg, 0)).Where(lambda => lambda > 1).Order()
               select (AgeStudy.Decay, new AgeArm(AgeMethod.ScaledReg, 0, lambda), reg),
            (AgeStudy.Decay, new(AgeMethod.RegCls, 100), reg),
            .. from method in new[] { AgeMethod.RegCls, AgeMethod.RegClsBalanced } select (AgeStudy.Decay, new AgeArm(method, 100), new AgeArm(AgeMethod.ScaledReg, 0, AgeLambda.For(AgeData.UtkFace, AgeStudy.Decay, method, 100))),
            (0, new(AgeMethod.RegClsKept, 100), kept),
        ];
        return Judge(
            from question in questions
            from shot in Shots
            let effect = Comparisons.Ages(shot).Find(records.Where(record => record.Configuration.WeightDecay == question.Decay && record.Mae[shot] is not null), question.First.Has, question.Second.Has)
            where effect is not null
            select new Question(FormattableString.Invariant($"decay {question.Decay:G}, {(shot == 0 ? "all" : "few-shot")} ages: {question.First.DisplayName} − {question.Second.DisplayName}"), effect));
    }

    /// <summary>Faces over splits: with 100 classes, without and with weight decay, and the control at the λ of reg+cls.</summary>
    /// <param name="records">Records of <c>age-utk-splits</c>.</param>
    /// <param name="shot">0 for all ages, 3 for few-shot ones: each is a family of its own.</param>
    public static IReadOnlyList<Verdict> FacesOverSplits(IReadOnlyList<AgeRecord> records, int shot)
    {
        AgeArm reg = new(AgeMethod.Reg), classes = new(AgeMethod.RegCls, 100), control = new(AgeMethod.ScaledReg, 0, AgeLambda.For(AgeData.UtkFace, AgeStudy.Decay, AgeMethod.RegCls, 100));
        return Judge(
        [
            Of(0, classes, reg), Of(0, new(AgeMethod.RegClsBalanced, 100), reg), Of(AgeStudy.Decay, classes, reg) with { Control = Effect(AgeStudy.Decay, classes, control) }, Of(AgeStudy.Decay, classes, control), Of(AgeStudy.Decay, control, reg),
        ]);

        Question Of(double decay, AgeArm first, AgeArm second) => new(FormattableString.Invariant($"decay {decay:G}, {(shot == 0 ? "all" : "few-shot")} ages: {first.DisplayName} − {second.DisplayName}"), Effect(decay, first, second));

        Effect Effect(double decay, AgeArm first, AgeArm second) => Comparisons.AgesOverSplits(shot).Of(records.Where(record => record.Configuration.WeightDecay == decay), first.Has, second.Has);
    }

    /// <summary>Depth: methods averaged over their numbers of classes, over splits; over seeds where there is one split only. Questions with fewer than two are left out.</summary>
    /// <param name="records">Records of one study.</param>
    public static IReadOnlyList<Verdict> Depth(IReadOnlyList<DepthRecord> records) => Depth(records, Depths);

    /// <summary>Depth: what the releases do otherwise against the form here, and Balanced MSE as released against reg, over splits.</summary>
    /// <param name="records">Records of <c>depth-rooms</c> and <c>depth-rooms-variants</c>.</param>
    public static IReadOnlyList<Verdict> DepthVariants(IReadOnlyList<DepthRecord> records) => Depth(records, [.. DepthStudy.Variants, (DepthMethod.GaiAsReleased, DepthMethod.Reg), (DepthMethod.BmcAsReleased, DepthMethod.Reg)]);

    /// <summary>Faces: what the releases do otherwise against the form here, over seeds, in all ages and in few-shot ones; described.</summary>
    /// <param name="records">Records of <c>age-utk-variants</c>.</param>
    public static IReadOnlyList<Verdict> FaceVariants(IReadOnlyList<AgeRecord> records) => Judge(
        from pair in AgeStudy.Variants
        from shot in Shots
        let effect = Comparisons.Ages(shot).Find(records.Where(record => record.Mae[shot] is not null), pair.Variant.Has, pair.Other.Has)
        where effect is not null
        select new Question($"{(shot == 0 ? "all" : "few-shot")} ages: {pair.Variant.DisplayName} − {pair.Other.DisplayName}", effect));

    private static IReadOnlyList<Verdict> Depth(IReadOnlyList<DepthRecord> records, IEnumerable<(DepthMethod First, DepthMethod Second)> pairs)
    {
        PairedComparison<DepthRecord> comparison = records.All(record => record.Configuration.Fold == records[0].Configuration.Fold) ? Comparisons.Depth with { Unit = record => record.Configuration.Seed, Over = "seeds" } : Comparisons.Depth;
        return Judge(
            from arms in pairs
            let effect = comparison.Find(records, record => record.Configuration.Method == arms.First, record => record.Configuration.Method == arms.Second)
            where effect is not null
            select new Question($"{Name(arms.First)} − {Name(arms.Second)}", effect));
    }

    /// <summary>Video: four pairs of arms in each unit of the records, over tasks.</summary>
    /// <param name="records">Records of test videos of at least two tasks, in one unit or in both.</param>
    public static IReadOnlyList<Verdict> Video(IReadOnlyList<VideoRecord> records) => Judge(
        from target in records.Select(record => record.Configuration.Target).Distinct().Order()
        from arms in Videos
        select new Question($"{target.Unit()}: {arms.First.DisplayName()} − {arms.Second.DisplayName()}", Comparisons.Video(target).Of(
            records.Where(record => record.Configuration.Target == target), record => record.Configuration.Arm == arms.First, record => record.Configuration.Arm == arms.Second)));

    private static IReadOnlyList<Verdict> Judge(IEnumerable<Question> family) => Verdict.Judge([.. family]);

    private static Question Arms(IEnumerable<RunRecord> records, string prefix, (StudyArm First, StudyArm Second) arms, Func<RunConfiguration, bool> where) =>
        new($"{prefix}{arms.First.DisplayName} − {arms.Second.DisplayName}", Comparisons.Of(records, arms.First, arms.Second, where));

    private static IEnumerable<Scenario> Scenarios(IEnumerable<RunRecord> records) => records.Select(record => record.Configuration.Scenario).Distinct();

    private static string Name(Scenario scenario) => scenario.Kind.ToString().ToLowerInvariant();

    private static string Name(DepthMethod method) => method switch
    {
        DepthMethod.RegCls => "reg+cls",
        DepthMethod.RegClsBalanced => "reg+cls bal.",
        DepthMethod.RegClsBalancedSamples => "reg+cls, balanced samples",
        _ => method.DisplayName(0),
    };
}
