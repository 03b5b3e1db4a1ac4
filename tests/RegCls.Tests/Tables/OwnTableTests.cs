using System.IO.Compression;
using System.Text;
using Deedle;
using Parquet;
using Parquet.Schema;
using RegCls.Tables.Reading;

namespace RegCls.Tests.Tables;

public sealed class OwnTableTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("t.csv", "a,b,when\n1,red,2024-01-31\n-2.5e1,\"blue, dark\",2024-02-01\n,NA,\n")]
    [InlineData("t.tsv", "a\tb\twhen\n1\tred\t2024-01-31\n-2.5e1\tblue, dark\t2024-02-01\n\tNA\t\n")]
    [InlineData("t.csv", "a;b;when\n1;red;2024-01-31\n-2.5e1;blue, dark;2024-02-01\n;NA;\n")]
    public void Text_is_read_with_its_types(string name, string text)
    {
        OwnTable table = OwnTable.Read(Write(name, Encoding.UTF8.GetBytes(text)));
        Check(table);
        Assert.Equal("line 3", table.Place(1));
    }

    [Fact]
    public void Packed_text_is_read()
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write("\uFEFFa,b,when\n1,red,2024-01-31\n-25,\"blue, dark\",2024-02-01\n?,null,n/a\n"u8);
        }

        Check(OwnTable.Read(Write("t.csv.gz", packed.ToArray())));
        Refused("t.csv.gz", packed.ToArray()[..^8], "torn");
        Refused("u.csv.gz", "a,b\n1,2\n"u8.ToArray(), "not a gzip file");
    }

    [Fact]
    public async Task Parquet_is_read()
    {
        string path = Path.Combine(folder.FullPath, "t.parquet");
        DataField<double> a = new("a", true), whole = new("whole");
        DataField<DateTime> when = new("when", true);
        DataField b = new("b", typeof(string), true), ticks = new DataField("bytes", typeof(byte[]), true);
        await using (FileStream stream = File.Create(path))
        {
            await using ParquetWriter writer = await ParquetWriter.CreateAsync(new ParquetSchema(a, b, when, whole, ticks), stream, cancellationToken: TestContext.Current.CancellationToken);
            using ParquetRowGroupWriter rows = writer.CreateRowGroup();
            await rows.WriteAsync<double>(a, new double?[] { 1, -25, null });
            await rows.WriteAsync(b, new[] { "red", "blue, dark", null! });
            await rows.WriteAsync<DateTime>(when, new DateTime?[] { new(2024, 1, 31), new(2024, 2, 1), null });
            await rows.WriteAsync<double>(whole, new[] { 1.0, 2.0, 3.0 });
            await rows.WriteAsync(ticks, new byte[][] { [1], [2], [3] });
        }

        OwnTable table = OwnTable.Read(path);
        Check(table);
        Assert.Equal([1, 2, 3], table["whole"].Numbers);
        Assert.Equal(ColumnKind.Unclear, table["bytes"].Kind);
        Refused("broken.parquet", File.ReadAllBytes(path)[..200], "not a Parquet file, or a broken one");
        Refused("text.parquet", "a,b\n1,2\n"u8.ToArray(), "not a Parquet file, or a broken one");
    }

    [Fact]
    public void A_frame_is_read()
    {
        FrameBuilder.Columns<int, string> columns = new()
        {
            { "a", new Series<int, double>([0, 1, 2], [1, -25, double.NaN]) },
            { "b", new Series<int, string?>([0, 1, 2], ["red", "blue, dark", null]) },
            { "when", new Series<int, DateTime>([0, 1], [new(2024, 1, 31), new(2024, 2, 1)]) },
        };
        Frame<int, string> frame = columns.Frame;
        Check(OwnTable.Of(frame));
    }

    [Theory]
    [InlineData("a,b\n\"1,5\",x\n\"2,5\",y\n", "'1,5' in line 2, and nobody can tell whether that mark separates decimals or thousands")]
    [InlineData("a,b\n\"1,234.5\",x\n5,y\n", "'1,234.5' in line 2")]
    [InlineData("a;b\n7;x\n1 234;y\n", "'1 234' in line 3")]
    [InlineData("a,b\n1,x\n2,x\noops,y\n", "2 numbers and 1 cells that are none, such as 'oops' in line 4")]
    public void What_could_be_read_in_two_ways_is_asked_about(string text, string problem)
    {
        OwnColumn column = OwnTable.Read(Write("t.csv", Encoding.UTF8.GetBytes(text)))["a"];
        Assert.Equal(ColumnKind.Unclear, column.Kind);
        Assert.Contains(problem, column.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Said_decimals_are_read()
    {
        Assert.Equal([1.5, -1234.25, 1000], Read("\"1,5\"\n\"-1.234,25\"\n1 000\n", DecimalMark.Comma).Numbers);
        Assert.Equal([1.5, -1234.25, 1e3], Read("1.5\n\"-1,234.25\"\n1e3\n", DecimalMark.Point).Numbers);

        // A mark in a place where the said one cannot stand is no number.
        Assert.Equal(ColumnKind.Unclear, Read("\"1,5\"\n2.75\n", DecimalMark.Comma).Kind);
        Assert.Equal(ColumnKind.Unclear, Read("\"1,5\"\n2.75\n3.5\n", DecimalMark.Point).Kind);

        OwnColumn Read(string cells, DecimalMark mark) => OwnTable.Read(Write("t.csv", Encoding.UTF8.GetBytes("a\n" + cells)), mark)["a"];
    }

    [Fact]
    public void A_file_that_is_no_table_is_refused_in_one_sentence()
    {
        Write("sales.csv", "a\n1\n"u8.ToArray());
        Refused(null, Path.Combine(folder.FullPath, "sale.csv"), "does not exist; did you mean sales.csv?");
        Refused(null, folder.FullPath, "is a folder");
        Refused("t.xlsx", (byte[])[1, 2], "of a kind that is not read here");
        Refused("t.csv", (byte[])[], "is empty");
        Refused("t.csv", "\n1,2\n"u8.ToArray(), "empty first line");
        Refused("t.csv", "a,b\n"u8.ToArray(), "has a header and no rows");
        Refused("t.csv", "1,2\n3,4\n"u8.ToArray(), "put a header there");
        Refused("t.csv", "a,a\n1,2\n"u8.ToArray(), "2 columns named 'a'");
        Refused("t.csv", "a,b\n1,2\n3\n"u8.ToArray(), "line 3: 1 cells where the header has 2");
        Refused("t.csv", Encoding.Latin1.GetBytes("name,b\nJosé,2\n"), "line 2: the byte 0xE9 is not UTF-8");
        Refused("t.csv", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("a,b\n1,2\n")).ToArray(), "is UTF-16 or no text");
        Refused("t.csv", "a,b\n1,2\"x\"y\n"u8.ToArray(), "a quote stands where none is expected");
        Assert.Contains("no column 'salle': did you mean 'sale'? It has sale, b.", Assert.Throws<InvalidDataException>(() => OwnTable.Read(Write("t.csv", "sale,b\n1,2\n"u8.ToArray()))["salle"]).Message, StringComparison.Ordinal);
    }

    private static void Check(OwnTable table)
    {
        Assert.Equal(3, table.Rows);
        Assert.Equal([1, -25, double.NaN], table["a"].Numbers);
        Assert.Equal(["red", "blue, dark", null], table["b"].Texts);
        Assert.Equal((ColumnKind.Number, ColumnKind.Category, ColumnKind.Date), (table["a"].Kind, table["b"].Kind, table["when"].Kind));
        Assert.Equal(1, table["when"].Numbers[1] - table["when"].Numbers[0]);
        Assert.All(table.Columns.Take(3), column => Assert.Equal([false, false, true], Enumerable.Range(0, 3).Select(column.IsMissing)));
    }

    private void Refused(string? name, object content, string sentence)
    {
        string path = name is null ? (string)content : Write(name, (byte[])content);
        string message = Assert.Throws<InvalidDataException>(() => OwnTable.Read(path)).Message;
        Assert.Contains(sentence, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    private string Write(string name, byte[] bytes)
    {
        string path = Path.Combine(folder.FullPath, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
