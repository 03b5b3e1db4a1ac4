namespace RegCls.Data.Video;

/// <summary>One video: what is done, by whom, and where its frames stand in a table.</summary>
/// <param name="Task">The activity, for example <c>cereals</c>: one model is trained a task.</param>
/// <param name="Person">The number of the person: splits are by person.</param>
/// <param name="Camera">The camera (Breakfast) or the take (MSR-Action3D).</param>
/// <param name="FirstRow">Row of its first frame in the table.</param>
/// <param name="Rows">Rows in the table.</param>
/// <param name="FrameStep">Frames from one row to the next: 1 where every frame has a row.</param>
public sealed record VideoClip(string Task, int Person, string Camera, int FirstRow, int Rows, int FrameStep = 1)
{
    /// <summary>Frames of the whole video; with a step of k this is a multiple of k, less than k above the true number.</summary>
    public int Frames => Rows * FrameStep;

    /// <summary>The rows of the table.</summary>
    public IEnumerable<int> TableRows => Enumerable.Range(FirstRow, Rows);

    /// <summary>The target of the i-th row.</summary>
    /// <param name="row">0 to <see cref="Rows"/> - 1.</param>
    /// <param name="target">In what unit.</param>
    /// <returns>The frame's number from 0 (<see cref="ProgressTarget.Frames"/>), or that over the number of frames, in [0, 1) (<see cref="ProgressTarget.Fraction"/>).</returns>
    public double Target(int row, ProgressTarget target) => target == ProgressTarget.Frames ? (double)row * FrameStep : (double)row / Rows;
}
