using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using RegCls.Claims;
using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Figures;
using RegCls.Studies;
using RegCls.Tests.Studies;

namespace RegCls.Tests.Claims;

/// <summary>That the ledger in the repository is what the records say, and that it leaves nothing of the paper out.</summary>
public partial class ClaimLedgerTests(JudgedLedger judged) : IClassFixture<JudgedLedger>
{
    private static string Page => File.ReadAllText(Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(DataFiles.Find("claims.csv")))!, "data", "pages", "claims.md"));

    [Fact]
    public void Every_verdict_and_number_of_the_file_is_computed_again()
    {
        IReadOnlyList<ClaimRow> written = ClaimFile.Read(DataFiles.Find("claims.csv")), now = [.. judged.Lines.Select(ClaimRow.From)];
        Assert.Equal(now.Select(row => row.Id), written.Select(row => row.Id));
        foreach ((ClaimRow old, ClaimRow row) in written.Zip(now))
        {
            Assert.Equal((old.Verdict, old.ControlVerdict, old.Kind, old.Place, old.Text, old.Cell, old.Records, old.Unit, old.Over), (row.Verdict, row.ControlVerdict, row.Kind, row.Place, row.Text, row.Cell, row.Records, row.Unit, row.Over));
            if (row.Records.Length > 0)
            {
                // From records: the same numbers everywhere, to rounding.
                Assert.Equal(old.Because, row.Because);
                Same(old.Effect, row.Effect);
                Same(old.EffectLow, row.EffectLow);
                Same(old.EffectHigh, row.EffectHigh);
                Same(old.EffectReference, row.EffectReference);
                Same(old.ControlEffect, row.ControlEffect);
                Same(old.ControlLow, row.ControlLow);
                Same(old.ControlHigh, row.ControlHigh);
                Same(old.ControlReference, row.ControlReference);
                Same(old.EffectPValue, row.EffectPValue);
                Same(old.ControlPValue, row.ControlPValue);
                Same(old.EffectMargin, row.EffectMargin);
                Same(old.ControlMargin, row.ControlMargin);
                Same(old.Smallest, row.Smallest);
                Same(old.Published, row.Published);
                Same(old.UnitsForPublished, row.UnitsForPublished);
            }
        }

        static void Same(string old, string now)
        {
            if (old != now)
            {
                double expected = double.Parse(old, CultureInfo.InvariantCulture);
                Assert.Equal(expected, double.Parse(now, CultureInfo.InvariantCulture), 1e-5 * Math.Max(1e-3, Math.Abs(expected)));
            }
        }
    }

    [Fact]
    public void The_page_of_claims_shows_the_verdicts()
    {
        Assert.Contains(ClaimText.Counts(judged.Lines), Page, StringComparison.Ordinal);
        foreach (JudgedClaim line in judged.Lines.Where(line => line.Outcome != Outcome.NotTestable))
        {
            string row = Assert.Single(Page.Split('\n'), text => text.StartsWith($"| {line.Claim.Place} | {line.Claim.Text} |", StringComparison.Ordinal));
            Assert.Contains(line.Outcome.Words(), row, StringComparison.Ordinal);
            Assert.True(line.Claim.Records.Count == 0 || row.Contains(ClaimText.Of(line.Finding.Effect), StringComparison.Ordinal), row);
        }
    }

    [Fact]
    public void Every_equation_figure_and_table_of_the_paper_is_in_the_ledger()
    {
        HashSet<string> places = [.. ClaimLedger.Claims.SelectMany(claim => Places(claim.Place))];
        HashSet<string> all = [.. Enumerable.Range(1, 16).Select(i => $"Eq. {i}"), .. Enumerable.Range(1, 9).Select(i => $"Fig. {i}"), .. Enumerable.Range(1, 6).Select(i => $"Tab. {i}")];
        Assert.Superset(all, places);
        Assert.Equal(ClaimLedger.Claims.Count, ClaimLedger.Claims.DistinctBy(claim => claim.Id).Count());
        Assert.All(ClaimLedger.Direct, id => Assert.Contains(ClaimLedger.Claims, claim => claim.Id == id));

        // "Eq. 13, 15–16, Fig. 8" names four.
        static IEnumerable<string> Places(string place)
        {
            string kind = "";
            foreach (Match match in Part().Matches(place))
            {
                kind = match.Groups["kind"].Success ? match.Groups["kind"].Value : kind;
                int from = int.Parse(match.Groups["from"].Value, CultureInfo.InvariantCulture), to = match.Groups["to"].Success ? int.Parse(match.Groups["to"].Value, CultureInfo.InvariantCulture) : from;
                for (int i = from; i <= to; i++)
                {
                    yield return $"{kind} {i}";
                }
            }
        }
    }

    [Fact]
    public void Every_claim_names_cells_and_whole_records_that_are_there()
    {
        string[] notebooks = Directory.GetFiles(Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(DataFiles.Find("claims.csv")))!, "notebooks"), "*.ipynb");
        HashSet<string> cells = [.. notebooks.SelectMany(path =>
        {
            using JsonDocument notebook = JsonDocument.Parse(File.ReadAllText(path));
            return notebook.RootElement.GetProperty("cells").EnumerateArray().Select(cell => $"{Path.GetFileName(path)[..2]} {cell.GetProperty("id").GetString()}").ToList();
        })];
        foreach (Claim claim in ClaimLedger.Claims)
        {
            Assert.All(claim.Cell.Split("; "), cell => Assert.True(cells.Contains(cell), $"{claim.Id}: there is no cell {cell}"));
            Assert.All(claim.Records, name => Assert.NotNull(StudyCatalogue.Find(name)));
            Assert.All(claim.Records, name => Assert.True(File.Exists(DataFiles.Find($"recorded/{name}.csv"))));
        }
    }

    [Fact]
    public void Numbers_that_notebooks_state_are_the_ledger_s()
    {
        string figure = NotebookProse.Cell("10-claim-by-claim.ipynb", "figure-read"), verdict = NotebookProse.Cell("10-claim-by-claim.ipynb", "verdict");
        double[] functions = [.. new[] { "fig3-clean", "fig3-noisy", "lambda-exists-clean", "lambda-exists-noisy", "fig5" }.Select(id => -Percent(Finding(id).Effect!))], control = [.. new[] { "fig3-clean", "fig3-noisy", "lambda-exists-clean", "lambda-exists-noisy", "fig5" }.Select(id => -Percent(Finding(id).Control!))];
        Assert.Contains(FormattableString.Invariant($"{functions.Min():F0} to {functions.Max():F0} % off reg's error and at most {control.Max():F0} % off the control's"), figure, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"{-Percent(Finding("tab5a").Effect!):F0} % off reg's error, and are {Percent(Finding("tab5a").Control!):F0} % worse than the control"), figure, StringComparison.Ordinal);
        Assert.EndsWith("holds: 1, explained by the control: 1, suggested: 1, undecided: 1, equivalent: 1, described: 1.", Finding("advice").Because, StringComparison.Ordinal);
        Assert.Equal(Outcome.Undecided, Line("advice").Outcome);
        Assert.Equal([Outcome.ExplainedByControl, Outcome.Suggested, Outcome.Described, Outcome.Undecided, Outcome.Holds, Outcome.Equivalent], new[] { "fig3-clean", "fig3-noisy", "tab3", "tab2", "tab5a", "tab5b" }.Select(id => Line(id).Outcome));
        Assert.Equal(Outcome.Opposite, Line("tab5a").Verdict!.Control);
        JudgedClaim[] won = [.. judged.Lines.Where(line => line is { Verdict.Control: not null, Outcome: Outcome.Holds or Outcome.ExplainedByControl or Outcome.Suggested })];
        int Against(Outcome word) => won.Count(line => line.Verdict!.Control == word);
        Assert.Contains($"In {won.Length} lines the classes win", verdict, StringComparison.Ordinal);
        Assert.Contains($"Against it {Against(Outcome.Equivalent)} are equivalent, {Against(Outcome.Undecided)} undecided and {Against(Outcome.Opposite)} opposite.", verdict, StringComparison.Ordinal);
        Assert.Equal("tab1-clean", Assert.Single(won, line => line.Verdict!.Control is Outcome.Holds or Outcome.Suggested).Claim.Id);

        string power = NotebookProse.Cell("10-claim-by-claim.ipynb", "power-read");
        (JudgedClaim depth, JudgedClaim balanced, JudgedClaim faces) = (Line("tab2"), Line("tab2-balanced"), Line("tab3"));
        Assert.Contains(FormattableString.Invariant($"Eight splits show {depth.Smallest:F3} m. The published effect, {-depth.Finding.Published:F3} m here, takes {depth.UnitsForPublished} such splits; that of balanced classes, {-balanced.Finding.Published:F3} m, takes {balanced.UnitsForPublished}."), power, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"Three seeds show {faces.Smallest:F1} years; the published {-faces.Finding.Published:F1} years takes {faces.UnitsForPublished}."), power, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"would have to be {Line("imbalance-clean").Smallest:F0} points of reg's error"), power, StringComparison.Ordinal);

        Effect percent = Finding("tab5a").Effect!;
        Assert.Contains($"{-percent.Value:F1} percentage points better than reg", NotebookProse.Cell("09-video-progress.ipynb", "verdict"), StringComparison.Ordinal);
        Assert.Equal("10 functions", Finding("fig3-clean").Effect!.Over);
    }

    [Fact]
    public void Tables_and_figure_have_a_row_for_each_claim()
    {
        Assert.Equal(judged.Lines.Count, ClaimsTable.Create(judged.Lines).RowCount);
        Assert.Equal(judged.Lines.Count, ClaimsTable.Sources(judged.Lines).RowCount);
        Assert.Equal(judged.Lines.Count, ClaimsTable.Untested(judged.Lines).RowCount);
        Assert.Equal(judged.Lines.Count(line => line is { Finding.Effect: not null, Outcome: Outcome.Undecided or Outcome.Described }), ClaimsTable.Power(judged.Lines).RowCount);
        string chart = Plotly.NET.GenericChart.toChartHTML(ClaimsFigure.Create(judged.Lines));
        Assert.Contains("against the control", chart, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ClaimsFigure.Create([judged.Lines[^1]]));
        Assert.Throws<ArgumentException>(() => ClaimsTable.Create([]));
    }

    private static double Percent(Effect effect) => 100 * effect.Value / effect.Reference!.Value;

    private ClaimFinding Finding(string id) => Line(id).Finding;

    private JudgedClaim Line(string id) => judged.Lines.Single(line => line.Claim.Id == id);

    [GeneratedRegex(@"((?<kind>Eq\.|Fig\.|Tab\.) |(?<=\d, |\), ))(?<from>\d+)(–(?<to>\d+))?")]
    private static partial Regex Part();
}
