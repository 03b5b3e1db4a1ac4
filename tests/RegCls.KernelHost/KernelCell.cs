namespace RegCls.KernelHost;

/// <summary>A cell to run.</summary>
/// <param name="Code">Its text.</param>
/// <param name="CancelAt">Sends the command that a stop button sends as soon as this text is displayed or printed; null to let the cell end.</param>
/// <param name="LeaveAt">Goes on to the next cell, or to the end, as soon as this text is displayed or printed, while the cell is still running.</param>
internal sealed record KernelCell(string Code, string? CancelAt = null, string? LeaveAt = null);
