namespace RegCls.Data.Video;

/// <summary>What is predicted for a frame (Tab. 5 a and b), and its unit.</summary>
public enum ProgressTarget
{
    /// <summary>How far the video has come, frame / frames, a fraction in [0, 1). Errors are shown in percent of the video.</summary>
    Fraction,

    /// <summary>The number of the frame from 0, not normalised. Errors are in frames.</summary>
    Frames,
}

/// <summary>Units of <see cref="ProgressTarget"/> as charts and tables show them.</summary>
public static class ProgressTargetExtensions
{
    /// <summary>What an error is multiplied by to be shown: 100 for a fraction, shown in percent; 1 for frames.</summary>
    public static double Scale(this ProgressTarget target) => target == ProgressTarget.Fraction ? 100 : 1;

    /// <summary>The unit it is shown in: <c>percent</c> or <c>frames</c>.</summary>
    public static string Unit(this ProgressTarget target) => target == ProgressTarget.Fraction ? "percent" : "frames";
}
