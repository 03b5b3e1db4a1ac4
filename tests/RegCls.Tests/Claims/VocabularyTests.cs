using System.Text.RegularExpressions;
using RegCls.Claims;
using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Studies.Depth;
using RegCls.Studies.Video;
using RegCls.Tests.Studies;

namespace RegCls.Tests.Claims;

/// <summary>That verdicts are said in the words of <c>data/verdict-rules.md</c>, in one word for one number.</summary>
public partial class VocabularyTests(JudgedLedger judged) : IClassFixture<JudgedLedger>
{
    private static readonly string Root = Path.GetDirectoryName(Path.GetDirectoryName(DataFiles.Find("claims.csv")))!;

    [Fact]
    public void No_other_words_of_verdict_stand_in_texts_code_or_ledger()
    {
        string[] files =
        [
            Path.Combine(Root, "README.md"), Path.Combine(Root, "environment.md"), .. Directory.GetFiles(Path.Combine(Root, "data"), "*.md", SearchOption.AllDirectories), .. Directory.GetFiles(Path.Combine(Root, "notebooks"), "*.ipynb"),
            .. Directory.GetFiles(Path.Combine(Root, "lib"), "*.cs", SearchOption.AllDirectories).Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)),
        ];
        Assert.True(files.Length > 300);
        foreach (string file in files)
        {
            // The rules name what the words were before.
            string text = File.ReadAllText(file).Split("## What was wrong before")[0];
            Match found = Other().Match(text);
            Assert.False(found.Success, $"{file}: {found.Value}");
        }

        HashSet<string> words = [.. Enum.GetValues<Outcome>().Select(outcome => outcome.Words())];
        Assert.All(ClaimFile.Read(DataFiles.Find("claims.csv")), row => Assert.True(words.Contains(row.Verdict) && (row.ControlVerdict.Length == 0 || words.Contains(row.ControlVerdict)), row.Id));
    }

    [Theory]
    [InlineData("does not hold here")]
    [InlineData("holds, but the control explains it")]
    [InlineData("10.9 years (seen)")]
    [InlineData("+0.07 years, not seen: unlike")]
    [InlineData("**seen** if the interval")]
    [InlineData("Not judged: 3 of 4 models")]
    public void The_words_of_before_are_found(string text) => Assert.Matches(Other(), text);

    [Fact]
    public void The_box_of_words_stands_at_first_use_in_the_last_notebook_and_on_the_page_of_claims()
    {
        foreach (string text in new[] { NotebookProse.Cell("02-the-1d-study.ipynb", "paired-text"), NotebookProse.Cell("10-claim-by-claim.ipynb", "rules"), File.ReadAllText(Path.Combine(Root, "data", "pages", "claims.md")) })
        {
            string box = string.Join('\n', text.Split('\n').Where(line => line.StartsWith('>')));
            Assert.All(Enum.GetValues<Outcome>().Where(outcome => outcome != Outcome.NotTestable), outcome => Assert.Contains($"*{outcome.Words()}*", box, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_number_of_a_notebook_s_table_that_is_in_the_ledger_has_its_word_or_the_text_says_that_the_ledger_s_counts()
    {
        ClaimRecords records = new();
        Scenario noisy = Scenario.Noisy(0.1);
        IReadOnlyList<RunRecord> fig4 = records.Of("fig4");
        (string Notebook, string Cell, IReadOnlyList<Verdict> Verdicts)[] tables =
        [
            ("03-lambda-and-balanced-classes.ipynb", "verdict", [.. Families.OwnLambda(fig4, ChosenLambda.Of(fig4)), .. Families.Balancing(fig4)]),
            ("06-the-derivation.ipynb", "mechanism-read", [.. Families.Mechanism(records.Of<MechanismRecord>("mechanism"), Scenario.Clean), .. Families.Mechanism(records.Of<MechanismRecord>("mechanism"), noisy)]),
            ("06-the-derivation.ipynb", "features-read", [.. Families.HiddenUnits(records.Of<FeatureRecord>("features"), Scenario.Clean), .. Families.HiddenUnits(records.Of<FeatureRecord>("features"), noisy)]),
            ("08-depth.ipynb", "verdict", Families.Depth(records.Of<DepthRecord>("depth-rooms"))),
            ("09-video-progress.ipynb", "verdict", Families.Video(records.Of<VideoRecord>("video-msr-persons"))),
        ];
        int shared = 0;
        foreach ((string notebook, string cell, IReadOnlyList<Verdict> verdicts) in tables)
        {
            foreach (Verdict verdict in verdicts)
            {
                foreach (Outcome word in judged.Lines.Where(line => line.Verdict is not null).SelectMany(line => new[] { (line.Verdict!.Question.Effect, line.Outcome), (line.Verdict.Question.Control, line.Verdict.Control ?? Outcome.NotTestable) })
                    .Where(pair => pair.Item1 is { } effect && effect.Symbol == verdict.Question.Effect.Symbol && Math.Abs(effect.Value - verdict.Question.Effect.Value) < 1e-12).Select(pair => pair.Item2 == Outcome.ExplainedByControl ? Outcome.Holds : pair.Item2))
                {
                    shared++;
                    Assert.True(word == verdict.Outcome || (word == Outcome.Suggested && NotebookProse.Cell(notebook, cell).Contains("is *suggested*, and that counts", StringComparison.Ordinal)), $"{notebook}, {verdict.Question.Text}: {verdict.Outcome}, in the ledger {word}");
                }
            }
        }

        Assert.True(shared >= 18, $"{shared}");
    }

    [GeneratedRegex(@"does not hold here|the control explains it|\((not )?seen\)|years, (not )?seen|\*(not )?seen\*|[Nn]ot judged:|with (one|two) stars?")]
    private static partial Regex Other();
}
