using Microsoft.Playwright;
using RegCls.Notebooks.Tests.Support;

namespace RegCls.Notebooks.Tests;

/// <summary>No legend lies on a curve, no text is cut off, and what is wider than the page scrolls and says so: every figure and table, from a phone to a wide screen, light, dark and on paper.</summary>
[Collection(ExecutedSiteCollection.Name)]
public class LayoutTests(ExecutedSite site, Browser browser)
{
    private static readonly int[] Widths = [360, 390, 768, 1280, 1920];

    // The hostile page has names longer than any page is wide; what they may do is tested elsewhere.
    public static TheoryData<string> Pages => [.. SitePages.Pages().Where(page => page != "93-hostile.html").Concat(SitePages.Documents()).Prepend("index.html")];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_overlaps_and_nothing_is_cut_off(string page)
    {
        await using var open = await browser.OpenAsync(Path.Combine(site.Folder, page));
        await open.WaitForChartsAsync();
        var found = new List<string>();
        foreach (var width in Widths)
        {
            await open.Page.SetViewportSizeAsync(width, 900);
            await FittedAsync(open);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await open.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                found.AddRange((await open.Page.EvaluateAsync<string[]>(PageLayout.Measure)).Select(sentence => $"{width} px, {scheme}: {sentence}"));
            }
        }

        // As Chromium prints: what was drawn for the screen, on A4 within 15 mm margins (180 mm are 680 pixels).
        await open.Page.SetViewportSizeAsync(1280, 900);
        await FittedAsync(open);
        await open.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await open.Page.AddStyleTagAsync(new() { Content = "body { width: 680px; }" });
        found.AddRange((await open.Page.EvaluateAsync<string[]>(PageLayout.Measure)).Select(sentence => $"print: {sentence}"));
        Assert.Empty(found);
        Assert.Empty(open.Problems);
    }

    [Theory]
    [InlineData("[0].querySelector('.legend').style.transform = 'translate(150px, 200px)'", "the legend lies on")]
    [InlineData("[0].style.marginLeft = '2000px'", "px are out of sight without a hint")]
    public async Task What_is_wrong_is_found(string damage, string sentence)
    {
        await using var open = await browser.OpenAsync(Path.Combine(site.Folder, "02-the-1d-study.html"));
        await open.WaitForChartsAsync();
        await FittedAsync(open);
        Assert.Empty(await open.Page.EvaluateAsync<string[]>(PageLayout.Measure));
        await open.Page.EvaluateAsync("() => { document.querySelectorAll('.js-plotly-plot')" + damage + "; }");
        Assert.Contains(await open.Page.EvaluateAsync<string[]>(PageLayout.Measure), found => found.Contains(sentence, StringComparison.Ordinal));
    }

    // The page's script says which width it has fitted its charts to.
    private static Task<IJSHandle> FittedAsync(OpenPage open) => open.Page.WaitForFunctionAsync("() => Number(document.documentElement.dataset.fitted) === innerWidth");
}
