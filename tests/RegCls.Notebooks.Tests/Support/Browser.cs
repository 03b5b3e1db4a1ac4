using Microsoft.Playwright;

namespace RegCls.Notebooks.Tests.Support;

/// <summary>Headless Chromium, the one installed on the machine; nothing is downloaded.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "chrome.exe"];
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Find() is { } path)
        {
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox"] });
        }
    }

    /// <summary>Opens a page with the network blocked, and records what goes wrong on it.</summary>
    /// <param name="file">The page's file.</param>
    /// <param name="width">The window's width in pixels.</param>
    /// <param name="unfold">Opens what is folded until a reader asks for it.</param>
    internal async Task<OpenPage> OpenAsync(string file, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool unfold = true)
    {
        if (browser is null)
        {
            Assert.False(string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase), "CI=true but no Chromium is on the PATH; install it (Debian: apt-get install chromium).");
            Assert.Skip("No Chromium is on the PATH, so the site was not opened; install it (Debian: apt-get install chromium).");
        }

        var context = await browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme });
        var page = await context.NewPageAsync();
        var problems = new List<string>();
        await context.RouteAsync("**/*", async route =>
        {
            if (route.Request.Url.StartsWith("file:", StringComparison.Ordinal) || route.Request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                await route.ContinueAsync();
            }
            else
            {
                problems.Add("asked the network for " + route.Request.Url);
                await route.AbortAsync();
            }
        });
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                problems.Add("console: " + message.Text);
            }
        };
        page.PageError += (_, error) => problems.Add("script: " + error);
        page.RequestFailed += (_, request) => problems.Add("not loaded: " + request.Url);
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        if (unfold)
        {
            await page.EvaluateAsync("() => document.querySelectorAll('details.happened').forEach(block => { block.open = true; })");
        }

        return new OpenPage(context, page, problems);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }

        playwright?.Dispose();
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        .Where(folder => folder.Length > 0)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);
}
