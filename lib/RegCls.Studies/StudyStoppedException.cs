using System.Globalization;

namespace RegCls.Studies;

/// <summary>A study was stopped between two steps. Its message says how far it came and how to go on.</summary>
public sealed class StudyStoppedException : OperationCanceledException
{
    /// <summary>Makes the sentence.</summary>
    /// <param name="done">Models that are done.</param>
    /// <param name="total">Models of the study.</param>
    /// <param name="areKept">Whether they are recorded in a file.</param>
    /// <param name="cancellation">The token that stopped it.</param>
    public StudyStoppedException(int done, int total, bool areKept, CancellationToken cancellation)
        : base(
            string.Create(CultureInfo.InvariantCulture, $"stopped after {done:N0} of {total:N0} models; {(areKept ? "run it again to go on" : "they are not kept, so running it again starts anew")}"),
            cancellation)
    {
    }
}
