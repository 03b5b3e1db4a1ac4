using Deedle;
using RegCls.Data;
using RegCls.Studies;

namespace RegCls.Figures;

/// <summary>The differences under Fig. 5, described: no test, no correction. The verdicts are in <see cref="Families.Noise"/>.</summary>
public static class Fig5Table
{
    private static readonly (StudyArm First, StudyArm Second)[] Pairs =
    [
        (StudyArm.ScaledReg, StudyArm.Reg),
        (StudyArm.RegCls, StudyArm.ScaledReg),
        (StudyArm.RegClsBalanced, StudyArm.ScaledReg),
    ];

    /// <summary>
    /// One row a strength of noise, for uniform and for imbalanced samplings: how far reg is above the floor, its mean test MSE less σ²; then the mean differences of
    /// test MSE with their 95 % intervals over functions, averaged over samplings, seeds and C: what the factor λ does, and what uniform and balanced classes add to
    /// it. σ² is in both arms of a difference, so it cancels.
    /// </summary>
    /// <param name="records">Records of the study.</param>
    /// <exception cref="ArgumentException">An arm is not recorded, or one function only.</exception>
    public static Frame<int, string> Create(IReadOnlyList<RunRecord> records)
    {
        List<(double Noise, bool Imbalanced)> rows =
        [
            .. records.Select(record => (record.Configuration.Scenario.NoiseStandardDeviation, record.Configuration.Sampling != Sampling.Uniform)).Distinct()
                .OrderBy(row => row.Item2).ThenBy(row => row.NoiseStandardDeviation),
        ];
        Dictionary<string, Series<int, object>> columns = new()
        {
            ["sampling"] = Column(row => row.Imbalanced ? "imbalanced" : "uniform"),
            ["σ"] = Column(row => FormattableString.Invariant($"{row.Noise}")),
            ["reg − σ²"] = Column(row => FormattableString.Invariant($"{Of(row).Where(record => StudyArm.Reg.Includes(record.Configuration)).Average(record => record.TestMse) - (row.Noise * row.Noise):F3}")),
        };
        foreach ((StudyArm first, StudyArm second) in Pairs)
        {
            columns[$"{first.DisplayName} − {second.DisplayName}"] = Column(row => EffectText.Of(Comparisons.Of(Of(row), first, second), 3));
        }

        return Frame.FromColumns(columns);

        IEnumerable<RunRecord> Of((double Noise, bool Imbalanced) row) => records.Where(record =>
            record.Configuration.Scenario.NoiseStandardDeviation == row.Noise && (record.Configuration.Sampling != Sampling.Uniform) == row.Imbalanced);

        Series<int, object> Column(Func<(double Noise, bool Imbalanced), object> value) => new([.. Enumerable.Range(0, rows.Count)], rows.Select(value));
    }
}
