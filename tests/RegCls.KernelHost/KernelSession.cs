using System.Diagnostics;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Events;

namespace RegCls.KernelHost;

/// <summary>A composite kernel with C# and HTML, as the tool puts them together.</summary>
internal sealed class KernelSession : IDisposable
{
    // plotly.js, which the set-up cell displays, is 3.6 MB; its beginning is enough.
    private const int LongestText = 1_000_000;

    private readonly CompositeKernel kernel = [];

    /// <summary>Makes the kernel.</summary>
    public KernelSession()
    {
        kernel.Add(new CSharpKernel().UseKernelHelpers().UseWho().UseValueSharing());
        kernel.Add(new HtmlKernel());
        kernel.DefaultKernelName = "csharp";
    }

    /// <summary>Runs a cell to its end, to the answer of a cancelled one, or to where it is left.</summary>
    public async Task<KernelResult> RunAsync(KernelCell cell)
    {
        var outputs = new List<KernelOutput>();
        var reached = new TaskCompletionSource();
        string? trigger = cell.CancelAt ?? cell.LeaveAt;
        using IDisposable watch = kernel.KernelEvents.Subscribe(new Watcher(value =>
        {
            KernelOutput[] shown = [.. Read(value)];
            lock (outputs)
            {
                outputs.AddRange(shown);
            }

            if (trigger is not null && shown.Any(output => output.Text.Contains(trigger, StringComparison.Ordinal)))
            {
                reached.TrySetResult();
            }
        }));

        Task<KernelCommandResult> running = Task.Run(() => kernel.SendAsync(new SubmitCode(cell.Code), CancellationToken.None));
        double? seconds = null;
        if (trigger is not null && await Task.WhenAny(reached.Task, running) == reached.Task)
        {
            if (cell.CancelAt is null)
            {
                return new KernelResult(Taken(outputs), null, null);
            }

            var clock = Stopwatch.StartNew();
            await kernel.SendAsync(new Cancel(), CancellationToken.None);
            await running;
            seconds = clock.Elapsed.TotalSeconds;
        }

        KernelCommandResult result = await running;
        return new KernelResult(Taken(outputs), result.Events.OfType<CommandFailed>().LastOrDefault()?.Message, seconds);
    }

    /// <inheritdoc/>
    public void Dispose() => kernel.Dispose();

    private static KernelOutput[] Taken(List<KernelOutput> outputs)
    {
        lock (outputs)
        {
            return [.. outputs];
        }
    }

    private static IEnumerable<KernelOutput> Read(KernelEvent value) => value switch
    {
        DiagnosticsProduced diagnostics => diagnostics.FormattedDiagnostics.Select(text => new KernelOutput("diagnostic", text.MimeType, text.Value, null)),
        DisplayEvent display => display.FormattedValues.Select(text => new KernelOutput(Kind(display), text.MimeType, text.Value.Length > LongestText ? text.Value[..1000] : text.Value, display.ValueId)),
        _ => [],
    };

    private static string Kind(DisplayEvent display) => display switch
    {
        ReturnValueProduced => "result",
        DisplayedValueUpdated => "update",
        StandardOutputValueProduced => "out",
        StandardErrorValueProduced => "err",
        ErrorProduced => "err",
        _ => "display",
    };

    private sealed class Watcher(Action<KernelEvent> seen) : IObserver<KernelEvent>
    {
        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void OnNext(KernelEvent value) => seen(value);
    }
}
