using System.Text.RegularExpressions;
using RegCls.Data;
using RegCls.Data.Images;
using RegCls.Data.Labels;
using RegCls.Training.Images;

namespace RegCls.Tests;

/// <summary>That CONTRIBUTING.md is true: its examples are the code of this file, and what it says how to use can be used so.</summary>
public partial class ContributingTests
{
    private static string Root => Path.GetDirectoryName(Path.GetDirectoryName(DataFiles.Find("verdict-rules.md")))!;

    [Fact]
    public void Own_pictures_are_trained_on()
    {
        Squares squares = new();
        ImageTask task = new() { Images = squares, Subsets = [.. Enumerable.Range(0, squares.Count).Select(i => i % 4 == 0 ? Subset.Validation : Subset.Train)], Labels = new LabelGrid(0.1) };
        ImageMethod method = ImageMethod.RegCls(classes: 4, lambda: 10) with { ClassRange = new Interval(0, 1) };
        using TrainedImageModel model = ImageTrainer.Train(task, method, new ImageTrainingOptions { Epochs = 2, BatchSize = 10, Padding = 0 });
        double[] predictions = model.Predict(squares, task.Indices(Subset.Validation));
        Assert.Equal(10, predictions.Length);
        Assert.All(predictions, prediction => Assert.True(double.IsFinite(prediction)));
        Assert.Equal(4, model.Classes!.Ranges.Count);
    }

    [Fact]
    public void Every_example_is_code_of_this_file()
    {
        string own = Flat(File.ReadAllText(Path.Combine(Root, "tests", "RegCls.Tests", nameof(ContributingTests) + ".cs")));
        string[] examples = [.. Example().Matches(File.ReadAllText(Path.Combine(Root, "CONTRIBUTING.md"))).Select(match => match.Groups[1].Value)];
        Assert.Equal(2, examples.Length);
        Assert.All(examples, example => Assert.Contains(Flat(example), own, StringComparison.Ordinal));
    }

    // Indentation differs, the rest does not.
    private static string Flat(string code) => string.Join('\n', code.Split('\n').Select(line => line.Trim()));

    [GeneratedRegex("```csharp\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Example();

    /// <summary>Squares, each as bright as its target says.</summary>
    private sealed class Squares : IImages
    {
        private readonly double[] labels = [.. Enumerable.Range(0, 40).Select(i => i / 40.0)];

        public int Size => 16;

        public int Count => labels.Length;

        public ReadOnlySpan<double> Labels => labels;

        public ReadOnlySpan<byte> Pixels(int index) => Enumerable.Repeat((byte)(255 * labels[index]), 3 * Size * Size).ToArray();
    }
}
