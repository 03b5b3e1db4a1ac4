using RegCls.Notebooks.Tests.Support;

namespace RegCls.Notebooks.Tests;

public sealed class DataCommandTests : IDisposable
{
    // A JPEG of 24×24 pixels, made with ImageMagick; this project carries no image library.
    private const string Picture = "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAYABgDASIAAhEBAxEB/8QAGAABAAMBAAAAAAAAAAAAAAAAAAECAwX/xAAiEAACAgEDBAMAAAAAAAAAAAABAgARAwQSIQUxUWEiQXH/xAAXAQADAQAAAAAAAAAAAAAAAAADBAUC/8QAHBEAAgIDAQEAAAAAAAAAAAAAAQIAEQMSITFB/9oADAMBAAIRAxEAPwDu6b54VGVLKi78yNZpmGFgr0/BVhNwpbHQsHvVyWVyORfN+6kXGbN/RKYXW++zLpupdhtzcmgASbiUXCcbFluibqJptGNiL6lukzdtzNYO0X28SMrtRu/2IjzYkVgQIfMxCSwZjjIYi/r3ERANhSzyBVzU/9k=";

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("data", "regcls data names no command, expected list, check")]
    [InlineData("data check", "Required argument missing")]
    [InlineData("data check utkfaces --path .", "'utkfaces' is no data set, expected one of imdb-wiki-dir, agedb-dir, utkface, nyud2-dir, nyu_depth_v2_labeled, rgbd-rooms, breakfast, msraction3d; did you mean utkface?")]
    [InlineData("data check utkface --path nowhere", "nowhere does not exist; name the folder or file that holds utkface")]
    [InlineData("data check utkface --path .", "holds no file; expected files such as")]
    [InlineData("data check agedb-dir --path .", "holds no CSV file; expected agedb.csv")]
    public async Task A_wrong_command_line_or_data_set_is_one_sentence(string line, string sentence)
        => Assert.Contains(sentence, (await CommandResult.OfAsync(line.Split(' '), folder.Path, CancellationToken.None)).OneSentence(), StringComparison.Ordinal);

    [Fact]
    public async Task The_list_names_every_data_set_and_what_it_looks_like()
    {
        var list = await CommandResult.OfAsync("data", "list");
        Assert.Equal(0, list.ExitCode);
        Assert.Contains("  on disk: a folder of AGE_GENDER_RACE_DATE.jpg.chip.jpg", list.Output, StringComparison.Ordinal);
        Assert.Contains("  on disk: a folder of files such as P03_cam01_P03_cereals.txt", list.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_tells_what_is_there_and_its_exit_code_whether_something_is_skipped()
    {
        var picture = Convert.FromBase64String(Picture);
        for (var i = 0; i < 24; i++)
        {
            Write($"faces/{20 + i % 2}_0_1_2017{i:D4}.jpg.chip.jpg", picture);
        }

        var whole = await CommandResult.OfAsync("data", "check", "utkface", "--path", folder["faces"]);
        Assert.Equal((0, string.Empty), (whole.ExitCode, whole.Error));
        Assert.Contains("24 samples", whole.Output, StringComparison.Ordinal);
        Assert.Contains("8 train, 8 validation, 8 test", whole.Output, StringComparison.Ordinal);
        Assert.Contains("nothing to skip", whole.Output, StringComparison.Ordinal);

        Write("faces/30_0_1_2017.jpg.chip.jpg", picture[..^30]);
        var torn = await CommandResult.OfAsync("data", "check", "utkface", "--path", folder["faces"]);
        Assert.Equal(1, torn.ExitCode);
        Assert.Contains("1 skipped", torn.Output, StringComparison.Ordinal);
        Assert.Contains("truncated file: 1, such as", torn.Output, StringComparison.Ordinal);
    }

    private void Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[name])!);
        File.WriteAllBytes(folder[name], bytes);
    }
}
