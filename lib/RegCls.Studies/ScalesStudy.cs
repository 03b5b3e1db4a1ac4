using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Studies.Searches;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>If it is the size of the loss that helps, other ways to set it must do as well as λ: dividing the loss by its running mean, giving its gradient the norm that reg+cls's has at the same step, standardising the targets.</summary>
public static class ScalesStudy
{
    /// <summary>Number of classes of reg+cls, also of the model whose gradients are followed.</summary>
    public const int Classes = 16;

    /// <summary>The arms by name.</summary>
    public static IReadOnlyList<(string Name, Func<RunConfiguration, RunConfiguration> Apply)> Arms { get; } =
    [
        ("reg", run => run),
        ("scaled reg", PublishedSettings.ScaledReg),
        ("reg+cls", run => PublishedSettings.ScaledReg(run) with { Arm = Arm.RegCls, Classes = Classes }),
        ("reg, running mean", run => run with { Scaling = LossScaling.RunningMean }),
        ("reg, matched gradient", run => PublishedSettings.ScaledReg(run) with { Scaling = LossScaling.MatchedGradient }),
        ("reg, standardised targets", run => run with { Standardised = true }),
    ];

    /// <summary>The grid of a profile. Full: clean and noisy, severe and uniform sampling, 10 functions, 5 seeds, 6 arms, 80 epochs (1,200 models). Quick: clean data, severe sampling, 2 functions, 1 seed. Smoke: the same with 1 epoch.</summary>
    public static Study<RunConfiguration> Create(Profile profile)
    {
        (int conditions, int functions, int seeds, int epochs) = profile switch
        {
            Profile.Full => (SearchCondition.Four.Count, 10, 5, 80),
            Profile.Quick => (1, 2, 1, 80),
            Profile.Smoke => (1, 2, 1, 1),
            _ => throw new ArgumentOutOfRangeException(nameof(profile), profile, "Expected Smoke, Quick or Full."),
        };
        return new Study<RunConfiguration>(
            "scales",
            "Other ways to set the size of the loss: running mean, matched gradient norm, standardised targets",
            profile,
            [
                .. from condition in SearchCondition.Four.Take(conditions)
                   from seed in Enumerable.Range(0, seeds)
                   from function in Enumerable.Range(0, functions)
                   let run = condition.Run(function, StudySeeds.Data[seed], StudySeeds.Training[seed], epochs)
                   from arm in Arms
                   select arm.Apply(run with { LearningRate = PublishedSettings.For(condition.Scenario).LearningRate }),
            ]);
    }

    /// <summary>The questions of a condition: each other way − reg, and each other way − scaled reg, where the claim is that there is no difference; two families.</summary>
    /// <param name="records">Records of the study.</param>
    /// <param name="condition">One of <see cref="SearchCondition.Four"/>.</param>
    public static IReadOnlyList<Verdict> Judge(IReadOnlyList<RunRecord> records, SearchCondition condition)
    {
        RunRecord[] own = [.. records.Where(record => record.Configuration.Scenario == condition.Scenario && record.Configuration.Sampling == condition.Sampling)];
        return [.. Against(0, -1), .. Against(1, 0)];

        IReadOnlyList<Verdict> Against(int second, int sign) => Verdict.Judge(
            [.. Arms.Skip(3).Select(arm => new Question($"{arm.Name} − {Arms[second].Name}", Comparisons.TestMse.Of(own, Is(arm.Apply), Is(Arms[second].Apply)), sign))]);

        static Func<RunRecord, bool> Is(Func<RunConfiguration, RunConfiguration> apply) => record => apply(record.Configuration with { Arm = Arm.Reg, Lambda = 1, Classes = 0, Scaling = LossScaling.Fixed, Standardised = false }) == record.Configuration;
    }
}
