using System.Globalization;
using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Claims;

/// <summary>How often the way from records to a word says what it should: trials made of the recorded runs of Fig. 3, imbalanced samplings, and judged by the code that judges the ledger.</summary>
/// <param name="Kind"><c>same arm</c>: two arms that are the same up to data and training seeds. <c>published effect</c>: reg+cls and reg as recorded, ten functions and five seeds drawn anew with replacement.</param>
/// <param name="Scenario">Scenario of the runs.</param>
/// <param name="Arm">The arm that is compared with itself; <c>RegCls</c> has 16 classes there. With the published effect, reg+cls with all numbers of classes.</param>
/// <param name="Questions">How many questions the family has; all others have p = 1, so that Holm's correction is at its hardest.</param>
/// <param name="Trials">How many trials.</param>
/// <param name="Holds">In how many the word was <c>holds</c>.</param>
/// <param name="Other">In how many it was another word than <c>undecided</c>, <c>equivalent</c> and <c>holds</c>.</param>
public sealed record VerdictCheck(string Kind, ScenarioKind Scenario, Arm Arm, int Questions, int Trials, int Holds, int Other)
{
    private const string SameArm = "same arm", PublishedEffect = "published effect", Header = "kind,scenario,arm,questions,trials,holds,other";

    // Alone, in the family of a notebook, and in one as large as the ledger's.
    private static readonly int[] Families = [1, 12, 26];

    /// <summary>Makes the trials: each arm of three scenarios with itself, and the published effect on clean and noisy data in families of three sizes.</summary>
    /// <param name="records">The records of <c>fig3</c>.</param>
    /// <param name="trials">How many trials a line.</param>
    public static IEnumerable<VerdictCheck> Run(IReadOnlyList<RunRecord> records, int trials)
    {
        ILookup<ScenarioKind, RunRecord> imbalanced = records.Where(record => record.Configuration.Sampling != Sampling.Uniform).ToLookup(record => record.Configuration.Scenario.Kind);
        foreach (IGrouping<ScenarioKind, RunRecord> scenario in imbalanced)
        {
            foreach (Arm arm in Enum.GetValues<Arm>())
            {
                RunRecord[] own = [.. scenario.Where(record => record.Configuration.Arm == arm && record.Configuration.Classes is 0 or 16)];
                yield return Count(SameArm, scenario.Key, arm, 1, trials, stream => Halves(own, stream));
            }
        }

        foreach (ScenarioKind scenario in new[] { ScenarioKind.Clean, ScenarioKind.Noisy })
        {
            RunRecord[] own = [.. imbalanced[scenario].Where(record => record.Configuration.Arm != Arm.ScaledReg)];
            foreach (int questions in Families)
            {
                yield return Count(PublishedEffect, scenario, Arm.RegCls, questions, trials, stream => Redrawn(own, stream));
            }
        }
    }

    /// <summary>Reads <c>data/verdict-check.csv</c>.</summary>
    public static IReadOnlyList<VerdictCheck> Read() =>
    [
        .. File.ReadLines(DataFiles.Find("verdict-check.csv")).Skip(1).Select(line => line.Split(','))
            .Select(cells => new VerdictCheck(cells[0], Enum.Parse<ScenarioKind>(cells[1]), Enum.Parse<Arm>(cells[2]), Number(cells[3]), Number(cells[4]), Number(cells[5]), Number(cells[6]))),
    ];

    /// <summary>The text of that file.</summary>
    public static string Text(IEnumerable<VerdictCheck> checks) =>
        string.Concat(checks.Select(check => FormattableString.Invariant($"{check.Kind},{check.Scenario},{check.Arm},{check.Questions},{check.Trials},{check.Holds},{check.Other}\n")).Prepend(Header + "\n"));

    private static VerdictCheck Count(string kind, ScenarioKind scenario, Arm arm, int questions, int trials, Func<RandomStream, IEnumerable<RunRecord>> draw)
    {
        RandomStream stream = RandomStream.Named("verdict-check", kind, scenario, arm, questions);
        Effect nothing = Effect.Of(Enumerable.Range(0, 10).Select(i => (i % 2 == 0 ? 2.0 : 0.0, 1.0)), "", "");
        Outcome[] words =
        [
            .. Enumerable.Range(0, trials).Select(_ => Verdict.Judge(
                [new Question(kind, Comparisons.Of(draw(stream), StudyArm.RegCls, StudyArm.Reg)), .. Enumerable.Repeat(new Question("", nothing), questions - 1)])[0].Outcome),
        ];
        return new VerdictCheck(kind, scenario, arm, questions, trials, words.Count(word => word == Outcome.Holds), words.Count(word => word is not (Outcome.Holds or Outcome.Undecided or Outcome.Equivalent)));
    }

    // Of the five runs on a function and sampling, two at random become one arm and two others the other.
    private static IEnumerable<RunRecord> Halves(IReadOnlyList<RunRecord> arm, RandomStream stream)
    {
        foreach (IGrouping<(int, Sampling), RunRecord> runs in arm.GroupBy(record => (record.Configuration.Function, record.Configuration.Sampling)))
        {
            RunRecord[] shuffled = [.. runs];
            stream.Shuffle(shuffled.AsSpan());
            for (int i = 0; i < 4; i++)
            {
                RunConfiguration run = shuffled[i].Configuration with { DataSeed = i % 2, TrainingSeed = 0, Lambda = 1, Classes = i < 2 ? 16 : 0, Arm = i < 2 ? Arm.RegCls : Arm.Reg };
                yield return shuffled[i] with { Configuration = run };
            }
        }
    }

    private static IEnumerable<RunRecord> Redrawn(IReadOnlyList<RunRecord> records, RandomStream stream)
    {
        ILookup<(int Function, int DataSeed), RunRecord> runs = records.ToLookup(record => (record.Configuration.Function, record.Configuration.DataSeed));
        int[] functions = [.. records.Select(record => record.Configuration.Function).Distinct().Order()], seeds = [.. records.Select(record => record.Configuration.DataSeed).Distinct().Order()];
        for (int function = 0; function < functions.Length; function++)
        {
            int drawn = functions[stream.NextInt32(functions.Length)];
            for (int seed = 0; seed < seeds.Length; seed++)
            {
                foreach (RunRecord record in runs[(drawn, seeds[stream.NextInt32(seeds.Length)])])
                {
                    yield return record with { Configuration = record.Configuration with { Function = function, DataSeed = seed, TrainingSeed = 0 } };
                }
            }
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
