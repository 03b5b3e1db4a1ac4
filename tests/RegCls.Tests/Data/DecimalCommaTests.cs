using System.Text;
using RegCls.Data.Images;
using RegCls.Data.Sets;
using RegCls.Data.Video;
using RegCls.Studies;
using RegCls.Studies.Video;
using RegCls.Tests.Data.Images;

namespace RegCls.Tests.Data;

/// <summary>A number with a decimal comma is refused in every reader: nobody can tell whether "30,5" is 30.5, 305 or two numbers.</summary>
public sealed class DecimalCommaTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_label_in_a_table_is_left_out_with_its_line()
    {
        File.WriteAllBytes(At("a.jpg"), MadeUpImages.Jpeg(1));
        string table = folder.Write("table.csv", "age,path,split\n30,a.jpg,train\n\"30,5\",a.jpg,train\n"u8.ToArray());
        ProblemLog problems = new();
        Assert.Equal(30, Assert.Single(new LabelledCsvSource(table).Read(problems)).Label);
        Assert.Contains("line 3: age is '30,5', expected a number", Assert.Single(problems.Summaries()).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_age_in_a_name_is_left_out()
    {
        ProblemLog problems = new();
        Assert.Empty(new UtkFaceSource(MadeUpImages.Folder(At("faces"), [("30,5_0_1_20170116.jpg.chip.jpg", MadeUpImages.Jpeg(1))])).Read(problems));
        Assert.Contains("30,5_0_1_20170116", Assert.Single(problems.Summaries()).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("P03_cam01_P03_tea.txt", "0,5 ", 64, "line 1: a row of 128 numbers, expected 64")]
    [InlineData("P03_cam01_P03_tea.txt", "\"0,5\" ", 64, "line 1: '\"0' is not a finite number")]
    [InlineData("P03_cam01_P03_tea.txt", "0,5;", 64, "line 1: '5;0' is not a finite number")]
    [InlineData("a01_s01_e01_skeleton3D.txt", "1,5 ", 4, "line 1: a row of 8 numbers, expected 4")]
    [InlineData("a01_s01_e01_skeleton3D.txt", "\"1,5\" ", 4, "line 1: '\"1' is not a finite number")]
    public void Features_and_skeletons_are_refused_with_file_and_line(string name, string number, int times, string sentence)
    {
        string path = folder.Write(name, Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(string.Concat(Enumerable.Repeat(number, times)) + "\n", 40))));
        string message = Assert.Throws<InvalidDataException>(() => name[0] == 'P' ? BreakfastReader.ReadFile(path) : SkeletonReader.ReadFile(path)).Message;
        Assert.Contains($"{name}, {sentence}", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lengths_of_videos_are_refused_with_their_line()
    {
        string path = folder.Write("lengths.csv", "task,person,camera,frames\ntea,P16,cam01,500\ntea,P17,cam01,\"50,5\"\n"u8.ToArray());
        Assert.Contains("line 3: ", Assert.Throws<InvalidDataException>(() => BreakfastLengths.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Records_and_published_numbers_are_refused_with_their_line()
    {
        VideoRecord record = VideoRunner.Run(VideoStudy.CreateSparse(Profile.Smoke) with { Configurations = [VideoStudy.CreateSparse(Profile.Smoke).Configurations[^1]] })[0];
        RecordFile<VideoRecord> file = new(At("video.csv"));
        file.Append(record);
        string[] lines = File.ReadAllLines(file.Path), columns = lines[0].Split(',');
        foreach (string column in new[] { "lambda", "learning_rate", "rmse", "seconds" })
        {
            string[] cells = lines[1].Split(',');
            cells[Array.IndexOf(columns, column)] = "\"30,5\"";
            File.WriteAllLines(file.Path, [lines[0], string.Join(',', cells)]);
            Assert.Contains($"{file.Path}, line 2: not a record", Assert.Throws<InvalidDataException>(() => file.Read()).Message, StringComparison.Ordinal);
        }

        string table = folder.Write("tab5.csv", "source,unit,arm,split,mean,standard_deviation\npaper,percent,reg,1,\"30,5\",1\n"u8.ToArray());
        Assert.Contains("line 2: not a row of the published Tab. 5", Assert.Throws<InvalidDataException>(() => PublishedTab5.Load(table)).Message, StringComparison.Ordinal);
        table = folder.Write("tab5.csv", "source,unit,arm,split,mean,standard_deviation\npaper,percent,reg,1,30.5,\"1,5\"\n"u8.ToArray());
        Assert.Throws<InvalidDataException>(() => PublishedTab5.Load(table));
    }

    private string At(string name) => Path.Combine(folder.FullPath, name);
}
