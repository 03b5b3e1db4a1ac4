namespace RegCls.Studies;

/// <summary>A progress that can show more of a study than the share of models done.</summary>
public interface IStudyProgress : IProgress<double>
{
    /// <summary>Told in place of <see cref="IProgress{T}.Report"/>, at the start and after each model; from any thread.</summary>
    /// <param name="status">How far it is.</param>
    void Report(StudyStatus status);

    /// <summary>Told once where the study was stopped, as the last report.</summary>
    /// <param name="message">How far it came and how to go on.</param>
    void Stopped(string message);
}
