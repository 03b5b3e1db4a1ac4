using RegCls.Data;
using RegCls.Data.Video;
using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Studies.Video;

namespace RegCls.Claims;

/// <summary>What the paper says about video progress: Tab. 5, Fig. 9 and Appendix C.</summary>
internal static class VideoClaims
{
    private const string Record = "video-msr-persons", Skeletons = "MSR-Action3D skeletons, 20 actions as tasks, λ chosen on persons who are not trained on. ";

    public static IEnumerable<Claim> All =>
    [
        Helps("tab5a", "Tab. 5 (a)", "Progress in percent: adding classes lowers the error.", ProgressTarget.Fraction),
        Helps("tab5b", "Tab. 5 (b)", "Progress in frames: adding classes lowers the error.", ProgressTarget.Frames),
        new("tab5b-balanced", ClaimKind.Table, "Tab. 5 (b)", "In frames, balanced classes are as good as equal ones.", "09 persons-b", [Record], records => ClaimFinding.Of(
            Compare(records, ProgressTarget.Frames, VideoArm.RegClsBalanced, VideoArm.RegCls), null, Skeletons + "Balanced minus equal classes.", sign: 0)),
        new("tab5-relu", ClaimKind.Claim, "Sec. 3.3", "In frames, ReLU works better than the sigmoids of CTE.", "09 persons-b", [Record], records => ClaimFinding.Of(
            Compare(records, ProgressTarget.Frames, VideoArm.Reg, VideoArm.Cte), null, Skeletons + "reg minus CTE, which differ in activation and initialisation.")),
        new("fig9", ClaimKind.Figure, "Fig. 9", "Lengths of videos vary much within each task.", "09 lengths", [], _ =>
        {
            IGrouping<string, VideoLength>[] tasks = [.. BreakfastLengths.Read(DataFiles.Find("labels/breakfast_lengths.csv")).GroupBy(video => video.Task)];
            double[] ratios = [.. tasks.Select(task => task.Max(video => video.Frames) / (double)task.Min(video => video.Frames))];
            return ClaimFinding.Within(
                Math.Max(0, 2 - ratios.Min()), 0, "times", $"{tasks.Length} tasks", FormattableString.Invariant($"How much less than 2 the longest video of a task is over its shortest, at most: it is {ratios.Average():F1} on average, {ratios.Min():F1} to {ratios.Max():F1}; real lengths of 1,460 Breakfast videos."));
        }),
        new("appendix-c", ClaimKind.Claim, "App. C", "In percent, a model errs more on videos much shorter or longer than most.", "09 length-error", [Record], records =>
        {
            VideoRecord[] all = [.. records.Of<VideoRecord>(Record).Where(record => record.Configuration is { Arm: VideoArm.Reg, Target: ProgressTarget.Fraction })];
            Effect effect = Effect.Of(
                all.Where(record => double.IsFinite(record.ShortRmse + record.MiddleRmse + record.LongRmse)).GroupBy(record => record.Configuration.Task).OrderBy(task => task.Key, StringComparer.Ordinal)
                    .Select(task => (task.Average(record => (record.ShortRmse + record.LongRmse) / 2), task.Average(record => record.MiddleRmse))),
                "pp",
                "tasks",
                scale: 100);
            return ClaimFinding.Of(effect, null, Skeletons + "reg's error on the shortest and longest third of the test videos minus its error on the middle third.", sign: 1);
        }),
        OneDimensionalClaims.Definition("breakfast", ClaimKind.Table, "Tab. 5", "The numbers on Breakfast.", "09 tab5a; 09 tab5b", "The features are not on this machine. Reader and networks are here, and notebook 09 runs live on the features where they are on disk. The simulated features of its live run are no evidence about the paper."),
    ];

    private static Claim Helps(string id, string place, string text, ProgressTarget target) => new(id, ClaimKind.Table, place, text, "09 persons-differences", [Record], records =>
    {
        Effect effect = Compare(records, target, VideoArm.RegCls, VideoArm.Reg);
        return ClaimFinding.Of(effect, Compare(records, target, VideoArm.RegCls, VideoArm.ScaledReg), Skeletons + "100 classes.") with
        {
            Published = (Published(VideoArm.RegCls) / Published(VideoArm.Reg) - 1) * effect.Reference,
        };

        double Published(VideoArm arm) => PublishedTab5.Load().Where(entry => entry.Source == "paper" && entry.Unit == target.Unit() && entry.Arm == arm.DisplayName()).Average(entry => entry.Mean);
    });

    private static Effect Compare(ClaimRecords records, ProgressTarget target, VideoArm first, VideoArm second) => Comparisons.Video(target).Of(
        records.Of<VideoRecord>(Record).Where(record => record.Configuration.Target == target), record => record.Configuration.Arm == first, record => record.Configuration.Arm == second);
}
