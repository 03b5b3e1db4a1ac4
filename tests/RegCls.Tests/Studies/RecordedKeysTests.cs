using System.Security.Cryptography;
using System.Text;
using RegCls.Data;
using RegCls.Studies;
using RegCls.Studies.Depth;
using RegCls.Studies.Images;
using RegCls.Studies.Video;

namespace RegCls.Tests.Studies;

/// <summary>That records stay what they are: each key is that of its settings, and a file that is read and written again has the same lines.</summary>
public sealed class RecordedKeysTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    // Records of studies; beside them stands one table of comparisons.
    public static TheoryData<string> Files => [.. Names];

    // These two have the key of the model they look into within their own, which only the library's reader computes.
    public static TheoryData<string> Plain => [.. Names.Except(["features.csv", "mechanism.csv"])];

    private static IEnumerable<string> Names => Directory.GetFiles(Path.GetDirectoryName(DataFiles.Find("recorded/fig3.csv"))!, "*.csv")
        .Where(path => File.ReadLines(path).First().Split(',').Contains("hash")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Plain))]
    public void Every_key_is_the_digest_of_the_columns_left_of_it(string file)
    {
        // Text of our own: neither the reader nor the classes of the library.
        string[] lines = File.ReadAllLines(DataFiles.Find($"recorded/{file}")), columns = lines[0].Split(',');
        string domain = columns[0] == "scenario" ? "1d" : columns.Contains("task") ? "video" : columns.Contains("fold") ? "depth" : "age";
        int hash = Array.IndexOf(columns, "hash");
        Assert.True(lines.Length > 1);
        Assert.All(lines[1..].Select(line => line.Split(',')), cells =>
        {
            // A published model has no variation, and none in its key; nor has one that is no other than usual its later settings.
            string settings = string.Join(';', cells[..hash]).TrimEnd(';');
            Assert.Equal(cells[hash], Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{domain};{settings}")))[..16]);
        });
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_that_is_read_and_written_has_the_same_lines(string file)
    {
        string original = DataFiles.Find($"recorded/{file}"), written = Path.Combine(folder.FullPath, file);
        string[] before = File.ReadAllLines(original), columns = before[0].Split(',');
        Rewriting(columns)(original, written);
        string[] after = File.ReadAllLines(written);

        // A column from after the file was recorded is empty; all others are as they were, to the byte.
        int[] known = [.. after[0].Split(',').Select(column => Array.IndexOf(columns, column))];
        Assert.Equal(columns.Length, known.Count(place => place >= 0));
        IEnumerable<string> expected = before[1..].Select(line => line.Split(',')).Select(cells => string.Join(',', known.Select(place => place < 0 ? "" : cells[place])));
        Assert.Equal(expected, after[1..]);
    }

    private static Action<string, string> Rewriting(string[] columns)
        => columns.Contains("task") ? Rewrite<VideoRecord>
        : columns.Contains("fold") ? Rewrite<DepthRecord>
        : columns.Contains("share") ? Rewrite<AgeRecord>
        : columns.Contains("head_gap") ? Rewrite<MechanismRecord>
        : columns.Contains("effective_rank") ? Rewrite<FeatureRecord>
        : Rewrite<RunRecord>;

    private static void Rewrite<TRecord>(string from, string to)
        where TRecord : class, IRunRecord<TRecord>
        => new RecordFile<TRecord>(to).Replace(new RecordFile<TRecord>(from).Read());
}
