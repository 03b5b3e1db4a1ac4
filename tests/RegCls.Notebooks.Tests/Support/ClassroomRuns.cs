using System.Diagnostics;
using System.Text.Json.Nodes;
using RegCls.Cli.Notebooks;

namespace RegCls.Notebooks.Tests.Support;

/// <summary>Parts of the classroom's notebooks, run by the real program in the smoke profile: every exercise with its solution, and the cells that show what a parameter does.</summary>
public sealed class ClassroomRuns : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>Cells that show what parameters do, beside the ones they need.</summary>
    internal static IReadOnlyDictionary<string, string[]> Shown { get; } = new Dictionary<string, string[]>
    {
        ["01"] = ["scenario-data", "fig1", "variants", "tab6"],
        ["02"] = ["settings", "one"],
        ["03"] = ["by-hand", "balanced-figure"],
        ["04"] = ["noise-figure"],
        ["05"] = ["identity"],
        ["06"] = ["bounds"],
        ["10"] = ["ledger", "help", "size"],
        ["11"] = ["data", "run"],
        ["12"] = ["own"],
    };

    private readonly string folder = Directory.CreateDirectory(Path.Combine(CommandResult.RepositoryRoot, "artifacts", "classroom")).FullName;

    private readonly Dictionary<string, string> outputs = [];

    public async ValueTask InitializeAsync()
    {
        Directory.Delete(folder, recursive: true);
        string[] parts = [.. Classroom.Numbers.Select(Exercise), .. Shown.Keys.Select(Part)];
        var result = await RunAsync("standard", parts);
        Assert.True(result.ExitCode == 0, result.Log);
        foreach (var part in parts)
        {
            foreach (var (id, text) in Outputs("standard", part))
            {
                outputs[$"{Path.GetFileNameWithoutExtension(part)}/{id}"] = text;
            }
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>What a cell of an exercise, <c>01-exercise</c>, or of a part, <c>01-part</c>, gave in the standard run.</summary>
    internal string Standard(string part, string id) => outputs[$"{part}/{id}"];

    /// <summary>What the cells of a part give with a parameter set.</summary>
    internal async Task<IReadOnlyDictionary<string, string>> WithAsync(string number, string setting)
    {
        var part = Part(number);
        var name = $"{number}-{setting.Replace('=', '-')}";
        var result = await RunAsync(name, [part, "--set", setting]);
        Assert.True(result.ExitCode == 0, result.Log);
        return Outputs(name, part);
    }

    /// <summary>The page of such a run.</summary>
    internal string Page(string number, string setting) => File.ReadAllText(Path.Combine(folder, $"{number}-{setting.Replace('=', '-')}", $"{number}-part.html"));

    private string Exercise(string number)
    {
        var notebook = Classroom.Read(number);
        return Write($"{number}-exercise", notebook, [.. Classroom.Base, "exercise"], Classroom.Solution(notebook));
    }

    private string Part(string number) => Write($"{number}-part", Classroom.Read(number), [.. Classroom.Base, .. Shown[number]], null);

    // Two folders below the repository's, so the #r changes with it.
    private string Write(string name, NotebookDocument notebook, string[] ids, string? solution)
    {
        List<NotebookCell> cells = [.. notebook.Cells.Where(cell => cell.Id == "title" || ids.Contains(cell.Id))
            .Select(cell => cell with { Source = cell.Source.Replace("#r \"../lib/", "#r \"../../lib/", StringComparison.Ordinal) })];
        Assert.Equal(ids.Length + 1, cells.Count);
        if (solution is not null)
        {
            cells.Add(cells[^1] with { Id = "solution", Source = solution });
        }

        var path = Path.Combine(folder, name + ".ipynb");
        Directory.CreateDirectory(folder);
        File.WriteAllText(path, NotebookWriter.ToJson(notebook with { Cells = cells }));
        return path;
    }

    private async Task<(int ExitCode, string Log)> RunAsync(string name, string[] arguments)
    {
        using var process = Process.Start(ExecutedSite.StartInfo([.. arguments, "--profile", "smoke", "--out", Path.Combine(folder, name)]))!;
        using var limit = new CancellationTokenSource(Limit);
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, string.Concat(texts));
    }

    // A chart has a random id, which is no difference.
    private Dictionary<string, string> Outputs(string name, string part)
    {
        var root = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, name, Path.GetFileName(part))))!;
        return root["cells"]!.AsArray().Where(cell => cell!["outputs"] is not null).ToDictionary(
            cell => cell!["id"]!.GetValue<string>(),
            cell => string.Concat(cell!["outputs"]!.AsArray().Select(Text)));

        static string Text(JsonNode? output) => string.Concat((output!["text"] ?? output["data"]!["text/html"])!.AsArray().Select(line => line!.GetValue<string>()));
    }
}
