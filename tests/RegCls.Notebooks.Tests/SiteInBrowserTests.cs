using Microsoft.Playwright;
using RegCls.Notebooks.Tests.Support;

namespace RegCls.Notebooks.Tests;

[Collection(ExecutedSiteCollection.Name)]
public class SiteInBrowserTests(ExecutedSite site, Browser browser)
{
    private const string ReadCharts = """
        () => [...document.querySelectorAll('.regcls-chart')].map(chart => {
          const layout = chart._fullLayout || {}, data = chart.data || [];
          const titles = letter => Object.keys(layout).filter(key => new RegExp('^' + letter + 'axis\\d*$').test(key))
            .map(key => (layout[key].title && layout[key].title.text) || '').filter(text => text && !/^Click to enter/.test(text));
          const count = trace => Math.max(0, ...['x', 'y', 'z', 'values', 'cells'].map(key => {
            const value = trace[key];
            return !value ? 0 : value.length !== undefined ? value.length : value.bdata ? value.bdata.length : value.values ? value.values.length : 1; }));
          return { traces: data.length, points: data.reduce((sum, trace) => sum + count(trace), 0),
            hasAxes: ((layout._subplots && layout._subplots.cartesian) || []).length > 0,
            xTitles: titles('x'), yTitles: titles('y'), isDrawn: chart.getBoundingClientRect().height > 50 };
        })
        """;

