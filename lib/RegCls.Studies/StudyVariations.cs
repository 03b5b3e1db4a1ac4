namespace RegCls.Studies;

/// <summary>A study with one setting changed in every run, as a reader of a notebook may want it.</summary>
public static class StudyVariations
{
    /// <summary>The same grid with another number of passes over the training set.</summary>
    /// <param name="study">The study.</param>
    /// <param name="epochs">At least 1.</param>
    /// <returns>The study; with another number of epochs its runs have other hashes, so their records never mix with the published ones.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is less than one epoch.</exception>
    public static Study<RunConfiguration> WithEpochs(this Study<RunConfiguration> study, int epochs)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentOutOfRangeException.ThrowIfLessThan(epochs, 1);
        return study with { Configurations = [.. study.Configurations.Select(run => run with { Epochs = epochs })] };
    }
}
