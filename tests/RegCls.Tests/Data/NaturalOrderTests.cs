using RegCls.Data;
using RegCls.Data.Depth;
using RegCls.Data.Sets;
using RegCls.Tests.Data.Depth;
using RegCls.Tests.Data.Images;

namespace RegCls.Tests.Data;

public sealed class NaturalOrderTests
{
    [Fact]
    public void Numbers_in_names_count_as_numbers_whatever_stands_around_them()
    {
        string[] sorted = ["", "frame", "frame-0", "frame-01", "frame-1", "frame-2", "frame-10", "frame-10a", "frame-10b", "frame-99999999999999999999", "frame-100000000000000000000", "frame-a", "s2/1", "s10/0"];
        string[] shuffled = [.. sorted];
        RandomStream.Named("test", "natural order").Shuffle(shuffled.AsSpan());
        Assert.Equal(sorted, shuffled.Order(NaturalOrder.Comparer));
        Assert.All(sorted, name => Assert.Equal(0, NaturalOrder.Comparer.Compare(name, name)));
    }

    [Theory]
    [InlineData("frame-{0}")]
    [InlineData("{0:00}_{0}")]
    [InlineData("run2 image{0} of 120")]
    public void Frames_of_a_recording_come_in_the_order_of_their_numbers_from_folder_and_archive(string form)
    {
        using TemporaryFolder folder = new();
        (string Name, byte[] Bytes)[] pair = [.. MadeUpFrames.Recording(1)];
        string[] stems = [.. Enumerable.Range(0, 120).Select(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, form, i))];
        (string, byte[])[] files = [.. stems.SelectMany(stem => pair.Select(half => (stem + half.Name[half.Name.IndexOf('.', StringComparison.Ordinal)..], half.Bytes)))];
        RandomStream.Named("test", "frames").Shuffle(files.AsSpan());
        foreach (string path in new[] { MadeUpImages.Folder(Path.Combine(folder.FullPath, "rooms"), files), MadeUpImages.Tar(Path.Combine(folder.FullPath, "rooms.tar"), files) })
        {
            Assert.Equal(stems, new RgbdFolderSource(path).Read(new ProblemLog()).Select(entry => Path.GetFileName(entry.Name)));
        }
    }
}
