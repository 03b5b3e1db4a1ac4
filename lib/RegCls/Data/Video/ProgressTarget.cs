namespace RegCls.Data.Video;

/// <summary>What is predicted for a frame (Tab. 5 a and b), and its unit.</summary>
public enum ProgressTarget
{
    /// <summary>How far the video has come, frame / frames, a fraction in [0, 1). Errors are shown in percent of the video.</summary>
    Fraction,

    /// <summary>The number of the frame from 0, not normalised. Errors are in frames.</summary>
    Frames,
}
