namespace RegCls.Studies;

/// <summary>How far a study has come.</summary>
/// <param name="Done">Models trained, earlier records included.</param>
/// <param name="Total">Models in all.</param>
/// <param name="Elapsed">Time since this run of the study began.</param>
public readonly record struct StudyProgress(int Done, int Total, TimeSpan Elapsed)
{
    /// <summary>Share done, 0 to 1.</summary>
    public double Fraction => Total == 0 ? 1 : (double)Done / Total;
}
