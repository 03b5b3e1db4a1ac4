namespace RegCls.Notebooks.Tests.Support;

/// <summary>Record files read as text, without the code under test.</summary>
internal static class RecordText
{
    private const string LastNumber = "class_accuracy";

    /// <summary>Every line up to the last number, sorted: all but seconds and version, which may differ between runs. Numbers are written to the last bit.</summary>
    public static string[] Numbers(string path)
    {
        var text = File.ReadAllText(path);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        var rows = text[..^1].Split('\n').Select(line => line.Split(',')).ToArray();
        var columns = Array.IndexOf(rows[0], LastNumber) + 1;
        Assert.True(columns > 0, "the header is the first line");
        Assert.All(rows, row => Assert.Equal(rows[0].Length, row.Length));
        return [.. rows.Skip(1).Select(row => string.Join(',', row.Take(columns))).Order(StringComparer.Ordinal)];
    }
}
