using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using RegCls.Claims;
using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Tests.Studies;

namespace RegCls.Tests.Claims;

/// <summary>What a reader takes away first is what the records say: the points on top of each notebook, the README's answer, and its picture.</summary>
public partial class InOneMinuteTests(JudgedLedger judged) : IClassFixture<JudgedLedger>
{
    private static readonly string Root = Path.GetDirectoryName(Path.GetDirectoryName(DataFiles.Find("claims.csv")))!;

    public static TheoryData<string> Notebooks => [.. Directory.GetFiles(Path.Combine(Root, "notebooks"), "*.ipynb").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void A_notebook_opens_with_three_points_the_last_says_so_what_and_no_number_is_unheld(string notebook)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "notebooks", notebook)));
        Assert.Equal("minute", document.RootElement.GetProperty("cells")[1].GetProperty("id").GetString());
        string[] lines = NotebookProse.Cell(notebook, "minute").Split('\n');
        Assert.Equal(["## In one minute", ""], lines[..2]);
        Assert.Equal(5, lines.Length);
        Assert.All(lines[2..], line => Assert.StartsWith("- ", line, StringComparison.Ordinal));
        Assert.StartsWith("- **So what.** ", lines[4], StringComparison.Ordinal);
        string text = string.Join(' ', lines[2..]);
        if (notebook.StartsWith("02", StringComparison.Ordinal))
        {
            string held = FormattableString.Invariant($"by {Fall("fig3-clean", withClasses: true):F3} on clean and {Fall("fig3-noisy", withClasses: true):F3} on noisy data, in mean squared error");
            Assert.Contains(held, text, StringComparison.Ordinal);
            text = text.Replace(held, "", StringComparison.Ordinal);
        }

        Assert.DoesNotMatch(@"\d", Reference().Replace(text, ""));
    }

    [Fact]
    public void The_words_of_the_points_are_the_ledger_s()
    {
        Assert.Equal((Outcome.ExplainedByControl, Outcome.Equivalent), Words("lambda-exists-clean"));
        Assert.Equal((Outcome.Suggested, Outcome.Undecided), Words("lambda-exists-noisy"));
        Assert.Equal((Outcome.ExplainedByControl, Outcome.Equivalent), Words("fig5"));
        Assert.Equal((Outcome.Holds, Outcome.Opposite), Words("tab5a"));
        Assert.Equal((Outcome.Equivalent, Outcome.Equivalent), Words("tab5b"));
        Assert.Equal((Outcome.Undecided, Outcome.Undecided), Words("tab2"));
        Assert.DoesNotContain(new[] { "fig3-clean", "fig3-noisy", "tab3", "tab2", "tab5a", "tab5b" }, id => Line(id).Verdict?.Control is Outcome.Holds or Outcome.Suggested);

        (Outcome, Outcome?) Words(string id) => (Line(id).Outcome, Line(id).Verdict!.Control);
    }

    [Fact]
    public void The_readme_s_answer_has_the_ledger_s_numbers() => Assert.Contains(
        FormattableString.Invariant($"by {Fall("fig3-clean", true):F3} with classes and {Fall("fig3-clean", false):F3} without on clean data, and by {Fall("fig3-noisy", true):F3} with and {Fall("fig3-noisy", false):F3} without on noisy data"),
        File.ReadAllText(Path.Combine(Root, "README.md")).ReplaceLineEndings(" "), StringComparison.Ordinal);

    [Fact]
    public void Every_dot_and_line_of_the_picture_stands_where_the_ledger_says()
    {
        XElement svg = XDocument.Load(DataFiles.Find("answer.svg")).Root!;
        XElement[] texts = [.. svg.Elements().Where(element => element.Name.LocalName == "text")];
        (double X, double Value)[] ticks = [.. texts.Select(text => (Number(text, "x"), double.TryParse(text.Value.Replace('−', '-'), CultureInfo.InvariantCulture, out double value) ? value : double.NaN)).Where(tick => double.IsFinite(tick.Item2))];
        double scale = (ticks[^1].Value - ticks[0].Value) / (ticks[^1].X - ticks[0].X);
        double At(double x) => ticks[0].Value + scale * (x - ticks[0].X);

        // The first two dots are those of the legend.
        double[] dots = [.. svg.Elements().Where(element => element.Name.LocalName == "circle").Skip(2).Select(dot => At(Number(dot, "cx")))];
        (double, double)[] ranges = [.. svg.Elements().Select(element => Span().Match((string?)element.Attribute("d") ?? "")).Where(match => match.Success).Select(match => (At(Parse(match.Groups[1].Value)), At(Parse(match.Groups[2].Value))))];
        Effect[] effects = [.. new[] { "fig3-clean", "fig3-noisy", "tab3", "tab2", "tab5a", "tab5b" }.SelectMany(id => new[] { Line(id).Finding.Effect, Line(id).Finding.Control }).OfType<Effect>()];
        Assert.Equal(11, effects.Length);
        Assert.Equal((effects.Length, effects.Length), (dots.Length, ranges.Length));
        foreach ((Effect effect, double dot, (double low, double high)) in effects.Zip(dots, ranges))
        {
            Assert.Equal(100 * effect.Value / effect.Reference!.Value, dot, 0.1);
            Assert.Equal(100 * effect.Low / effect.Reference.Value, low, 0.1);
            Assert.Equal(100 * effect.High / effect.Reference.Value, high, 0.1);
        }

        static double Number(XElement element, string name) => Parse(element.Attribute(name)!.Value);
        static double Parse(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }

    // By how much the error falls below reg's: with classes, or with the control's factor alone.
    private double Fall(string id, bool withClasses) => -Line(id).Finding.Effect!.Value + (withClasses ? 0 : Line(id).Finding.Control!.Value);

    private JudgedClaim Line(string id) => judged.Lines.Single(line => line.Claim.Id == id);

    [GeneratedRegex(@"\[?[Nn]otebook \d\d\]?(\([^)]*\))?")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^M([\d.]+) [\d.]+H([\d.]+)$")]
    private static partial Regex Span();
}
