namespace RegCls.Data;

/// <summary>The seeds of the 1D study. Data seed i is always trained with training seed i.</summary>
public static class StudySeeds
{
    /// <summary>The five data seeds.</summary>
    public static IReadOnlyList<int> Data { get; } = Array.AsReadOnly([2732, 9845, 3264, 4859, 9225]);

    /// <summary>The five training seeds, paired by index with <see cref="Data"/>.</summary>
    public static IReadOnlyList<int> Training { get; } = Array.AsReadOnly([0, 421, 8125, 2481, 849]);
}
