namespace RegCls.Data;

/// <summary>The sizes of the sampling; the defaults are the study's.</summary>
public sealed record FunctionDataOptions
{
    /// <summary>How many inputs a pool holds. Default 100,000.</summary>
    public int PoolSize { get; init; } = 100_000;

    /// <summary>Into how many equal bins the target range is cut for sampling. Default 1,024; nothing to do with the classes.</summary>
    public int Bins { get; init; } = 1024;

    /// <summary>How many samples training, validation and test aim at together; rounding per bin makes it a little more. Default 60,000.</summary>
    public int Samples { get; init; } = 60_000;

    /// <summary>How many background samples a bin of an imbalanced set gets at least (the release draws one more). Default 5.</summary>
    public int BackgroundPerBin { get; init; } = 5;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(PoolSize, 9);
        ArgumentOutOfRangeException.ThrowIfLessThan(Bins, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(BackgroundPerBin);

        // Below this some rule of the release draws nothing: 9 intervals, each with its background and one sample a bin.
        var least = Math.Max(Bins * (long)(BackgroundPerBin + 1), 9L * Bins * ((BackgroundPerBin / 3) + 1)) + Bins;
        if (Samples < least)
        {
            throw new ArgumentException($"{nameof(Samples)} is {Samples}; with {Bins} bins and {BackgroundPerBin} background samples a bin at least {least} are needed: raise {nameof(Samples)} or lower {nameof(Bins)}.");
        }
    }
}
