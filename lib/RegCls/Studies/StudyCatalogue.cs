namespace RegCls.Studies;

/// <summary>The studies there are. A new study is added here and nowhere else.</summary>
public static class StudyCatalogue
{
    /// <summary>All studies, in the order of the walkthrough.</summary>
    public static IReadOnlyList<StudyEntry> Entries { get; } =
    [
        new("fig3", Fig3Study.Create),
        new("fig4", Fig4Study.Create),
        new("fig4-ood", Fig4Study.CreateOutOfDistribution),
        new("fig3-own", Fig3OwnStudy.Create),
        new("appendix-b", AppendixBStudy.Create),
        new("fig5", Fig5Study.Create),
        new("deviations", DeviationsStudy.Create),
        new("limits", LimitsStudy.Create),
        new("balanced-mse", BalancedMseStudy.Create),
    ];

    /// <summary>Every study in every profile.</summary>
    public static IReadOnlyList<Study> All() => [.. Entries.SelectMany(entry => Enum.GetValues<Profile>().Select(entry.Create))];

    /// <summary>The study of that name, or null.</summary>
    public static StudyEntry? Find(string name) => Entries.FirstOrDefault(entry => entry.Name == name);
}
