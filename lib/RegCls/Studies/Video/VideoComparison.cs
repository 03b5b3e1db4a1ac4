using RegCls.Data.Video;
using RegCls.Evaluation;

namespace RegCls.Studies.Video;

/// <summary>Two arms of the video study compared in pairs: same task, split and seed. Tasks are the units of the statistics.</summary>
/// <param name="Target">What is predicted.</param>
/// <param name="First">The first arm.</param>
/// <param name="Second">The second arm.</param>
/// <param name="Statistics">First - Second in RMSE: in percent of the video, or in frames.</param>
public sealed record VideoComparison(ProgressTarget Target, VideoArm First, VideoArm Second, PairedComparison Statistics)
{
    /// <summary>The comparisons that matter: the paper's, the control's, and what is between the two.</summary>
    public static IReadOnlyList<(VideoArm First, VideoArm Second)> Pairs { get; } =
    [
        (VideoArm.RegCls, VideoArm.Reg),
        (VideoArm.ScaledReg, VideoArm.Reg),
        (VideoArm.RegCls, VideoArm.ScaledReg),
        (VideoArm.RegClsBalanced, VideoArm.RegCls),
    ];

    /// <summary>Compares two arms.</summary>
    /// <exception cref="ArgumentException">There are fewer than two tasks with both arms.</exception>
    public static VideoComparison Of(IReadOnlyList<VideoRecord> records, ProgressTarget target, VideoArm first, VideoArm second)
    {
        Dictionary<(int, int, int), double> others = Errors(second).ToDictionary(pair => pair.Key, pair => pair.Error);
        return new VideoComparison(target, first, second, PairedComparison.Compare(
            Errors(first).Where(pair => others.ContainsKey(pair.Key)).Select(pair => new PairedObservation(pair.Key.Task, 100 * pair.Key.Split + pair.Key.Seed, pair.Error, others[pair.Key]))));

        IEnumerable<((int Task, int Split, int Seed) Key, double Error)> Errors(VideoArm arm) => records
            .Where(record => record.Configuration.Arm == arm && record.Configuration.Target == target)
            .Select(record => ((VideoStudy.TaskNumber(record.Configuration), record.Configuration.Split, record.Configuration.Seed), record.Rmse * target.Scale()));
    }
}
