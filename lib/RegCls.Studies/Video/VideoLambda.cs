using RegCls.Data.Video;

namespace RegCls.Studies.Video;

/// <summary>
/// The λ that each arm chose on validation videos in the recorded searches <c>video-lambda</c> and <c>video-msr-lambda</c>: what <see cref="ChosenVideoLambda"/> computes from their records, written down so that a study can
/// be named by it; a test holds the two together. Breakfast's own features take the values of the stand-in.
/// </summary>
public static class VideoLambda
{
    private static readonly Dictionary<(VideoData, ProgressTarget, VideoArm), double> Chosen = new()
    {
        [(VideoData.Simulated, ProgressTarget.Fraction, VideoArm.ScaledReg)] = 0.0001,
        [(VideoData.Simulated, ProgressTarget.Fraction, VideoArm.RegCls)] = 1e-5,
        [(VideoData.Simulated, ProgressTarget.Fraction, VideoArm.RegClsBalanced)] = 1e-5,
        [(VideoData.Simulated, ProgressTarget.Frames, VideoArm.ScaledReg)] = 1e-5,
        [(VideoData.Simulated, ProgressTarget.Frames, VideoArm.RegCls)] = 1e-6,
        [(VideoData.Simulated, ProgressTarget.Frames, VideoArm.RegClsBalanced)] = 1e-5,
        [(VideoData.MsrAction3D, ProgressTarget.Fraction, VideoArm.ScaledReg)] = 0.0001,
        [(VideoData.MsrAction3D, ProgressTarget.Fraction, VideoArm.RegCls)] = 10,
        [(VideoData.MsrAction3D, ProgressTarget.Fraction, VideoArm.RegClsBalanced)] = 10,
        [(VideoData.MsrAction3D, ProgressTarget.Frames, VideoArm.ScaledReg)] = 1e-6,
        [(VideoData.MsrAction3D, ProgressTarget.Frames, VideoArm.RegCls)] = 0.001,
        [(VideoData.MsrAction3D, ProgressTarget.Frames, VideoArm.RegClsBalanced)] = 0.1,
    };

    // By split.
    private static readonly Dictionary<(ProgressTarget, VideoArm), double[]> ChosenOnPersons = new()
    {
        [(ProgressTarget.Fraction, VideoArm.ScaledReg)] = [1e-5, 1e-4, 1e-5, 1e-4, 1e-5],
        [(ProgressTarget.Fraction, VideoArm.RegCls)] = [1e-7, 1e-6, 1e-5, 1e-5, 1e-7],
        [(ProgressTarget.Fraction, VideoArm.RegClsBalanced)] = [1e-7, 1e-5, 1e-5, 1e-5, 1e-6],
        [(ProgressTarget.Frames, VideoArm.ScaledReg)] = [1e-6, 1e-5, 0.01, 1e-7, 1e-7],
        [(ProgressTarget.Frames, VideoArm.RegCls)] = [1e-3, 1e-5, 1e-4, 1e-5, 1e-4],
        [(ProgressTarget.Frames, VideoArm.RegClsBalanced)] = [1, 1e-4, 1e-4, 1e-4, 1e-4],
    };

    /// <summary>The λ chosen on MSR-Action3D's held-out persons, in the recorded search <c>video-msr-persons-lambda</c>.</summary>
    /// <param name="target">What is predicted.</param>
    /// <param name="arm">An arm that has a λ.</param>
    /// <param name="split">1 to 5: whose test persons had no part in the choice.</param>
    /// <exception cref="ArgumentOutOfRangeException">The arm has no λ.</exception>
    public static double OfPersons(ProgressTarget target, VideoArm arm, int split) => ChosenOnPersons.TryGetValue((target, arm), out double[]? lambdas)
        ? lambdas[split - 1]
        : throw new ArgumentOutOfRangeException(nameof(arm), arm, $"The arm {arm.DisplayName()} has no λ.");

    /// <summary>The chosen λ.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The arm has no λ.</exception>
    public static double For(VideoData data, ProgressTarget target, VideoArm arm) => Chosen.TryGetValue((data == VideoData.Breakfast ? VideoData.Simulated : data, target, arm), out double lambda)
        ? lambda
        : throw new ArgumentOutOfRangeException(nameof(arm), arm, $"The arm {arm.DisplayName()} has no λ.");
}
