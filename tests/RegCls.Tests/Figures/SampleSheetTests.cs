using RegCls.Data.Images;
using RegCls.Data.Sets;
using RegCls.Figures;

namespace RegCls.Tests.Figures;

public class SampleSheetTests
{
    private static SampleView View(string label, byte grey, ushort? depth = null) => new(
        "<b>name</b>", label, 16, 12, [.. Enumerable.Repeat(grey, 3 * 16 * 12)], depth is { } known ? [.. Enumerable.Range(0, 16 * 12).Select(i => i == 0 ? (ushort)0 : known)] : null);

    [Fact]
    public void The_picture_holds_each_sample_and_its_label_in_digits()
    {
        (int width, int height, byte[] planes) = ImageDecoder.DecodeWhole(SampleSheet.Png([View("1", 200), View("11", 120)]));
        Assert.Equal(2 * 116 - 4, width);
        Assert.Equal(200, planes[40 * width + 50]);
        Assert.Equal(120, planes[40 * width + 116 + 50]);

        // The digit 1 is eight dots of 2×2 pixels.
        int Black(int from, int to) => Enumerable.Range(0, width * height).Count(i => i % width >= from && i % width < to && planes[i] == 0);
        Assert.Equal((8 * 4, 16 * 4), (Black(0, 116), Black(116, width)));
    }

    [Fact]
    public void Depth_stands_below_its_picture_near_and_far_in_other_colours()
    {
        SampleView[] views = [View("1.00", 200, 1000), View("4.00", 200, 4000)];
        (int width, _, byte[] planes) = ImageDecoder.DecodeWhole(SampleSheet.Png(views));
        int area = planes.Length / 3, near = 130 * width + 50, far = near + 116;
        Assert.Equal((200, 200), (planes[40 * width + 50], planes[40 * width + 116 + 50]));
        Assert.True(planes[far] > planes[near] + 100, "yellow is redder than blue");
        Assert.True(planes[2 * area + near] > planes[2 * area + far] + 50, "blue is bluer than yellow");
    }

    [Fact]
    public void The_page_says_labels_and_keeps_names_as_text()
    {
        string html = SampleSheet.Html("Two & more.", [View("1.00", 200, 1000), View("4.00", 100, 4000)]);
        Assert.Contains("Two &amp; more. Below each its depth", html, StringComparison.Ordinal);
        Assert.Contains("alt=\"&lt;b&gt;name&lt;/b&gt;, label 1.00 m\"", html, StringComparison.Ordinal);
        Assert.Equal(4, html.Split("data:image/png;base64,").Length - 1);
        Assert.DoesNotContain("depth", SampleSheet.Html("Faces.", [View("30", 200)]), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SampleSheet.Html("None.", []));
        Assert.Throws<ArgumentException>(() => SampleSheet.Png([View("1", 200), View("1", 200, 1000)]));
    }
}
