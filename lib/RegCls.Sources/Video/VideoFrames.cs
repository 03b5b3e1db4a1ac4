namespace RegCls.Data.Video;

/// <summary>The frames of one video as they were read.</summary>
/// <param name="Task">The activity.</param>
/// <param name="Person">The person.</param>
/// <param name="Camera">The camera or take.</param>
/// <param name="Values">The features, frame after frame.</param>
/// <param name="HadIndex">Whether the file had a column that counts the frames.</param>
internal sealed record VideoFrames(string Task, int Person, string Camera, float[] Values, bool HadIndex = false)
{
    /// <summary>Number of frames in which the person was not seen whole.</summary>
    public int Lost { get; init; }
}
