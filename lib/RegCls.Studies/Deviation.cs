namespace RegCls.Studies;

/// <summary>One thing that a run does otherwise than released.</summary>
/// <param name="Name">In words, for tables and charts.</param>
/// <param name="Change">Makes a released run into one that does it.</param>
public sealed record Deviation(string Name, Func<RunConfiguration, RunConfiguration> Change)
{
    /// <summary>True if a run is what <see cref="Change"/> makes of the released run with its arm, data seed and function.</summary>
    public bool Includes(RunConfiguration run)
    {
        RunConfiguration released = run with
        {
            Variant = Data.SamplingVariant.AsReleased,
            Selection = Training.Selection.LastEpoch,
            WeightDecay = PublishedSettings.WeightDecay,
            Optimiser = Training.Optimiser.Adam,
        };
        return Change(released) == run;
    }
}
