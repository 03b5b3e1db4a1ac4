using RegCls.Notebooks.Tests.Support;

namespace RegCls.Notebooks.Tests;

/// <summary>`regcls study run --checkpoint-every`: a process that is killed in the middle of a model loses nothing but the time since its last state.</summary>
public sealed class CheckpointCommandTests : IDisposable
{
    // Drawn faces, reg and reg+cls: fifteen steps a model.
    private static readonly string[] Arguments = ["age", "--profile", "smoke", "--size", "48", "--workers", "1"];

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_model_that_was_killed_in_its_middle_ends_with_the_bits_of_one_that_was_left_alone()
    {
        using (var whole = StudyProcess.Start([.. Arguments, "--out", folder["whole.csv"]]))
        {
            Assert.Equal(0, (await whole.EndAsync()).Code);
        }

        string[] kept = [.. Arguments, "--out", folder["killed.csv"], "--checkpoint-every", "0"];
        var states = folder["killed.checkpoints"];
        for (var kill = 0; kill < 2; kill++)
        {
            using var process = StudyProcess.Start(kept);
            Assert.True(process.WaitFor(() => Directory.Exists(states) && Directory.EnumerateFiles(states, "*.safetensors").Any()));
            Assert.True(await process.KillAsync());
            Assert.NotEmpty(Directory.GetFiles(states, "*.safetensors"));
        }

        using var last = StudyProcess.Start(kept);
        Assert.Equal(0, (await last.EndAsync()).Code);
        Assert.Equal(2 + 1, File.ReadAllLines(folder["killed.csv"]).Length);
        Assert.Equal(WithoutSeconds(folder["whole.csv"]), WithoutSeconds(folder["killed.csv"]));
        Assert.Empty(Directory.GetFiles(states, "*.safetensors"));
    }

    private static string[] WithoutSeconds(string path)
    {
        var lines = File.ReadAllLines(path);
        var seconds = Array.IndexOf(lines[0].Split(','), "seconds");
        return [.. lines.Select(line => string.Join(',', line.Split(',').Where((_, column) => column != seconds)))];
    }

    [Theory]
    [InlineData("fig3 --network resnet50", "fig3 trains no network on pictures: leave --network, --size and --weights out.")]
    [InlineData("fig3 --profile paper", "fig3 has no profile paper, expected one of smoke, quick, full.")]
    [InlineData("age --weights nothing.safetensors --network resnet50", "nothing.safetensors does not exist; name a safetensors file with the weights of a ResNet-50")]
    [InlineData("age --weights README.md", "Weights are for a ResNet-50: add --network resnet50.")]
    [InlineData("depth --size 50", "--size is 50: frames are 4:3 with even sides and depth is predicted at half of them, so expected a width that 8 divides, such as 80 or 304.")]
    [InlineData("age --checkpoint-every often", "--checkpoint-every is 'often', expected a number of minutes, such as 10")]
    public async Task What_a_study_does_not_have_is_refused_in_one_sentence(string arguments, string sentence)
    {
        File.WriteAllText(folder["README.md"], "not weights");
        var result = await CommandResult.OfAsync(["study", "run", .. arguments.Split(' '), "--out", folder["none.csv"]], folder.Path, CancellationToken.None);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(sentence, result.OneSentence(), StringComparison.Ordinal);
        Assert.False(File.Exists(folder["none.csv"]));
    }

    [Fact]
    public async Task Days_of_work_are_started_only_when_that_is_confirmed()
    {
        var result = await CommandResult.OfAsync(["study", "run", "age-imdb", "--profile", "paper", "--workers", "2", "--out", folder["none.csv"]], folder.Path, CancellationToken.None);
        Assert.Equal(2, result.ExitCode);
        Assert.Matches("^error: age-imdb paper takes about [0-9]{4} days with 2 cores and 32.1 GB of decoded pictures in .*: add --yes to start it, --checkpoint-every ", result.OneSentence());
    }

    [Fact]
    public async Task Show_tells_models_hours_and_disk_of_the_papers_profile()
    {
        var result = await CommandResult.OfAsync(["study", "show", "age-imdb", "--profile", "paper"], folder.Path, CancellationToken.None);
        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"models +73 ", result.Output);
        Assert.Matches(@"core-hours +[0-9]+\.[0-9]+ expected", result.Output);
        Assert.Matches(@"decoded data on disk +32\.1 GB", result.Output);
    }
}
