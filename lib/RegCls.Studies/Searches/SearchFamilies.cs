using RegCls.Evaluation;

namespace RegCls.Studies.Searches;

/// <summary>The questions on arms that were all tuned, of <c>data/verdict-rules.md</c>: each family judged. A condition whose arms are not all tested is left out.</summary>
public static class SearchFamilies
{
    private static readonly string[] Optimisers = ["", ", AdamW", ", SGD"];

    private const string Control = "scaled reg", Classes = "reg+cls";

    /// <summary>Is anything left of the gain? Twelve questions, each with its control.</summary>
    /// <param name="records">Records of <c>tuned-test</c>.</param>
    public static IReadOnlyList<Verdict> Tuned(IReadOnlyList<RunRecord> records) => Verdict.Judge(
    [
        .. from optimiser in Optimisers
           from condition in SearchCatalogue.Tuned.Conditions
           let question = Gain(SearchCatalogue.Tuned, records, condition, optimiser)
           where question is not null
           select question,
    ]);

    /// <summary>Eight class losses against the control under one condition.</summary>
    /// <param name="records">Records of <c>class-losses-test</c>.</param>
    /// <param name="condition">Name of the condition.</param>
    public static IReadOnlyList<Verdict> ClassLosses(IReadOnlyList<RunRecord> records, string condition)
    {
        RandomSearch search = SearchCatalogue.ClassLosses;
        SearchCondition own = search.Conditions.Single(one => one.Name == condition);
        return Verdict.Judge(
        [
            .. from arm in SearchArm.ClassLosses
               let effect = Between(search, records, own, arm.Name, Control)
               where effect is not null
               select new Question($"{arm.Name} − {Control}", effect),
        ]);
    }

    /// <summary>The three distributions over classes against a regression with as many parameters.</summary>
    /// <param name="records">Records of <c>class-losses-test</c>.</param>
    /// <param name="wide">Records of <c>wide-control-test</c>.</param>
    /// <param name="condition">Name of the condition.</param>
    public static IReadOnlyList<Verdict> AgainstWide(IReadOnlyList<RunRecord> records, IReadOnlyList<RunRecord> wide, string condition)
    {
        SearchCondition own = SearchCatalogue.ClassLosses.Conditions.Single(one => one.Name == condition);
        HashSet<RunRecord> control = [.. SearchCatalogue.WideControl.Tested(wide, own, SearchCatalogue.WideControl.Arms[1])];
        return Verdict.Judge(
        [
            .. from arm in SearchCatalogue.ClassLosses.Arms.TakeLast(3)
               let tested = SearchCatalogue.ClassLosses.Tested(records, own, arm).ToHashSet()
               let effect = Comparisons.TestMse.Find(tested.Union(control), tested.Contains, control.Contains)
               where effect is not null
               select new Question($"{arm.Name} − {SearchCatalogue.WideControl.Arms[1].Name}", effect),
        ]);
    }

    /// <summary>reg+cls against reg and the control under each condition of a search.</summary>
    /// <param name="search">A search with the three arms.</param>
    /// <param name="records">Records of its test.</param>
    public static IReadOnlyList<Verdict> Gains(RandomSearch search, IReadOnlyList<RunRecord> records) => Verdict.Judge(
    [
        .. from condition in search.Conditions
           let question = Gain(search, records, condition)
           where question is not null
           select question,
    ]);

    /// <summary>reg+cls against the control in the corners that were tested.</summary>
    /// <param name="records">Records of <c>corners-best-test</c>.</param>
    public static IReadOnlyList<Verdict> Corners(IReadOnlyList<RunRecord> records)
    {
        RandomSearch search = Searches.Corners.Rounds[^1];
        return Verdict.Judge(
        [
            .. from condition in search.Conditions
               let effect = Between(search, records, condition, Classes, Control)
               where effect is not null
               select new Question($"{condition.Name}: {Classes} − {Control}", effect),
        ]);
    }

    private static Question? Gain(RandomSearch search, IReadOnlyList<RunRecord> records, SearchCondition condition, string optimiser = "") =>
        Between(search, records, condition, Classes + optimiser, "reg" + optimiser) is { } effect
            ? new Question($"{condition.Name}{optimiser}: {Classes} − reg", effect, Control: Between(search, records, condition, Classes + optimiser, Control + optimiser))
            : null;

    private static Effect? Between(RandomSearch search, IReadOnlyList<RunRecord> records, SearchCondition condition, string first, string second)
    {
        HashSet<RunRecord> one = [.. Of(first)], other = [.. Of(second)];
        return one.Count == 0 || other.Count == 0 ? null : Comparisons.TestMse.Find(one.Union(other), one.Contains, other.Contains);

        IReadOnlyList<RunRecord> Of(string arm) => search.Tested(records, condition, search.Arms.Single(one => one.Name == arm));
    }
}
