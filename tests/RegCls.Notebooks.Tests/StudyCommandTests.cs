using RegCls.Cli.Notebooks;
using RegCls.Cli.StudyRuns;
using RegCls.Notebooks.Tests.Support;

namespace RegCls.Notebooks.Tests;

public sealed class StudyCommandTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("study run fig33", "'fig33' is no study, expected one of fig3,")]
    [InlineData("study run fig55", "; did you mean fig5?")]
    [InlineData("study show nothing", "'nothing' is no study")]
    [InlineData("study run", "Required argument missing")]
    [InlineData("study run fig3 --profile huge", "--profile is 'huge', expected smoke, quick, full or paper")]
    [InlineData("study run fig3 --shard 4/3", "--shard is '4/3', expected i/n with 1 ≤ i ≤ n, such as 2/4")]
    [InlineData("study run fig5 --profile smoke --from none.csv", "none.csv does not exist: name a record file to take models from")]
    [InlineData("study run fig3 --shard half", "--shard is 'half', expected i/n")]
    [InlineData("study run fig3 --workers 0", "--workers is '0', expected a whole number of at least 1")]
    [InlineData("study run fig3 --workers two", "--workers is 'two', expected a whole number of at least 1")]
    [InlineData("study run fig3 --path data", "fig3 reads no data from outside the repository: leave --path out")]
    [InlineData("study merge none.csv --out all.csv", "none.csv does not exist")]
    [InlineData("study merge none.csv", "--out")]
    [InlineData("study", "regcls study names no command, expected list, show, run, merge, choose, plan, measure")]
    [InlineData("study walk", "'walk' is no command of regcls study, expected list, show, run, merge, choose, plan, measure")]
    [InlineData("study run fig3 --wait 0", "--wait is '0', expected a whole number of at least 1")]
    [InlineData("study run fig3 --plan plan.csv", "--plan is of a study in parts: name the part with --shard i/n")]
    [InlineData("study run fig3 --profile smoke --shard 1/2 --plan none.csv", "none.csv does not exist: write it anew with `regcls study plan fig3 --profile smoke --shards 2")]
    [InlineData("study plan fig33", "'fig33' is no study")]
    [InlineData("study plan fig3 --shards 0", "--shards is '0', expected a whole number of at least 1")]
    [InlineData("study merge fig3 --from . --out all.csv", "--from needs the number of parts too: --shards N")]
    [InlineData("study merge fig3 fig4 --from . --shards 2 --out all.csv", "with --from, merge takes the name of one study, got fig3, fig4")]
    [InlineData("study merge fig3 --from . --shards 2 --profile smoke --out all.csv", "holds no part of fig3 (smoke) in 2: expected files such as fig3-smoke-1-of-2.csv")]
    [InlineData("study measure fig33 --out costs.csv", "'fig33' is no study")]
    [InlineData("study choose tunde", "'tunde' is no search, expected one of tuned, class-losses, wide-control, noise-kinds, where, corners")]
    [InlineData("study choose tuned --records none.csv", "none.csv does not exist: record the search with `regcls study run tuned --profile full`")]
    public async Task A_wrong_command_line_is_one_sentence_and_leaves_no_file(string line, string sentence)
    {
        Assert.Contains(sentence, (await CommandResult.OfAsync(line.Split(' '), folder.Path, CancellationToken.None)).OneSentence(), StringComparison.Ordinal);
        Assert.Empty(folder.Files());
    }

    [Fact]
    public async Task A_file_of_something_else_is_one_sentence_and_stays_as_it_is()
    {
        const string Table = "age,path\n1,a.jpg\n";
        var file = folder.Write("table.csv", Table);
        var run = (await CommandResult.OfAsync("study", "run", "fig3", "--profile", "smoke", "--out", file)).OneSentence();
        Assert.Contains($"{file}, line 1: not a record of a study", run, StringComparison.Ordinal);
        Assert.Contains($"{file}, line 1: not a record of a study", (await CommandResult.OfAsync("study", "merge", file, "--out", folder["all.csv"])).OneSentence(), StringComparison.Ordinal);
        Assert.Equal(Table, await File.ReadAllTextAsync(file));
        Assert.Equal(["table.csv"], folder.Files());
    }

    [Fact]
    public async Task A_repository_that_is_not_built_says_how_to_build_it()
    {
        folder.Write("RegClsNotebooks.sln", string.Empty);
        var error = (await CommandResult.OfAsync(["study", "list"], folder.Path, CancellationToken.None)).OneSentence();
        Assert.Contains("has no RegCls.dll; run `dotnet build lib/RegCls.Interactive -c Release`", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Studies_are_listed_with_their_sizes()
    {
        var list = await CommandResult.OfAsync("study", "list");
        Assert.Equal(0, list.ExitCode);
        Assert.Matches("fig3 +96 +1200 +4200 +Fig. 3: test MSE", list.Output);
    }

    [Fact]
    public async Task A_part_goes_to_its_default_file_and_a_shown_study_counts_what_is_recorded()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets administrators alone make symbolic links.");
        folder.Write("RegClsNotebooks.sln", string.Empty);
        Directory.CreateDirectory(folder["lib/RegCls.Interactive"]);
        Directory.CreateSymbolicLink(folder["lib/RegCls.Interactive/bundle"], new RepositoryLayout(CommandResult.RepositoryRoot).Bundle);
        Assert.Matches("recorded +0 +0 +0 *\ncore-hours +unknown +[0-9.]+ expected +[0-9.]+ expected", (await HereAsync("study", "show", "fig3")).Output);

        var run = await HereAsync("study", "run", "fig3", "--profile", "smoke", "--shard", "2/8");
        Assert.Equal(0, run.ExitCode);
        var part = folder["artifacts/records/fig3-smoke-2-of-8.csv"];
        Assert.Equal(12, RecordText.Numbers(part).Length);

        // Another part of the whole run's own file.
        File.Move(part, folder["artifacts/records/fig3-smoke.csv"]);
        var shown = await HereAsync("study", "show", "fig3");
        Assert.Equal(0, shown.ExitCode);
        Assert.Matches("recorded +12 +0 +0", shown.Output);
        Assert.Matches(@"core-hours +0\.\d{3} \(0\.\d{3} spent\) +0\.\d{3} expected +0\.\d{3} expected", shown.Output);
        Assert.Matches("classes +0, 4, 16 +0, 4, 16, 64 +0, 4, 16, 64, 256, 1024", shown.Output);
        Assert.Contains("data/recorded/fig3.csv", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_tells_the_hours_of_each_part_and_a_part_is_run_by_it_into_a_folder()
    {
        var plan = await HereAsync("study", "plan", "fig3", "--profile", "full", "--shards", "100", "--out", folder["plan.csv"]);
        Assert.Equal(0, plan.ExitCode);
        Assert.Matches(@"^fig3 full in 100 parts, plan [0-9a-f]{16}: 4200 models, 0\.[0-9]{3} core-hours\n  part 1: [0-9]+ models, 0\.[0-9]{3} h\n", plan.Output);
        Assert.Matches(@"hours with 1 core: 0\.[0-9]{3}, 2 cores: 0\.[0-9]{3}, 16 cores: 0\.[0-9]{3}, 100 cores: 0\.[0-9]{3}\n", plan.Output);
        Assert.Equal(4201, (await File.ReadAllLinesAsync(folder["plan.csv"])).Length);

        Assert.Equal(0, (await HereAsync("study", "plan", "fig3", "--profile", "smoke", "--shards", "24", "--out", folder["smoke.csv"])).ExitCode);
        Assert.Equal(0, (await HereAsync("study", "run", "fig3", "--profile", "smoke", "--shard", "5/24", "--plan", "smoke.csv", "--out", ".")).ExitCode);
        Assert.Equal(
            (await File.ReadAllLinesAsync(folder["smoke.csv"])).Skip(1).Select(line => line.Split(',')).Where(cells => cells[3] == "5").Select(cells => cells[5]).Order(),
            (await File.ReadAllLinesAsync(folder["fig3-smoke-5-of-24.csv"])).Skip(1).Select(line => line.Split(',')[15]).Order());
        Assert.Contains("smoke.csv, line 2: not the plan of fig3 (smoke) in 5 parts", (await HereAsync("study", "run", "fig3", "--profile", "smoke", "--shard", "5/5", "--plan", "smoke.csv", "--out", ".")).OneSentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hours_in_environment_md_are_those_of_the_cost_model()
    {
        var text = (await File.ReadAllTextAsync(Path.Combine(CommandResult.RepositoryRoot, "environment.md"))).ReplaceLineEndings("\n");
        Assert.Contains((await CommandResult.OfAsync("study", "plan")).Output, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_that_another_study_recorded_are_taken_over_and_not_trained_again()
    {
        string[] grid = ["study", "run", "fig5", "--profile", "smoke", "--out"];
        Assert.Equal(0, (await HereAsync([.. grid, folder["alone.csv"], "--shard", "1/2"])).ExitCode);
        Assert.Equal(0, (await HereAsync("study", "run", "fig3", "--profile", "smoke", "--out", folder["fig3.csv"])).ExitCode);

        // In common are the models of σ = 0.1 and severe sampling, without classes and with C = 4.
        var shared = RecordText.Numbers(folder["fig3.csv"]).Where(line => line.StartsWith("Noisy,0.1,Severe,", StringComparison.Ordinal) && !line.Contains(",RegCls,16,", StringComparison.Ordinal)).ToArray();
        Assert.Equal(6, shared.Length);
        var run = await HereAsync([.. grid, folder["all.csv"], "--from", "alone.csv", "fig3.csv"]);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"16 models of fig5 taken over from {folder["alone.csv"]}", run.Output, StringComparison.Ordinal);
        Assert.Contains($"{shared.Except(RecordText.Numbers(folder["alone.csv"])).Count()} models of fig5 taken over from {folder["fig3.csv"]}", run.Output, StringComparison.Ordinal);
        var all = RecordText.Numbers(folder["all.csv"]);
        Assert.Equal(32, all.Length);
        Assert.Subset(all.ToHashSet(), shared.Concat(RecordText.Numbers(folder["alone.csv"])).ToHashSet());

        // With all of them at hand nothing is left to train, and a second time there is nothing to take over.
        var again = await HereAsync([.. grid, folder["all.csv"], "--from", "all.csv"]);
        Assert.Contains("0 models of fig5 taken over", again.Output, StringComparison.Ordinal);
        Assert.Contains("all 32 models are recorded already", again.Output, StringComparison.Ordinal);
        Assert.Equal(all, RecordText.Numbers(folder["all.csv"]));
    }

    [Fact]
    public async Task Models_are_not_taken_over_from_a_file_of_something_else()
    {
        folder.Write("table.csv", "age,path\n1,a.jpg\n");
        var error = (await CommandResult.OfAsync("study", "run", "fig5", "--profile", "smoke", "--out", folder["all.csv"], "--from", folder["table.csv"])).OneSentence();
        Assert.Contains($"{folder["table.csv"]}, line 1: not a record of a study", error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["all.csv"]));
    }

    [Theory]
    [InlineData("full", null, "data/recorded/fig3.csv")]
    [InlineData("full", "1-of-2", "artifacts/records/fig3-full-1-of-2.csv")]
    [InlineData("quick", null, "artifacts/records/fig3-quick.csv")]
    public void Only_a_whole_full_run_goes_to_the_committed_records(string profile, string? shard, string expected) =>
        Assert.Equal(Path.Combine(folder.Path, Path.Combine(expected.Split('/'))), new RepositoryLayout(folder.Path).Records("fig3", profile, shard));

    [Fact]
    public async Task One_copy_of_the_library_serves_commands_and_notebooks()
    {
        await CommandResult.OfAsync("study", "list");
        var reference = Path.GetRelativePath(folder.Path, Path.Combine(new RepositoryLayout(CommandResult.RepositoryRoot).Bundle, "RegCls.Interactive.dll")).Replace('\\', '/');
        var notebook = folder.Write("a.ipynb", NotebookText.Of($"#r \"{reference}\"\nRegCls.Interactive.Notebook.Setup();", "RegCls.Studies.StudyCatalogue.Entries.Count"));
        Assert.Equal(0, (await CommandResult.OfAsync("run", notebook, "--out", folder["site"])).ExitCode);

        var copy = Assert.Single(AppDomain.CurrentDomain.GetAssemblies(), assembly => assembly.GetName().Name == "RegCls");
        Assert.EndsWith(Path.Combine("bundle", "RegCls.dll"), copy.Location, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(AppContext.BaseDirectory, "RegCls.dll")));
    }

    [Theory]
    [InlineData(0, 4200, 0, 0, "0 of 4200 models")]
    [InlineData(120, 4200, 20, 10, "120 of 4200 models, 2.0 a second, 34 min left")]
    [InlineData(100, 4200, 1, 60, "100 of 4200 models, 1.0 a minute, 68.3 h left")]
    [InlineData(86, 96, 20, 10, "86 of 96 models, 2.0 a second, 5 s left")]
    [InlineData(96, 96, 20, 10, "96 of 96 models, 2.0 a second")]
    public void Time_left_follows_from_the_models_of_this_run(int done, int total, int trained, int seconds, string expected) =>
        Assert.Equal(expected, new StudyProgress(done, total, trained, TimeSpan.FromSeconds(seconds)).ToString());

    private Task<CommandResult> HereAsync(params string[] arguments) => CommandResult.OfAsync(arguments, folder.Path, CancellationToken.None);
}
