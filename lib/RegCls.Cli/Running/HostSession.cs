using RegCls.Cli.Notebooks;

namespace RegCls.Cli.Running;

/// <summary>
/// What a notebook finds around it while it runs: its own folder as the current one, the profile, a captured console,
/// and the hooks by which RegCls.Interactive recognises this program. All of it belongs to the process, so one session at
/// a time; disposing puts back what was there.
/// </summary>
internal sealed class HostSession : IDisposable
{
    /// <summary>Key of an <c>Action&lt;string, string&gt;</c> that shows content of a MIME type.</summary>
    public const string DisplayKey = "RegCls.Host.Display";

    /// <summary>Key of an <c>Action&lt;string, double&gt;</c> that takes progress: what, and the fraction done.</summary>
    public const string ProgressKey = "RegCls.Host.Progress";

    /// <summary>Key of the <see cref="CancellationToken"/> that Ctrl+C cancels.</summary>
    public const string CancellationKey = "RegCls.Host.Cancellation";

    private readonly TextWriter previousOut = Console.Out;
    private readonly TextWriter previousError = Console.Error;
    private readonly string previousFolder = Directory.GetCurrentDirectory();
    private readonly string? previousProfile = Environment.GetEnvironmentVariable(RunProfile.Variable);

    /// <summary>Sets the scene.</summary>
    /// <param name="folder">The notebook's folder.</param>
    /// <param name="profile">The profile's name.</param>
    /// <param name="capture">Gets console text and displays.</param>
    /// <param name="observer">Gets progress.</param>
    /// <param name="cancellation">Handed to the notebook's library.</param>
    public HostSession(string folder, string profile, OutputCapture capture, IRunObserver observer, CancellationToken cancellation)
    {
        Directory.SetCurrentDirectory(folder);
        Environment.SetEnvironmentVariable(RunProfile.Variable, profile);
        Console.SetOut(new CaptureWriter(capture, isError: false));
        Console.SetError(new CaptureWriter(capture, isError: true));
        AppDomain.CurrentDomain.SetData(DisplayKey, new Action<string, string>((mime, content) => capture.Add(ToDisplay(mime, content))));
        AppDomain.CurrentDomain.SetData(ProgressKey, new Action<string, double>((what, fraction) => observer.Progressed(what, Math.Clamp(fraction, 0, 1))));
        AppDomain.CurrentDomain.SetData(CancellationKey, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Console.SetOut(previousOut);
        Console.SetError(previousError);
        Directory.SetCurrentDirectory(previousFolder);
        Environment.SetEnvironmentVariable(RunProfile.Variable, previousProfile);
        foreach (var key in new[] { DisplayKey, ProgressKey, CancellationKey })
        {
            AppDomain.CurrentDomain.SetData(key, null);
        }
    }

    private static DisplayOutput ToDisplay(string mime, string content) => mime == "text/html"
        ? new DisplayOutput(content, ValueRenderer.HtmlPlaceholder, IsResult: false)
        : new DisplayOutput(null, content, IsResult: false);
}
