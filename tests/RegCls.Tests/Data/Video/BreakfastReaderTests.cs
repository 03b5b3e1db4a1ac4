using System.Diagnostics;
using System.Globalization;
using System.Text;
using RegCls.Data;
using RegCls.Data.Video;

using static RegCls.Tests.Data.Video.MadeUpFeatures;

namespace RegCls.Tests.Data.Video;

public sealed class BreakfastReaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Text_npy_and_gzip_of_the_same_numbers_are_read_alike_and_a_second_time_from_the_cache()
    {
        float[] cereals = Numbers(7, "cereals"), tea = Numbers(5, "tea"), more = Numbers(5, "more"), less = Numbers(7, "less"), last = Numbers(5, "last");
        Write("P03_cam01_P03_cereals.txt", Text(cereals));
        Write("P16_webcam02_P16_tea.txt.gz", Packed(Text(tea)));
        Write("P17_stereo01_P17_tea.npy", Npy(more, 64, "<f4"));
        Write("sub/P54_cam02_P54_cereals.npy.gz", Packed(Npy(less, 64, "<f8")));
        Write("readme.md", "not features"u8.ToArray());
        for (int time = 0; time < 2; time++)
        {
            using VideoSet set = BreakfastReader.Read(At("features"), At("cache"));
            Assert.Equal([("cereals", 3, "cam01", 7), ("tea", 16, "webcam02", 5), ("tea", 17, "stereo01", 5), ("cereals", 54, "cam02", 7)], set.Clips.Select(clip => (clip.Task, clip.Person, clip.Camera, clip.Rows)));
            Assert.Equal([cereals, tea, more, less], set.Clips.Select(clip => clip.TableRows.SelectMany(row => set.Features.Row(row).ToArray())));
            Assert.Empty(set.Notes);
            Assert.Throws<ArgumentOutOfRangeException>(() => set.Features.Row(24).Length);
        }

        // Another file makes another cache; a torn cache is made anew.
        Write("P18_cam01_P18_tea.txt", Text(last));
        using (VideoSet larger = BreakfastReader.Read(At("features"), At("cache")))
        {
            Assert.Equal(5, larger.Clips.Count);
        }

        File.WriteAllBytes(At("cache"), File.ReadAllBytes(At("cache"))[..^5]);
        using VideoSet again = BreakfastReader.Read(At("features"), At("cache"));
        Assert.Equal(last, again.Clips[^2].TableRows.SelectMany(row => again.Features.Row(row).ToArray()));
        Assert.Equal(["cache"], Directory.GetFiles(folder.FullPath).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_column_that_counts_the_frames_is_left_out_and_told(int first)
    {
        float[] values = Numbers(6, "milk");
        Write("P03_cam01_P03_milk.txt", Text([.. values.Chunk(64).SelectMany((row, i) => row.Prepend(first + i))], 65));
        float[] others = Numbers(6, "more milk");
        Write("P04_cam01_P04_milk.npy", Npy([.. others.Chunk(64).SelectMany((row, i) => row.Prepend(first + i))], 65, "<f4"));
        using VideoSet set = BreakfastReader.Read(At("features"), At("cache"));
        Assert.Equal(values, set.Clips[0].TableRows.SelectMany(row => set.Features.Row(row).ToArray()));
        Assert.Equal(others, set.Clips[1].TableRows.SelectMany(row => set.Features.Row(row).ToArray()));
        Assert.Contains("2 of 2 files have 65 columns", Assert.Single(set.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_rows_are_refused_in_one_sentence_with_file_and_line()
    {
        string good = Encoding.UTF8.GetString(Text(Numbers(4, "tea")));
        string[] lines = good.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Refused("P03_cam01_P03_tea.txt", good[..(good.Length - 200)], "P03_cam01_P03_tea.txt, line 4: the last row is torn, it has");
        Refused("P03_cam01_P03_tea.txt", string.Join('\n', [lines[0], lines[1].Replace(lines[1].Split(' ')[3], "nan", StringComparison.Ordinal), lines[2]]) + "\n", "line 2: 'nan' is not a finite number");
        Refused("P03_cam01_P03_tea.txt", string.Join('\n', [lines[0], lines[1] + " 1e999", lines[2]]) + "\n", "line 2: '1e999' is not a finite number");
        Refused("P03_cam01_P03_tea.txt", string.Join('\n', [lines[0], lines[1][(lines[1].IndexOf(' ', StringComparison.Ordinal) + 1)..], lines[2]]) + "\n", "line 2: the row has 63 numbers, the rows before it have 64");
        Refused("P03_cam01_P03_tea.txt", "1 2 3\n4 5 6\n", "line 1: a row of 3 numbers, expected 64");
        Refused("P03_cam01_P03_tea.txt", string.Join('\n', lines.Select(line => "0.5 " + line)) + "\n", "line 1: 65 numbers, the first of which (0.5) does not count the frames");
        Refused("P03_cam01_P03_tea.txt", lines[0] + "\n", "the video has one frame, expected at least two");
        Refused("P03_cam01_P03_tea.txt", "\n", "holds no row of numbers");
        Refused("P03_cam01_P03_soup.txt", good, "the task 'soup' is unknown, expected one of cereals, coffee");
        Refused("P55_cam01_P55_tea.txt", good, "there is no person P55");
        Refused("P03_cam01_P04_tea.txt", good, "not the name of a Breakfast video");
        float[] broken = Numbers(3, "tea");
        broken[70] = float.NaN;
        Refused("P03_cam01_P03_tea.npy", Npy(broken, 64, "<f4"), "row 2: 'NaN' is not a finite number");
        Refused("P03_cam01_P03_tea.npy", Npy(Numbers(3, "tea"), 64, "<f4")[..^2], "so the file is torn");
        Refused("P03_cam01_P03_tea.npy", Npy(Numbers(3, "tea"), 64, "<i4"), "expected a matrix (frames, features) of type <f4 or <f8");
        Refused("P03_cam01_P03_tea.npy", "hello", "not a NumPy array");
        Refused("P03_cam01_P03_tea.txt.gz", good, "not a gzip file, or a broken one");
        Refused("P03_cam01_P03_tea.txt.gz", "", "the gzip file is torn");
        Refused("P03_cam01_P03_tea.txt.gz", Packed(Encoding.UTF8.GetBytes(good))[..^300], "the gzip file is torn, its end does not state");
        Refused("P03_cam01_P03_tea.txt.gz", Packed(Encoding.UTF8.GetBytes(good))[..^8], "the gzip file is torn, its end does not state the");
        Assert.Contains("is no folder", Assert.Throws<InvalidDataException>(() => BreakfastReader.Read(At("nowhere"))).Message, StringComparison.Ordinal);
        Assert.Contains("no usable video", Assert.Throws<InvalidDataException>(() => BreakfastReader.Read(At("features"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_fast_parser_rounds_as_the_general_one()
    {
        RandomStream stream = RandomStream.Named("test", "numbers");
        for (int i = 0; i < 20_000; i++)
        {
            double number = stream.NextGaussian() * Math.Pow(10, stream.NextInt32(40) - 20);
            string text = number.ToString((i % 5) switch { 0 => "R", 1 => "F6", 2 => "e10", 3 => "G9", _ => "E2" }, CultureInfo.InvariantCulture);
            Assert.True(NumberText.TryRead(Encoding.ASCII.GetBytes(text + " 7"), out double read, out int length), text);
            Assert.Equal(text.Length, length);
            Assert.Equal(double.Parse(text, CultureInfo.InvariantCulture), read);
        }

        Assert.All(["", "-", "x", "1e", "e5", "."], text => Assert.False(NumberText.TryRead(Encoding.ASCII.GetBytes(text), out _, out _), text));
    }

    [Fact]
    public void Text_is_parsed_at_more_than_50_MB_a_second()
    {
        // About a millisecond of work, so that some of the many repetitions have a core to themselves on a busy machine.
        byte[] text = Text(Numbers(200, "speed"));
        double best = 0;
        for (int time = 0; time < 400; time++)
        {
            Stopwatch watch = Stopwatch.StartNew();
            FeatureText.Read(text, "speed", (_, _) => { });
            best = Math.Max(best, text.Length / 1e6 / watch.Elapsed.TotalSeconds);
        }

        TestContext.Current.SendDiagnosticMessage($"{best:F0} MB/s");
        Assert.True(best > 50, $"{best:F0} MB/s");
    }

    [Fact]
    public void Splits_are_by_person() =>
        Assert.Equal([1, 1, 2, 2, 3, 3, 4, 4], new[] { 3, 15, 16, 28, 29, 41, 42, 54 }.Select(BreakfastName.TestSplit));

    private string At(string name) => Path.Combine(folder.FullPath, name);

    private void Write(string name, byte[] bytes)
    {
        string path = At("features/" + name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    private void Refused(string name, string text, string sentence) => Refused(name, Encoding.UTF8.GetBytes(text), sentence);

    private void Refused(string name, byte[] bytes, string sentence)
    {
        Write(name, bytes);
        string message = Assert.Throws<InvalidDataException>(() => BreakfastReader.Read(At("features"), At("cache"))).Message;
        Assert.Contains(sentence, message, StringComparison.Ordinal);
        Assert.Contains(name, message, StringComparison.Ordinal);
        Assert.False(File.Exists(At("cache")));
        File.Delete(At("features/" + name));
    }
}
