using System.Globalization;
using Deedle;
using RegCls.Studies;
using RegCls.Studies.Searches;
using RegCls.Training;

namespace RegCls.Figures;

/// <summary>What each arm of a search chose, and what it reached with that: levels beside the differences that verdicts are about.</summary>
public static class SearchTable
{
    /// <summary>One row a condition and arm: learning rate, λ, weight decay and C of the chosen trial, how many trials diverged, and the test MSE, mean over functions and seeds.</summary>
    /// <param name="search">The search.</param>
    /// <param name="records">Records of its test.</param>
    /// <param name="condition">The condition's name; null for all.</param>
    public static Frame<int, string> Create(RandomSearch search, IReadOnlyList<RunRecord> records, string? condition = null)
    {
        (SearchCondition Condition, SearchArm Arm, RunRecord[] Tested)[] rows =
        [
            .. from one in search.Conditions
               where condition is null || one.Name == condition
               from arm in search.Arms
               let tested = search.Tested(records, one, arm).ToArray()
               where tested.Length > 0
               select (one, arm, tested),
        ];
        ChosenTrial[] chosen = [.. rows.Select(row => ChosenTrial.Read(search.Name).Single(choice => choice.Condition == row.Condition.Name && choice.Arm == row.Arm.Name))];
        int[] keys = [.. Enumerable.Range(0, rows.Length)];
        return Frame.FromColumns(new Dictionary<string, Series<int, object>>
        {
            ["condition"] = Column(i => rows[i].Condition.Name),
            ["arm"] = Column(i => rows[i].Arm.Name),
            ["learning rate"] = Column(i => Number(rows[i].Tested[0].Configuration.LearningRate)),
            ["λ"] = Column(i => rows[i].Tested[0].Configuration is { Arm: not Arm.Reg, Lambda: > 0 } run ? Number(run.Lambda) : "–"),
            ["weight decay"] = Column(i => Number(rows[i].Tested[0].Configuration.WeightDecay)),
            ["C"] = Column(i => rows[i].Tested[0].Configuration.Classes is > 0 and var classes ? Number(classes) : "–"),
            ["diverged"] = Column(i => $"{chosen[i].Diverged} of {search.Trials}"),
            ["test MSE"] = Column(i => rows[i].Tested.Average(record => record.TestMse).ToString("F3", CultureInfo.InvariantCulture)),
        });

        Series<int, object> Column(Func<int, object> value) => new(keys, keys.Select(value));
    }

    private static string Number(double value) => value.ToString("G3", CultureInfo.InvariantCulture);
}
