using System.Globalization;
using RegCls.Notebooks.Tests.Support;

namespace RegCls.Notebooks.Tests;

/// <summary>Real videos on the command line: what a check and a training say of them, and that records know their data.</summary>
public sealed class VideoDataCommandTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_check_and_a_training_refuse_the_same_and_tell_what_is_left_out()
    {
        WriteSkeletons("msr", 20);
        var whole = await CommandResult.OfAsync("data", "check", "msraction3d", "--path", folder["msr"]);
        Assert.Equal((0, string.Empty), (whole.ExitCode, whole.Error));
        Assert.Contains("200 samples", whole.Output, StringComparison.Ordinal);

        folder.Write("msr/again/a03_s01_e01_skeleton3D.txt", await File.ReadAllTextAsync(folder["msr/a03_s01_e01_skeleton3D.txt"]));
        folder.Write("msr/a03_s05_e01_skeleton3D.txt", string.Concat(Enumerable.Repeat("0 0 0 0\n0.1 0.2 2.1 1\n", 20)));
        var some = await CommandResult.OfAsync("data", "check", "msraction3d", "--path", folder["msr"]);
        Assert.Equal(1, some.ExitCode);
        Assert.Contains("again/a03_s01_e01_skeleton3D.txt: the same video as a03_s01_e01_skeleton3D.txt", some.Output.Replace('\\', '/'), StringComparison.Ordinal);
        Assert.Contains("hammer, person 5, take 1: 2 of 2 frames have joints at the origin", some.Output, StringComparison.Ordinal);

        File.Delete(folder["msr/a01_s01_e01_skeleton3D.txt"]);
        File.Delete(folder["msr/a01_s02_e01_skeleton3D.txt"]);
        const string Sentence = "Task high arm wave, split 1: there are 8 training and 0 test videos, expected some of both: look whether the folder is complete";
        Assert.Contains(Sentence, (await CommandResult.OfAsync("data", "check", "msraction3d", "--path", folder["msr"])).OneSentence(), StringComparison.Ordinal);
        Assert.Contains(Sentence, (await RunAsync("msr", "refused.csv")).OneSentence(), StringComparison.Ordinal);
        Assert.False(File.Exists(folder["refused.csv"]));
    }

    [Fact]
    public async Task A_study_on_other_data_is_refused_also_where_all_models_are_recorded()
    {
        WriteSkeletons("msr", 2);
        var first = await RunAsync("msr", "video.csv");
        Assert.Equal((0, string.Empty), (first.ExitCode, first.Error));
        WriteSkeletons("copy", 2);
        Assert.Contains("models are recorded already", (await RunAsync("copy", "video.csv")).Output, StringComparison.Ordinal);

        WriteSkeletons("other", 2, seed: 1);
        var before = await File.ReadAllTextAsync(folder["video.csv"]);
        Assert.Contains("was trained on other data (fingerprint", (await RunAsync("other", "video.csv")).OneSentence(), StringComparison.Ordinal);
        Assert.Contains("was trained on other data (fingerprint", (await RunAsync("other", "new.csv", "--from", folder["video.csv"])).OneSentence(), StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(folder["video.csv"]));
        Assert.False(File.Exists(folder["new.csv"]));

        // From before there were fingerprints: taken, and said once.
        string[] lines = await File.ReadAllLinesAsync(folder["video.csv"]);
        await File.WriteAllLinesAsync(folder["video.csv"], lines.Select(line => line[..line.LastIndexOf(',')]));
        var old = await RunAsync("other", "video.csv");
        Assert.Equal(0, old.ExitCode);
        Assert.Single(old.Output.Split('\n'), line => line.Contains($"{lines.Length - 1} models are recorded without a fingerprint of their data, so they are taken as they are", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fault_of_every_model_is_told_once()
    {
        WriteSkeletons("msr", 2, frames: 2);
        var run = await RunAsync("msr", "video.csv");
        Assert.Equal(1, run.ExitCode);
        var error = Assert.Single(run.Errors);
        Assert.Contains("A model of video-msr smoke failed (", error, StringComparison.Ordinal);
        Assert.DoesNotContain("One or more errors", error, StringComparison.Ordinal);
    }

    private Task<CommandResult> RunAsync(string data, string records, params string[] more)
        => CommandResult.OfAsync(["study", "run", "video-msr", "--profile", "smoke", "--path", folder[data], "--out", folder[records], .. more]);

    private void WriteSkeletons(string name, int actions, int seed = 0, int frames = 120)
    {
        var random = new Random(seed);
        for (var action = 1; action <= actions; action++)
        {
            for (var subject = 1; subject <= 10; subject++)
            {
                var lines = Enumerable.Range(0, 20 * (action <= 2 ? frames : 2)).Select(_ => string.Create(CultureInfo.InvariantCulture, $"{random.NextDouble():F3} {random.NextDouble():F3} {random.NextDouble() + 2:F3} 1\n"));
                folder.Write(string.Create(CultureInfo.InvariantCulture, $"{name}/a{action:00}_s{subject:00}_e01_skeleton3D.txt"), string.Concat(lines));
            }
        }
    }
}
