using RegCls.Interactive.Hosts;
using RegCls.Interactive.Html;
using RegCls.Interactive.Reporting;
using RegCls.Studies;

namespace RegCls.Interactive;

/// <summary>What a notebook cell calls: set-up, display and progress, the same in .NET Interactive, ClrKernel, Verso and <c>regcls run</c>.</summary>
public static class Notebook
{
    /// <summary>The environment variable that <see cref="Profile"/> reads.</summary>
    public const string ProfileVariable = "REGCLS_PROFILE";

    // Nothing is kept when it fails, so the first cell can be run again.
    private static readonly Lazy<bool> Prepared = new(Prepare, LazyThreadSafetyMode.PublicationOnly);

    /// <summary>
    /// Readies this process: assemblies are found in the bundle, libtorch is loaded, charts, frames and tensors have formatters where the host asks for them,
    /// stop buttons reach a training, records of live runs are kept where <c>regcls run</c> keeps them, and plotly.js is in the page. Further calls only give plotly.js to the page again, because a host that runs the set-up cell once more drops the cell's earlier output.
    /// </summary>
    /// <returns>Always <see langword="null"/>, so that the cell displays nothing of its own.</returns>
    /// <exception cref="DllNotFoundException">libtorch cannot be loaded; the message says what to do.</exception>
    public static object? Setup()
    {
        _ = Prepared.Value;
        INotebookHost host = NotebookHosts.Current();
        if (host.NeedsPlotly)
        {
            host.Push(new HtmlFragment(PlotlyScript.Html()));
        }

        return null;
    }

    /// <summary>Whether <see cref="Setup"/> has run in this process.</summary>
    public static bool IsSetUp => Prepared.IsValueCreated;

    /// <summary>Leaves a value for cells of another language: the object itself, for all languages of a kernel run in one process.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">For example a frame or a chart.</param>
    public static void Share(string name, object value) => SharedValues.Keep(name, value);

    /// <summary>Takes a value that a cell of any language has left.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">There is none of that name, or it is of another type.</exception>
    public static T Shared<T>(string name) => SharedValues.Get<T>(name);

    /// <summary>Makes a value that the host displays when it is the result of a cell.</summary>
    /// <param name="value">A Plotly.NET chart, a Deedle frame, a tensor, or a string of HTML.</param>
    /// <returns>The host's own HTML type, or an object with <c>string ToHtml()</c>.</returns>
    /// <exception cref="ArgumentException">The value is of another type.</exception>
    public static object Show(object value) => NotebookHosts.Current().Wrap(HtmlRenderer.Fragment(value));

    /// <summary>Displays a value at once, for use inside a cell, as in a loop.</summary>
    /// <param name="value">As for <see cref="Show"/>.</param>
    /// <exception cref="ArgumentException">The value is of another type.</exception>
    public static void Push(object value) => NotebookHosts.Current().Push(HtmlRenderer.Fragment(value));

    /// <summary>How much a notebook computes: <c>smoke</c>, <c>quick</c> or <c>full</c>, from the variable REGCLS_PROFILE; <c>quick</c> when it is not set.</summary>
    /// <exception cref="InvalidOperationException">The variable holds something else.</exception>
    public static string Profile
        => Environment.GetEnvironmentVariable(ProfileVariable) switch
        {
            null or "" => "quick",
            "smoke" => "smoke",
            "quick" => "quick",
            "full" => "full",
            var other => throw new InvalidOperationException(
                $"The environment variable {ProfileVariable} is '{other}'; set it to smoke, quick or full, or unset it for quick."),
        };

    /// <summary>Makes a progress display for one task.</summary>
    /// <param name="what">The name of the task, shown with each report.</param>
    /// <returns>
    /// Takes the done fraction, 0 to 1; values outside are clipped, NaN is ignored. It is an <see cref="IStudyProgress"/>: a study shows models done and their mean error as well. A bar with the time left
    /// where the host can update what it displays, else about ten printed lines in all. May be called from any thread.
    /// </returns>
    public static IProgress<double> Progress(string what)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(what);
        return RunnerHost.ProgressReceiver() is { } receiver ? new RunnerProgress(what, receiver) : new TaskProgress(what, NotebookHosts.Current(), TimeProvider.System);
    }

    /// <summary>The platform and the versions of the libraries that cells use, one a line; ask for it when something does not work.</summary>
    public static string Versions() => Libraries.Describe();

    private static bool Prepare()
    {
        AssemblyResolver.Hook();
        NativeLibraries.EnsureLoaded();
        FormatterRegistration.Register();
        if (RunnerHost.DisplayReceiver() is null)
        {
            DotNetInteractiveCancellation.Register();
            LiveRecordsFolder.SetUp();
        }

        return true;
    }
}
