using System.Globalization;
using RegCls.Data.Video;

namespace RegCls.Tests.Data.Video;

public sealed class SkeletonReaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Frames_are_joints_relative_to_their_mean()
    {
        Write("a13_s03_e02_skeleton3D.txt", Lines(40));
        VideoSet set = SkeletonReader.Read(folder.FullPath);
        VideoClip clip = Assert.Single(set.Clips);
        Assert.Equal(("bend", 3, "take 2", 2), (clip.Task, clip.Person, clip.Camera, clip.Frames));
        Assert.Equal(2, VideoTasks.MsrAction3D.TestSplit(clip.Person));

        // Joint j of frame f has x = f + j, and the mean of 0 … 19 is 9.5.
        float[] second = set.Features.Row(1).ToArray();
        Assert.Equal(60, second.Length);
        Assert.All(Enumerable.Range(0, 20), joint => Assert.Equal(joint - 9.5, second[3 * joint], 1e-5));
        Assert.All(Enumerable.Range(0, 20), joint => Assert.Equal(0, second[3 * joint + 1], 1e-5));
    }

    [Fact]
    public void A_sequence_that_lost_the_person_is_left_out_and_told()
    {
        Write("a01_s01_e01_skeleton3D.txt", Lines(60));
        Write("a01_s01_e02_skeleton3D.txt", [.. Lines(20), .. Enumerable.Repeat("0 0 0 0", 20)]);
        VideoSet set = SkeletonReader.Read(folder.FullPath);
        Assert.Equal("take 1", Assert.Single(set.Clips).Camera);
        Assert.Contains("person not seen whole: 1, such as high arm wave, person 1, take 2: 1 of 2 frames", Assert.Single(set.Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_files_are_refused_in_one_sentence_with_file_and_line()
    {
        Refused("a01_s01_e01_skeleton3D.txt", Lines(45), "line 45: the last frame is torn, it has 5 of 20 joints");
        Refused("a01_s01_e01_skeleton3D.txt", Lines(20), "line 20: the sequence has one frame");
        Refused("a01_s01_e01_skeleton3D.txt", [.. Lines(39), "1 2 3"], "line 40: the row has 3 numbers, the rows before it have 4");
        Refused("a01_s01_e01_skeleton3D.txt", [.. Lines(39), "1 2 NaN 1"], "line 40: 'NaN' is not a finite number");
        Refused("a01_s01_e01_skeleton3D.txt", ["1 2 3", .. Lines(39)], "line 1: a row of 3 numbers, expected 4");
        Refused("a21_s01_e01_skeleton3D.txt", Lines(40), "not the name of a sequence, expected a01 to a20");
        Assert.Contains("no usable video", Assert.Throws<InvalidDataException>(() => SkeletonReader.Read(folder.FullPath)).Message, StringComparison.Ordinal);
    }

    private static string[] Lines(int count) => [.. Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i / 20 + i % 20} 0.25 2.5 1.000"))];

    private void Write(string name, string[] lines) => File.WriteAllLines(Path.Combine(folder.FullPath, name), lines);

    private void Refused(string name, string[] lines, string sentence)
    {
        Write(name, lines);
        string message = Assert.Throws<InvalidDataException>(() => SkeletonReader.Read(folder.FullPath)).Message;
        Assert.Contains(sentence, message, StringComparison.Ordinal);
        Assert.Contains(name, message, StringComparison.Ordinal);
        File.Delete(Path.Combine(folder.FullPath, name));
    }
}
