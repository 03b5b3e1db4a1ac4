using System.Text;
using RegCls.Data.Sets;

namespace RegCls.Tests.Data.Sets;

public sealed class DataFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public DataFolderTests()
    {
        foreach (string name in (string[])["AgeDB/12_Ana_35_f.jpg", "AgeDB/13_Z\u00e9_40_m.jpg", "AgeDB/14_Eva_22_f.jpg", "AgeDB/14_\u00c9va_22_f.jpg", "more/sub/x.jpg", "nyu2_train/room/1.jpg"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Below(name))!);
            File.WriteAllText(Below(name), name);
        }
    }

    public void Dispose() => folder.Dispose();

    private string Below(string name) => Path.Combine(folder.FullPath, name);

    [Theory]
    [InlineData("AgeDB/12_Ana_35_f.jpg", "AgeDB/12_Ana_35_f.jpg", false)]
    [InlineData("./AgeDB/12_Ana_35_f.jpg", "AgeDB/12_Ana_35_f.jpg", false)]
    [InlineData(" .//./AgeDB/12_Ana_35_f.jpg ", "AgeDB/12_Ana_35_f.jpg", false)]
    [InlineData("AgeDB\\12_Ana_35_f.jpg", "AgeDB/12_Ana_35_f.jpg", false)]
    [InlineData("data/nyu2_train/room/1.jpg", "nyu2_train/room/1.jpg", false)]
    [InlineData("anything/nyu2_train/room/1.jpg", "nyu2_train/room/1.jpg", false)]
    [InlineData("agedb/12_ANA_35_f.JPG", "AgeDB/12_Ana_35_f.jpg", true)]
    [InlineData("12_Ana_35_f.jpg", "AgeDB/12_Ana_35_f.jpg", true)]
    [InlineData("sub/x.jpg", "more/sub/x.jpg", true)]
    [InlineData("AgeDB_aligned/12_Ana_35_f.jpg", "AgeDB/12_Ana_35_f.jpg", true)]
    [InlineData("AgeDB/13_Ze\u0301_40_m.jpg", "AgeDB/13_Z\u00e9_40_m.jpg", true)]
    [InlineData("AgeDB/13_Z\u0412_40_m.jpg", "AgeDB/13_Z\u00e9_40_m.jpg", true)]
    [InlineData("AgeDB/13_Ze_40_m.jpg", "AgeDB/13_Z\u00e9_40_m.jpg", true)]
    public void A_path_is_found_however_it_is_written_and_what_is_looked_past_is_said(string written, string there, bool said)
    {
        TablePath? found = new DataFolder(folder.FullPath).Find(written);
        Assert.Equal(Below(there), found?.Full);
        Assert.Equal(said, found?.How is not null);
        Assert.True(!said || found!.Value.How!.EndsWith($" is {there} on disk", StringComparison.Ordinal), found?.How);
    }

    [Theory]
    [InlineData("AgeDB/12_Anna_36_f.jpg", "AgeDB/12_Anna_36_f.jpg (not in ", "; nearest is 12_Ana_35_f.jpg)")]
    [InlineData("AgeDB/14_\u0412va_22_f.jpg", "AgeDB/14_", "; nearest is ")]
    [InlineData("nothing/like/it.jpg", "nothing/like/it.jpg (there is no folder ", ")")]
    [InlineData("AgeDB/completely_different_name.jpg", "AgeDB/completely_different_name.jpg (not in ", ")")]
    [InlineData("a\0b.jpg", "a\0b.jpg (no file can have such a name", ")")]
    public void What_is_not_there_or_might_be_two_files_is_missing_and_says_where_was_looked(string written, string beginning, string end)
    {
        DataFolder data = new(folder.FullPath);
        Assert.Null(data.Find(written));
        string missing = data.Missing(written);
        Assert.StartsWith(beginning, missing, StringComparison.Ordinal);
        Assert.Contains(end, missing, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_picture_of_the_same_number_is_not_taken_where_all_letters_are_ascii()
        => Assert.Null(new DataFolder(folder.FullPath).Find("AgeDB/12_Bob_50_m.jpg"));

    [Fact]
    public void Two_ways_to_write_a_path_are_one_file()
    {
        DataFolder data = new(folder.FullPath);
        string[] ways = ["AgeDB/13_Z\u00e9_40_m.jpg", "./AgeDB/13_Z\u00e9_40_m.jpg", "agedb/13_z\u00c9_40_m.jpg", "AgeDB/../AgeDB/13_Z\u00e9_40_m.jpg", "AgeDB\\13_Z\u00e9_40_m.jpg".Normalize(NormalizationForm.FormD)];
        Assert.Single(ways.Select(way => data.Find(way)?.Full).Distinct());
    }
}
