using System.Globalization;
using System.Text.RegularExpressions;
using RegCls.Cli.Notebooks;
using RegCls.Notebooks.Tests.Support;

namespace RegCls.Notebooks.Tests;

public sealed partial class ClassroomTests(ClassroomRuns runs) : IClassFixture<ClassroomRuns>
{
    public static TheoryData<string> Numbers => [.. Classroom.Numbers];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_notebook_opens_with_what_you_learn_the_time_and_what_you_need(string number)
    {
        var title = Classroom.Read(number).Cells[0];
        Assert.Equal("title", title.Id);
        string[] paragraphs = title.Source.Split("\n\n");
        var learn = Array.IndexOf(paragraphs, "**What you will learn**");
        Assert.True(learn > 0);
        Assert.InRange(paragraphs[learn + 1].Split('\n').Count(line => line.StartsWith("- ", StringComparison.Ordinal)), 1, 3);
        Assert.Single(paragraphs, paragraph => paragraph.StartsWith("**Time to run:** ", StringComparison.Ordinal));
        Assert.Single(paragraphs, paragraph => paragraph.StartsWith("**Before you start:** ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Two_or_three_questions_stand_before_what_answers_them(string number)
    {
        var cells = Classroom.Read(number).Cells;
        int[] questions = [.. Enumerable.Range(0, cells.Count).Where(i => cells[i].Source.Contains(Classroom.Predict, StringComparison.Ordinal))];
        Assert.InRange(questions.Length, 2, 3);
        foreach (var (place, next) in questions.Zip(questions.Skip(1).Append(cells.Count)))
        {
            Assert.Equal(CellKind.Markdown, cells[place].Kind);
            Assert.Contains('?', cells[place].Source.Split(Classroom.Predict)[1]);
            Assert.Equal(CellKind.Code, cells[place + 1].Kind);
            Assert.Contains(cells.Take(next).Skip(place + 2), cell => cell.Kind == CellKind.Markdown && cell.Source.Contains(Classroom.Answer, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void The_exercise_runs_unsolved_and_its_solution_runs_after_it(string number)
    {
        var cells = Classroom.Read(number).Cells;
        var place = cells.Index().Single(cell => cell.Item.Id == "exercise").Index;
        Assert.Equal((CellKind.Markdown, "exercise-text"), (cells[place - 1].Kind, cells[place - 1].Id));
        Assert.StartsWith("## Exercise\n\n", cells[place - 1].Source, StringComparison.Ordinal);
        Assert.StartsWith("// your turn", cells[place].Source, StringComparison.Ordinal);
        Assert.Equal((CellKind.Markdown, "exercise-solution"), (cells[place + 1].Kind, cells[place + 1].Id));
        Assert.Matches(Classroom.CodeBlock(), cells[place + 1].Source);

        var unsolved = runs.Standard($"{number}-exercise", "exercise");
        var solved = runs.Standard($"{number}-exercise", "solution");
        Assert.NotEmpty(unsolved.Trim());
        Assert.NotEmpty(solved.Trim());
        Assert.NotEqual(unsolved, solved);
    }

    [Fact]
    public void The_solutions_that_check_something_find_it()
    {
        Assert.Contains("the same", runs.Standard("03-exercise", "solution"), StringComparison.Ordinal);
        Assert.Matches(@"is broken in [1-9]\d* of 1000 draws, the proved bounds in 0\n", runs.Standard("06-exercise", "solution"));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_notebook_closes_with_the_next_one_the_paper_and_types_that_exist(string number)
    {
        var last = Classroom.Read(number).Cells[^1];
        Assert.Equal("next", last.Id);
        string[] lines = last.Source.Split('\n');
        Assert.Equal("## Where to go next", lines[0]);
        var next = Assert.Single(lines, line => line.StartsWith("- **Next:** ", StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(CommandResult.RepositoryRoot, "notebooks", Link().Match(next).Groups[1].Value)), next);
        Assert.Matches(@"(Sec\.|Fig\.|Tab\.|Eq\.) \d", Assert.Single(lines, line => line.StartsWith("- **In the paper:** ", StringComparison.Ordinal)));
        string[] types = [.. Code().Matches(Assert.Single(lines, line => line.StartsWith("- **In the library:** ", StringComparison.Ordinal))).Select(match => match.Groups[1].Value)];
        Assert.NotEmpty(types);
        Assert.All(types, type => Assert.Single(
            Directory.EnumerateFiles(Path.Combine(CommandResult.RepositoryRoot, "lib"), type + ".cs", SearchOption.AllDirectories),
            path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_notebook_has_two_to_four_parameters_and_uses_each_outside_its_exercise(string number)
    {
        var notebook = Classroom.Read(number);
        var declared = NotebookParameters.Of(notebook, "quick");
        Assert.InRange(declared.Count, 2, 4);
        Assert.All(declared, parameter => Assert.InRange(parameter.Standard, parameter.Least, parameter.Most));
        Assert.Equal(declared.Count, declared.Select(parameter => parameter.Variable).Distinct().Count());

        string[] variables = [.. Variable().Matches(Classroom.Cell(notebook, NotebookParameters.CellId).Source).Select(match => match.Groups[1].Value)];
        Assert.Equal(declared.Count, variables.Length);
        NotebookCell[] users = [.. notebook.CodeCells.Where(cell => cell.Id is not (NotebookParameters.CellId or "exercise"))];
        Assert.All(variables, variable => Assert.Contains(users, cell => Regex.IsMatch(cell.Source, $@"(?<![\w.]){variable}\b(?! *[:=](?!=))")));
    }

    [Theory]
    [InlineData("01", "function=3", "scenario-data", "fig1", "variants")]
    [InlineData("01", "noise=0.3", "fig1")]
    [InlineData("01", "C=32", "tab6")]
    [InlineData("02", "epochs=2", "settings", "one")]
    [InlineData("03", "C=16", "balanced-figure")]
    [InlineData("04", "seed=2", "noise-figure")]
    [InlineData("05", "function=3", "identity")]
    [InlineData("06", "C=4", "bounds")]
    [InlineData("10", "smallest=20", "size")]
    [InlineData("11", "steps=20", "run")]
    [InlineData("12", "function=3", "own")]
    public async Task A_parameter_changes_what_is_computed(string number, string setting, params string[] changed)
    {
        var with = await runs.WithAsync(number, setting);
        foreach (var id in ClassroomRuns.Shown[number].Where(id => !id.Equals("settings", StringComparison.Ordinal) || changed.Contains(id)))
        {
            var same = WithoutIds(runs.Standard($"{number}-part", id)) == WithoutIds(with[id]);
            Assert.True(same != changed.Contains(id) || (id == "scenario-data" && !same), $"{id} {(same ? "does not change" : "changes")} with {setting}");
        }

        var said = $"Run with {setting.Replace("=", " = ", StringComparison.Ordinal)} instead of ";
        Assert.StartsWith(said, with[NotebookParameters.CellId], StringComparison.Ordinal);
        Assert.Contains(said, runs.Page(number, setting), StringComparison.Ordinal);
        Assert.Empty(runs.Standard($"{number}-part", NotebookParameters.CellId));
    }

    [Fact]
    public void The_numbers_of_answers_are_those_of_the_cells()
    {
        var read = Classroom.Cell(Classroom.Read("01"), "fig2-read").Source;
        string[] sizes = [.. Size().Matches(read).Select(match => match.Value)];
        Assert.Equal(2, sizes.Length);
        Assert.All(sizes, size => Assert.Contains($"{size} training samples", runs.Standard("01-part", "variants"), StringComparison.Ordinal));

        // The model of 02 that is looked at first is one of the record.
        var answer = Classroom.Cell(Classroom.Read("02"), "one-read").Source;
        var lines = File.ReadLines(Path.Combine(CommandResult.RepositoryRoot, "data", "recorded", "fig3.csv")).Select(line => line.Split(',')).ToList();
        var column = Array.IndexOf(lines[0], "test_mse");
        string Recorded(string arm, string classes) => double.Parse(
            lines.Single(line => line[0] == "Clean" && line[1] == "0" && line[2] == "Severe" && line[4] == "0" && line[5] == "2732" && line[7] == arm && line[8] == classes)[column],
            CultureInfo.InvariantCulture).ToString("F3", CultureInfo.InvariantCulture);
        Assert.Contains($"test MSE {Recorded("ScaledReg", "0")}; reg+cls {Recorded("RegCls", "16")}, reg {Recorded("Reg", "0")}", answer, StringComparison.Ordinal);
    }

    private static string WithoutIds(string text) => Identifier().Replace(text, string.Empty);

    [GeneratedRegex(@"\]\(([^)]+\.ipynb)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`([A-Za-z]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"var (\w+) = Parameters\.")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\b\d\d,\d{3}\b")]
    private static partial Regex Size();

    [GeneratedRegex("[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}")]
    private static partial Regex Identifier();
}
