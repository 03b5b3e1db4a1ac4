using System.Globalization;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using RegCls.Cli.Site;
using RegCls.Notebooks.Tests.Support;

namespace RegCls.Notebooks.Tests;

/// <summary>What a reader does on the site: choose a theme, save a figure, print, read with a screen reader.</summary>
[Collection(ExecutedSiteCollection.Name)]
public sealed class SiteReadingTests(ExecutedSite site, Browser browser) : IDisposable
{
    private readonly TestFolder folder = new();

    public static TheoryData<string> Pages => [.. SitePages.Pages()];

    public static TheoryData<string, ColorScheme> Everything =>
        [
            .. SitePages.Pages().Concat(SitePages.Documents()).Prepend("index.html").Select(page => new TheoryDataRow<string, ColorScheme>(page, ColorScheme.Light)),
            .. SitePages.Pages().Prepend("index.html").Where((_, i) => i % 3 == 0).Append("92-chart.html").Distinct().Select(page => new TheoryDataRow<string, ColorScheme>(page, ColorScheme.Dark)),
        ];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task No_serious_barrier_is_found_by_axe(string page, ColorScheme scheme)
    {
        await using var open = await OpenAsync(page, scheme);
        await open.WaitForChartsAsync();

        // The thousands of marks inside a chart take axe seconds a page; one page is examined with them.
        var result = page == "92-chart.html" ? await open.Page.RunAxe() : await open.Page.RunAxe(new AxeRunContext { Exclude = [new AxeSelector(".svg-container")] });
        Assert.NotEmpty(result.Passes);
        Assert.Empty(result.Violations.Where(violation => violation.Impact is "serious" or "critical")
            .SelectMany(violation => violation.Nodes.Take(3).Select(node => $"{violation.Id}: {violation.Help}: {node.Html}")));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_saved_data_of_a_chart_are_the_points_it_draws(string page)
    {
        await using var open = await OpenAsync(page);
        await open.WaitForChartsAsync();
        var figures = await open.Page.Locator("figure:has(.regcls-chart)").AllAsync();

        // Read in C# from the page's file, not from what the browser made of it.
        string[] written = [.. (await File.ReadAllTextAsync(Path.Combine(site.Folder, page), TestContext.Current.CancellationToken)).Split("<figure ").Skip(1).Where(text => text.Contains("class=\"regcls-chart\"", StringComparison.Ordinal))];
        Assert.Equal(written.Length, figures.Count);
        foreach (var (figure, text) in figures.Zip(written))
        {
            var data = ChartFigure.Read(text)!.Figure.GetProperty("data").EnumerateArray().ToArray();
            var lines = await SaveAsync(open, figure, "csv");
            Assert.StartsWith("panel,series,x axis,y axis,x,y,y low,y high", lines[0].TrimStart('\ufeff'), StringComparison.Ordinal);
            if (data.All(trace => !trace.TryGetProperty("z", out _)))
            {
                double[] expected = [.. data.SelectMany(trace => ChartFigure.Numbers(ChartFigure.Member(trace, "y"))).Where(double.IsFinite)];
                double[] saved = [.. lines.Skip(1).Select(line => Fields(line)[5]).Where(field => field.Length > 0).Select(field => double.Parse(field, CultureInfo.InvariantCulture)).Where(double.IsFinite)];
                Assert.Equal(expected.Order(), saved.Order());
                Assert.NotEmpty(saved);
            }
        }

        if (page == "92-chart.html")
        {
            Assert.Equal(2, figures.Count);
            var lines = await SaveAsync(open, figures[0], "csv");
            Assert.Equal(51, lines.Length);
            Assert.Equal(["", "sin", "x", "y", "0.1", Math.Sin(0.1).ToString("R", CultureInfo.InvariantCulture)], Fields(lines[2])[..6]);
        }
    }

    [Fact]
    public async Task The_saved_picture_is_a_whole_SVG()
    {
        await using var open = await OpenAsync("92-chart.html");
        await open.WaitForChartsAsync();
        var svg = string.Join('\n', await SaveAsync(open, open.Page.Locator("figure").First, "svg"));
        var root = System.Xml.Linq.XDocument.Parse(svg).Root!;
        Assert.Equal("svg", root.Name.LocalName);
        Assert.Contains(root.Descendants(), element => element.Name.LocalName == "path" && ((string?)element.Attribute("class"))?.Contains("js-line", StringComparison.Ordinal) == true);
        Assert.Empty(open.Problems);
    }

    [Fact]
    public async Task A_contact_sheet_is_numbered_and_saved_with_its_pictures_and_their_text()
    {
        await using var open = await OpenAsync("93-hostile.html");
        var figure = open.Page.Locator("figure[data-file]:has(img)");
        Assert.Equal("Figure 1", await figure.Locator("figcaption a").InnerTextAsync());
        var root = System.Xml.Linq.XDocument.Parse(string.Join('\n', await SaveAsync(open, figure, "svg"))).Root!;
        Assert.Equal(3, root.Elements().Count(element => element.Name.LocalName == "image"));
        string[] texts = [.. root.Elements().Where(element => element.Name.LocalName == "text").Select(element => element.Value)];
        Assert.Contains("<imgsrc=xonerror='window.taken=1'>", string.Concat(texts).Replace(" ", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        var lines = await SaveAsync(open, figure, "csv");
        Assert.Equal(4, lines.Length);
        Assert.All(lines.Skip(1), line => Assert.Contains(Fields(line)[1], texts));
        Assert.Empty(open.Problems);
    }

    [Fact]
    public async Task A_saved_table_has_no_formula_and_no_markup()
    {
        await using var open = await OpenAsync("02-the-1d-study.html");
        var figure = open.Page.Locator("figure:has(table)").First;
        await figure.Locator("table").First.EvaluateAsync("""
            table => {
              const row = table.tBodies[0].insertRow(0);
              for (const text of ['=HYPERLINK("http://a")', '@x', '-1.5e-3', '<b>a</b>, "b"', '−0.2', '+1', '-a']) { row.insertCell().textContent = text; }
            }
            """);
        var lines = await SaveAsync(open, figure, "csv");
        Assert.Equal("\"'=HYPERLINK(\"\"http://a\"\")\",'@x,-1.5e-3,\"<b>a</b>, \"\"b\"\"\",−0.2,+1,'-a", lines[1]);
        Assert.Equal(await figure.Locator("table tr").CountAsync(), lines.Length);
    }

    [Fact]
    public async Task The_theme_follows_the_system_until_the_reader_chooses_and_is_remembered()
    {
        await using var open = await OpenAsync("92-chart.html", ColorScheme.Dark);
        await open.WaitForChartsAsync();
        var dark = await PaperAsync();
        Assert.True(dark < 60, "the dark page is not dark");
        Assert.Contains("invert", await ChartFilterAsync(), StringComparison.Ordinal);
        await open.Page.Locator("#theme").ClickAsync();
        Assert.True(await PaperAsync() > 230, "the light page is not light");
        Assert.Equal("none", await ChartFilterAsync());
        await open.Page.ReloadAsync();
        Assert.True(await PaperAsync() > 230, "the choice is forgotten");
        Assert.Equal("Show the page dark", await open.Page.Locator("#theme").GetAttributeAsync("aria-label"));
        Assert.Empty(open.Problems);

        Task<int> PaperAsync() => open.Page.EvaluateAsync<int>("() => Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])");
        Task<string> ChartFilterAsync() => open.Page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.regcls-chart')).filter");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_printed_page_is_light_and_no_chart_is_wider_than_the_paper(string page)
    {
        await using var open = await OpenAsync(page, ColorScheme.Dark);
        await open.WaitForChartsAsync();
        await open.Page.WaitForTimeoutAsync(300);
        await open.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal("rgb(255, 255, 255)", await open.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
        Assert.Equal(0, await open.Page.Locator("header.top:visible, nav.pages:visible, nav.contents:visible, .save:visible, .modebar:visible").CountAsync());
        var widths = await open.Page.EvaluateAsync<double[]>("() => [...document.querySelectorAll('.regcls-chart .main-svg')].map(svg => svg.getBoundingClientRect().width)");
        Assert.All(widths, width => Assert.InRange(width, 100, 681));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_chart_and_table_is_numbered_and_says_whose_it_is(string page)
    {
        await using var open = await OpenAsync(page);
        var outside = await open.Page.EvaluateAsync<int>("() => [...document.querySelectorAll('.output .regcls-chart, .output table, .output img')].filter(element => !element.closest('figure[data-file]')).length");
        Assert.Equal(0, outside);
        var origins = await open.Page.Locator("figcaption .origin").AllInnerTextsAsync();
        Assert.All(origins, origin => Assert.Matches(@"^((Fig|Tab)\. \d( \([ab]\))?|Appendix B) of the paper$|^ours, not in the paper$", origin));
        Assert.Equal(await open.Page.Locator("figure[data-file]").CountAsync(), origins.Count);
        if (page.StartsWith("02-", StringComparison.Ordinal))
        {
            Assert.Contains("Fig. 3 of the paper", origins);
        }
    }

    [Fact]
    public async Task The_keyboard_goes_through_the_index_in_reading_order()
    {
        await using var open = await OpenAsync("index.html");
        var targets = new List<string>();
        string[] next = ["02-the-1d-study.html", "10-claim-by-claim.html", "lessons.html", "glossary.html", "map.html"];
        for (var i = 0; i < 1 + next.Length + SitePages.Pages().Count(); i++)
        {
            await open.Page.Keyboard.PressAsync("Tab");
            targets.Add(await open.Page.EvaluateAsync<string>("() => document.activeElement.getAttribute('href') || document.activeElement.id || ''"));
        }

        Assert.Equal("theme", targets[0]);
        Assert.Equal(next.Concat(SitePages.Pages().Order(StringComparer.Ordinal)), targets.Skip(1));
    }

    [Fact]
    public async Task The_index_shows_a_picture_of_every_notebook_with_a_chart()
    {
        await using var open = await OpenAsync("index.html");
        foreach (var page in SitePages.Pages())
        {
            var hasChart = ChartFigure.Read(await File.ReadAllTextAsync(Path.Combine(site.Folder, page), TestContext.Current.CancellationToken)) is not null;
            var entry = open.Page.Locator($"li:has(a.title[href='{page}'])");
            Assert.Equal(hasChart ? 1 : 0, await entry.Locator("img").CountAsync());
        }

        Assert.True(await open.Page.EvaluateAsync<bool>("() => [...document.images].length > 5 && [...document.images].every(image => image.complete && image.naturalWidth > 0)"));
        Assert.Empty(open.Problems);
    }

    [Fact]
    public async Task A_word_is_explained_where_it_is_first_used_under_pointer_focus_and_finger()
    {
        await using var open = await OpenAsync("02-the-1d-study.html");
        var terms = open.Page.Locator("a.term");
        var words = await terms.AllInnerTextsAsync();
        Assert.True(words.Count >= 6, string.Join(", ", words));
        Assert.Equal(words.Count, await terms.EvaluateAllAsync<int>("terms => new Set(terms.map(term => term.getAttribute('href'))).size"));
        var box = open.Page.Locator(".meaning");
        Assert.False(await box.IsVisibleAsync());
        await terms.First.HoverAsync();
        Assert.Equal(await terms.First.GetAttributeAsync("data-meaning"), await box.InnerTextAsync());
        await open.Page.Keyboard.PressAsync("Escape");
        Assert.False(await box.IsVisibleAsync());
        await terms.Nth(1).FocusAsync();
        Assert.Equal(await terms.Nth(1).GetAttributeAsync("data-meaning"), await box.InnerTextAsync());

        // A finger: the first touch explains, the second goes to the glossary.
        const string touch = "term => ['pointerdown', 'click'].forEach(name => term.dispatchEvent(new PointerEvent(name, { pointerType: 'touch', bubbles: true, cancelable: true })))";
        await terms.Nth(2).EvaluateAsync(touch);
        Assert.Equal(await terms.Nth(2).GetAttributeAsync("data-meaning"), await box.InnerTextAsync());
        await terms.Nth(2).EvaluateAsync(touch);
        await open.Page.WaitForURLAsync("**/glossary.html#*");
        Assert.Empty(open.Problems);
    }

    [Fact]
    public async Task The_first_page_is_usable_within_two_seconds()
    {
        // The best of five: a busy machine slows single loads, a heavy page slows all.
        var best = double.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            await using var open = await OpenAsync("index.html");
            best = Math.Min(best, await open.Page.EvaluateAsync<double>("() => performance.getEntriesByType('navigation')[0].loadEventEnd"));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{best:0} ms");
        Assert.InRange(best, 1, 2000);
    }

    [Fact]
    public void The_whole_site_is_smaller_than_15_MB()
    {
        var bytes = Directory.EnumerateFiles(site.Folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);
        Assert.InRange(bytes, 1, 15_000_000);
    }

    private Task<OpenPage> OpenAsync(string page, ColorScheme scheme = ColorScheme.Light) => browser.OpenAsync(Path.Combine(site.Folder, page), scheme: scheme);

    private async Task<string[]> SaveAsync(OpenPage open, ILocator figure, string kind)
    {
        // Chromium lets a page save ten files a second and drops the others without a word: more than a hand clicks, not more than a test.
        await open.Page.WaitForTimeoutAsync(110);
        var download = await open.Page.RunAndWaitForDownloadAsync(() => figure.Locator($"[data-save={kind}]").ClickAsync());
        Assert.Equal($"{await figure.GetAttributeAsync("data-file")}.{kind}", download.SuggestedFilename);
        var path = folder[Guid.NewGuid().ToString("N")];
        await download.SaveAsAsync(path);
        return (await File.ReadAllTextAsync(path)).TrimEnd('\r', '\n').Split(kind == "csv" ? "\r\n" : "\n");
    }

    private static string[] Fields(string line)
    {
        using var reader = new Microsoft.VisualBasic.FileIO.TextFieldParser(new StringReader(line)) { HasFieldsEnclosedInQuotes = true, Delimiters = [","], TrimWhiteSpace = false };
        return reader.ReadFields()!;
    }
}
