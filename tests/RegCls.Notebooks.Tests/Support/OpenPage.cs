using Microsoft.Playwright;

namespace RegCls.Notebooks.Tests.Support;

/// <summary>A page open in the browser.</summary>
/// <param name="Problems">Console errors, script errors, files not loaded and calls to the network, so far.</param>
internal sealed record OpenPage(IBrowserContext Context, IPage Page, List<string> Problems) : IAsyncDisposable
{
    /// <summary>Waits until every chart is drawn; a chart that is not after the time limit fails the test that looks at it.</summary>
    public async Task WaitForChartsAsync()
    {
        try
        {
            await Page.WaitForFunctionAsync("() => [...document.querySelectorAll('.regcls-chart')].every(c => c.classList.contains('js-plotly-plot') && c._fullLayout)", null, new() { Timeout = 20_000 });
        }
        catch (TimeoutException)
        {
            Problems.Add("a chart was not drawn within 20 seconds");
        }
    }

    public ValueTask DisposeAsync() => Context.DisposeAsync();
}
