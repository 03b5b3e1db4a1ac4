namespace RegCls.Evaluation;

/// <summary>How a bootstrap interval is made.</summary>
public sealed record BootstrapOptions
{
    /// <summary>The number of resamples. Default 10,000.</summary>
    public int Resamples { get; init; } = 10_000;

    /// <summary>The confidence of the interval, between 0 and 1, both exclusive. Default 0.95.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>The name of the random stream; the same name gives the same interval again. Default "bootstrap".</summary>
    public string StreamName { get; init; } = "bootstrap";

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Resamples, 100);
        if (!(Confidence > 0 && Confidence < 1))
        {
            throw new ArgumentException($"{nameof(Confidence)} is {Confidence}; expected a share between 0 and 1, such as 0.95.");
        }

        ArgumentNullException.ThrowIfNull(StreamName);
    }
}
