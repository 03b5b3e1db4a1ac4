using Deedle;
using RegCls.Binning;
using RegCls.Data;
using RegCls.Studies;

namespace RegCls.Figures;

/// <summary>Tab. 1: in which share of runs reg+cls beats reg, with imbalanced and with balanced classes; the paper's numbers and the control in columns of their own.</summary>
public static class Tab1Table
{
    /// <summary>
    /// One row a scenario and sampling, and one mean a scenario. For imbalanced (uniform) and balanced classes: the paper's share, ours, and ours against
    /// scaled reg at the same λ.
    /// </summary>
    /// <param name="shares">Our shares.</param>
    /// <param name="published">The paper's.</param>
    public static Frame<int, string> Create(IReadOnlyList<Tab1Share> shares, IReadOnlyList<PublishedTab1> published)
    {
        List<(Scenario Scenario, Sampling? Sampling)> rows =
        [
            .. shares.GroupBy(share => share.Scenario).SelectMany(scenario =>
                scenario.Select(share => share.Sampling).Distinct().Order().Select(sampling => (scenario.Key, (Sampling?)sampling)).Append((scenario.Key, null))),
        ];
        Dictionary<string, Series<int, object>> columns = new()
        {
            ["scenario"] = Column(row => row.Scenario.Kind.ToString().ToLowerInvariant()),
            ["sampling"] = Column(row => row.Sampling is { } sampling ? Names.Of(sampling) : "mean"),
        };
        foreach (ClassDefinition definition in Fig4Study.Definitions)
        {
            string name = definition == ClassDefinition.Uniform ? "imbalanced" : "balanced";
            columns[$"{name}: paper"] = Column(row => Percent(published
                .Where(entry => entry.Scenario == row.Scenario.Kind && entry.ClassDefinition == definition && Shown(row, entry.Sampling)).Select(entry => entry.WinsPercent / 100)));
            columns[$"{name}: ours"] = Column(row => Percent(Ours(row, definition).Select(share => share.AgainstReg)));
            columns[$"{name}: ours vs scaled reg"] = Column(row => Percent(Ours(row, definition).Select(share => share.AgainstControl)));
        }

        return Frame.FromColumns(columns);

        IEnumerable<Tab1Share> Ours((Scenario Scenario, Sampling? Sampling) row, ClassDefinition definition) =>
            shares.Where(share => share.Scenario == row.Scenario && share.ClassDefinition == definition && Shown(row, share.Sampling));

        // A mean is over the samplings that both have, so that the paper's and ours can be compared.
        bool Shown((Scenario Scenario, Sampling? Sampling) row, Sampling sampling) =>
            row.Sampling is null ? shares.Any(share => share.Scenario == row.Scenario && share.Sampling == sampling) : row.Sampling == sampling;

        Series<int, object> Column(Func<(Scenario Scenario, Sampling? Sampling), object> value) => new([.. Enumerable.Range(0, rows.Count)], rows.Select(value));
    }

    private static string Percent(IEnumerable<double> shares)
    {
        double[] all = [.. shares];
        return all.Length == 0 ? "–" : FormattableString.Invariant($"{100 * all.Average():F1} %");
    }
}
