using System.Buffers.Binary;
using System.Text.Json;
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
        Faces(24);
        var whole = await CommandResult.OfAsync("data", "check", "utkface", "--path", folder["faces"]);
        Assert.Equal((0, string.Empty), (whole.ExitCode, whole.Error));
        Assert.Contains("24 samples", whole.Output, StringComparison.Ordinal);
        Assert.Contains("8 train, 8 validation, 8 test", whole.Output, StringComparison.Ordinal);
        Assert.Contains("24 files: 24 used, 0 left out", whole.Output, StringComparison.Ordinal);
        Assert.Contains("nothing to skip", whole.Output, StringComparison.Ordinal);

        Write("faces/30_0_1_2017.jpg.chip.jpg", Convert.FromBase64String(Picture)[..^30]);
        var torn = await CommandResult.OfAsync("data", "check", "utkface", "--path", folder["faces"]);
        Assert.Equal(1, torn.ExitCode);
        Assert.Contains("1 skipped", torn.Output, StringComparison.Ordinal);
        Assert.Contains("truncated file: 1, such as", torn.Output, StringComparison.Ordinal);
    }

    // Each class of fault: what is done to 24 faces, the exit code, and what is said.
    [Theory]
    [InlineData("nothing", 0, "24 files: 24 used, 0 left out")]
    [InlineData("a readme", 0, "25 files: 24 used, 0 left out, 1 of another kind")]
    [InlineData("a copy", 1, "duplicate: 1, such as")]
    [InlineData("the original", 1, "20_0_1_20170000.jpg is the same as 20_0_1_20170000.jpg.chip.jpg, which is used")]
    [InlineData("no name", 1, "name that does not parse: 1, such as")]
    [InlineData("an age", 1, "impossible label: 1, such as")]
    [InlineData("1×1", 1, "its 1×1 pixels show nothing")]
    [InlineData("no picture", 1, "undecodable file: 1, such as")]
    [InlineData("too few", 2, "cannot be trained on: there are too few samples to make parts for training, validation and test.")]
    [InlineData("no faces", 2, "no usable image; file of another kind: 1")]
    public async Task Each_fault_has_its_exit_code(string fault, int code, string said)
    {
        Faces(fault == "too few" ? 2 : fault == "no faces" ? 0 : 24);
        (string Name, byte[] Bytes)? more = fault switch
        {
            "a readme" or "no faces" => ("README.txt", [65]),
            "a copy" => ("20_0_1_20170000.jpg.chip (1).jpg", Bitmap(0)),
            "the original" => ("20_0_1_20170000.jpg", Bitmap(99)),
            "no name" => ("someone.jpg", Bitmap(99)),
            "an age" => ("186_0_1_20170000.jpg", Bitmap(99)),
            "1×1" => ("30_0_1_20170000.jpg", Bitmap(99, 1)),
            "no picture" => ("30_0_1_20170000.jpg", [65, 66]),
            _ => null,
        };
        if (more is { } file)
        {
            Write($"faces/{file.Name}", file.Bytes);
        }

        var result = await CommandResult.OfAsync("data", "check", "utkface", "--path", folder["faces"]);
        Assert.Equal(code, result.ExitCode);
        Assert.Contains(said, result.Output + result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.Equal(code == 2 ? 1 : 0, result.Errors.Length);
    }

    [Fact]
    public async Task A_report_is_also_json_and_its_numbers_add_up()
    {
        Faces(24);
        Write("faces/20_0_1_20170000.jpg", Bitmap(99));
        Write("faces/README.txt", [65]);
        var result = await CommandResult.OfAsync("data", "check", "utkface", "--json", "--path", folder["faces"]);
        Assert.Equal((1, string.Empty), (result.ExitCode, result.Error));
        using var json = JsonDocument.Parse(result.Output);
        int Number(string name) => json.RootElement.GetProperty(name).GetInt32();
        Assert.Equal((26, 24, 1, 1), (Number("found"), Number("used"), Number("leftOut"), Number("noSamples")));
        Assert.True(json.RootElement.GetProperty("trainable").GetBoolean());
        Assert.Equal(["train", "validation", "test"], json.RootElement.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("name").GetString()));
        Assert.Equal(["Duplicate", "OtherFile"], json.RootElement.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("kind").GetString()));

        Directory.Delete(folder["faces"], recursive: true);
        Faces(2);
        var refused = await CommandResult.OfAsync("data", "check", "utkface", "--json", "--path", folder["faces"]);
        Assert.Equal(2, refused.ExitCode);
        using var few = JsonDocument.Parse(refused.Output);
        Assert.False(few.RootElement.GetProperty("trainable").GetBoolean());
        Assert.Single(few.RootElement.GetProperty("refusals").EnumerateArray());
    }

    [Fact]
    public async Task A_sheet_of_samples_is_written_whole_where_it_is_asked_for()
    {
        Faces(24);
        var result = await CommandResult.OfAsync(["data", "check", "utkface", "--path", "faces", "--sheet", "out/sheet.png"], CommandResult.RepositoryRoot, CancellationToken.None);
        Assert.Equal(2, result.ExitCode);
        result = await CommandResult.OfAsync("data", "check", "utkface", "--path", folder["faces"], "--sheet", folder["out/sheet.png"]);
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        var sheet = await File.ReadAllBytesAsync(folder["out/sheet.png"]);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], sheet[..4]);
        Assert.Equal(["sheet.png"], Directory.GetFiles(folder["out"]).Select(file => Path.GetFileName(file)));
        Assert.Contains("utkface has no depth", (await CommandResult.OfAsync("data", "check", "utkface", "--path", folder["faces"], "--depth-scale", "1000")).OneSentence(), StringComparison.Ordinal);
    }

    // Faces of two ages, each another picture.
    private void Faces(int count)
    {
        Directory.CreateDirectory(folder["faces"]);
        for (var i = 0; i < count; i++)
        {
            Write($"faces/{20 + i % 2}_0_1_2017{i:D4}.jpg.chip.jpg", Bitmap(i));
        }
    }

    // A BMP of random colours: this project carries no image library, and readers go by the content of a file.
    private static byte[] Bitmap(int seed, int side = 24)
    {
        var row = (3 * side + 3) / 4 * 4;
        var bytes = new byte[54 + row * side];
        new Random(seed).NextBytes(bytes.AsSpan(54));
        "BM"u8.CopyTo(bytes);
        foreach (var (offset, value) in new[] { (2, bytes.Length), (10, 54), (14, 40), (18, side), (22, side), (34, row * side) })
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(offset), value);
        }

        (bytes[26], bytes[28]) = (1, 24);
        return bytes;
    }

    private void Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[name])!);
        File.WriteAllBytes(folder[name], bytes);
    }
}
