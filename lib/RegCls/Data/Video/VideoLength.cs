namespace RegCls.Data.Video;

/// <summary>How long one video is.</summary>
/// <param name="Task">The activity.</param>
/// <param name="Person">The person.</param>
/// <param name="Camera">The camera.</param>
/// <param name="Frames">Number of frames.</param>
/// <param name="IsDrawn">True where the length is not that of a real video but drawn.</param>
public sealed record VideoLength(string Task, int Person, string Camera, int Frames, bool IsDrawn = false);
