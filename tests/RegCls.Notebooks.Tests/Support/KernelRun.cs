namespace RegCls.Notebooks.Tests.Support;

/// <summary>A cell for the real kernel; see its host for what the triggers do.</summary>
internal sealed record KernelCell(string Code, string? CancelAt = null, string? LeaveAt = null);

/// <summary>One output of the real kernel: kind "display", "update", "result", "out", "err" or "diagnostic".</summary>
internal sealed record KernelOutput(string Kind, string Mime, string Text, string? Id);

/// <summary>What came of a cell in the real kernel.</summary>
internal sealed record KernelResult(KernelOutput[] Outputs, string? Failure, double? SecondsAfterCancel)
{
    /// <summary>What was printed.</summary>
    public string Printed => string.Concat(Outputs.Where(output => output.Kind == "out").Select(output => output.Text));
}

/// <summary>How the process of a kernel ended and what came of its cells.</summary>
internal sealed record KernelRun(int ExitCode, KernelResult[] Cells, string Error);

/// <summary>A notebook as the kernel family's own library reads it: kernel, text and id of each cell.</summary>
internal sealed record DocumentReading(string[][] Cells, string? Problem);