    public static TheoryData<string> Pages => [.. SitePages.Pages()];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_chart_has_traces_and_axis_titles_and_nothing_fails(string page)
    {
        await using var open = await browser.OpenAsync(Path.Combine(site.Folder, page));
        await open.WaitForChartsAsync();
        var charts = await open.Page.EvaluateAsync<ChartFacts[]>(ReadCharts);
        Assert.All(charts, chart =>
        {
            Assert.True(chart.Traces > 0, "a chart without traces");
            Assert.True(chart.Points > 0, "a chart without points");
            Assert.True(chart.IsDrawn, "a chart without height");
            Assert.True(!chart.HasAxes || (chart.XTitles.Length > 0 && chart.YTitles.Length > 0), "a chart without axis titles");
        });
        Assert.Empty(open.Problems);
        if (page == "92-chart.html")
        {
            // Guards the checks above against a selector that finds nothing.
            Assert.Equal(2, charts.Length);
            Assert.Equal(["x"], charts[0].XTitles);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_formula_is_rendered(string page)
    {
        await using var open = await browser.OpenAsync(Path.Combine(site.Folder, page));
        var formulas = await open.Page.Locator(".math").CountAsync();
        Assert.Equal(formulas, await open.Page.Locator(".math .katex-html").CountAsync());
        Assert.Equal(0, await open.Page.Locator(".math-error, .katex-error").CountAsync());
        Assert.DoesNotContain("$$", await open.Page.Locator("main .prose").AllInnerTextsAsync().ContinueWith(texts => string.Concat(texts.Result)), StringComparison.Ordinal);
        if (page == "91-plain.html")
        {
            Assert.Equal(3, formulas);
            Assert.Equal(1, await open.Page.Locator(".katex-display").CountAsync());
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_phone_shows_the_page_without_scrolling_sideways(string page)
    {
        await using var open = await browser.OpenAsync(Path.Combine(site.Folder, page), width: 390, ColorScheme.Dark);
        await open.WaitForChartsAsync();
        await open.Page.WaitForTimeoutAsync(300);
        Assert.InRange(await open.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), 1, 390);
        Assert.Empty(open.Problems);
    }

    [Fact]
    public async Task The_index_leads_to_every_page_and_back()
    {
        await using var open = await browser.OpenAsync(Path.Combine(site.Folder, "index.html"));
        var links = await open.Page.Locator(".entries a.title").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        Assert.Equal(SitePages.Pages().Order(StringComparer.Ordinal), links);

        // A file that is still being read when the page is left counts as not loaded.
        await open.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await open.Page.Locator(".entries a.title").First.ClickAsync();
        await open.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.EndsWith(links[0], open.Page.Url, StringComparison.Ordinal);
        await open.Page.Locator("nav.pages a[rel=next]").ClickAsync();
        await open.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.EndsWith(links[1], open.Page.Url, StringComparison.Ordinal);
        Assert.Empty(open.Problems);
    }

    [Fact]
    public async Task The_slider_of_decays_is_moved_by_the_keyboard_and_shows_one_decay_at_a_time()
    {
        await using var open = await browser.OpenAsync(Path.Combine(site.Folder, "02-the-1d-study.html"));
        await open.WaitForChartsAsync();
        var slider = open.Page.Locator(".regcls-slider input");
        var chart = open.Page.Locator("figure:has(.regcls-slider) .regcls-chart");
        Assert.Equal("4 4 4", await ShownAsync());
        var said = await open.Page.Locator(".regcls-slider output").InnerTextAsync();
        Assert.StartsWith("1e-3: test MSE reg ", said, StringComparison.Ordinal);
        await slider.FocusAsync();
        await open.Page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("5 5 5", await ShownAsync());
        Assert.StartsWith("1e-2: test MSE reg ", await open.Page.Locator(".regcls-slider output").InnerTextAsync(), StringComparison.Ordinal);
        await open.Page.Keyboard.PressAsync("Home");
        Assert.Equal("0 0 0", await ShownAsync());
        Assert.Equal(await slider.GetAttributeAsync("aria-valuetext"), await open.Page.Locator(".regcls-slider output").InnerTextAsync());
        Assert.StartsWith("none: test MSE reg ", await slider.GetAttributeAsync("aria-valuetext"), StringComparison.Ordinal);
        Assert.Empty(open.Problems);

        Task<string> ShownAsync() => chart.EvaluateAsync<string>("chart => chart._fullData.filter(trace => trace.meta !== undefined && trace.visible === true).map(trace => trace.meta).join(' ')");
    }

    [Fact]
    public async Task Console_text_is_shown_as_text()
    {
        await using var open = await browser.OpenAsync(Path.Combine(site.Folder, "91-plain.html"));
        Assert.Equal("<b>not bold</b> & plain\n", await open.Page.Locator("pre.stdout").First.TextContentAsync());
        Assert.Equal("shown as HTML", await open.Page.Locator("em#shown").TextContentAsync());
    }

    [Fact]
    public async Task What_a_data_set_contains_is_shown_as_text_and_never_runs()
    {
        const string markup = "<img src=x onerror='window.taken=1'>";
        await using var open = await browser.OpenAsync(Path.Combine(site.Folder, "93-hostile.html"));
        await open.WaitForChartsAsync();
        await open.Page.WaitForTimeoutAsync(300);
        Assert.Equal("undefined", await open.Page.EvaluateAsync<string>("() => typeof window.taken"));
        Assert.Equal(0, await open.Page.Locator("img[src=x], [onerror]").CountAsync());
        Assert.Empty(open.Problems);

        // The console, a returned value, a caption, a column's name, a cell of the table: all say it as it is.
        foreach (var place in new[] { "pre.stdout", ".output figcaption", ".output th", ".output td" })
        {
            Assert.Contains(await open.Page.Locator(place).AllTextContentsAsync(), text => text.Contains(markup, StringComparison.Ordinal));
        }

        // The page of contents, with the page's title and picture, is made of the same run.
        await using var index = await browser.OpenAsync(Path.Combine(site.Folder, "index.html"));
        Assert.Equal("undefined", await index.Page.EvaluateAsync<string>("() => typeof window.taken"));
    }

    [Fact]
    public async Task The_code_folds_and_unfolds()
    {
        await using var open = await browser.OpenAsync(Path.Combine(site.Folder, "91-plain.html"));
        var code = open.Page.Locator("pre.csharp").First;
        Assert.False(await code.IsVisibleAsync());
        await open.Page.Locator("#fold-code").ClickAsync();
        Assert.True(await code.IsVisibleAsync());
        await open.Page.Locator("#fold-code").ClickAsync();
        Assert.False(await code.IsVisibleAsync());
    }

    [Fact]
    public async Task What_happened_is_folded_until_it_is_asked_for_drawn_then_and_printed_always()
    {
        await using var open = await browser.OpenAsync(Path.Combine(site.Folder, "02-the-1d-study.html"), unfold: false);
        var folded = open.Page.Locator("details.happened");
        Assert.Equal(3, await folded.CountAsync());
        var answers = open.Page.Locator("details.happened strong", new() { HasText = "Answer." });
        Assert.Equal(3, await answers.CountAsync());
        Assert.False(await answers.First.IsVisibleAsync());
        await open.WaitForChartsAsync();
        await open.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True(await answers.First.IsVisibleAsync());
        await open.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await folded.Nth(1).Locator("summary").First.ClickAsync();
        Assert.True(await answers.Nth(1).IsVisibleAsync());
        Assert.False(await answers.First.IsVisibleAsync());

        // As wide as its place, though it was drawn where it could not be seen.
        await open.Page.WaitForFunctionAsync("() => { const chart = document.querySelectorAll('details.happened')[1].querySelector('.js-plotly-plot'); return Math.abs(chart._fullLayout.width - chart.parentElement.clientWidth) < 2; }");
        Assert.Empty(open.Problems);
    }
}
