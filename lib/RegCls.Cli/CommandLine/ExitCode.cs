namespace RegCls.Cli.CommandLine;

/// <summary>What the process returns to its caller.</summary>
internal static class ExitCode
{
    /// <summary>Everything asked for was done.</summary>
    public const int Success = 0;

    /// <summary>A cell of a notebook failed.</summary>
    public const int CellFailed = 1;

    /// <summary>A study could not be trained to its end.</summary>
    public const int StudyFailed = 1;

    /// <summary>A data set was read, but not all of it is usable.</summary>
    public const int DataSkipped = 1;

    /// <summary>Something is missing without which the notebooks cannot run.</summary>
    public const int NotReady = 1;

    /// <summary>The command line or an input file is not usable; nothing was run.</summary>
    public const int BadInput = 2;

    /// <summary>Stopped by Ctrl+C; the number shells use for it.</summary>
    public const int Cancelled = 130;
}
