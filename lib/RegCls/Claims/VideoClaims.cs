using RegCls.Data;
using RegCls.Data.Video;
using RegCls.Evaluation;
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
        new("tab5b-balanced", ClaimKind.Table, "Tab. 5 (b)", "In frames, balanced classes are as good as equal ones.", "09 persons-b", [Record], records => ClaimFinding.OnPar(
            Effect(records, ProgressTarget.Frames, VideoArm.RegClsBalanced, VideoArm.RegCls), Skeletons + "Balanced minus equal classes.")),
        new("tab5-relu", ClaimKind.Claim, "Sec. 3.3", "In frames, ReLU works better than the sigmoids of CTE.", "09 persons-b", [Record], records => ClaimFinding.Of(
            Effect(records, ProgressTarget.Frames, VideoArm.Reg, VideoArm.Cte), null, Skeletons + "reg minus CTE, which differ in activation and initialisation.")),
        new("fig9", ClaimKind.Figure, "Fig. 9", "Lengths of videos vary much within each task.", "09 lengths", [], _ =>
        {
            IGrouping<string, VideoLength>[] tasks = [.. BreakfastLengths.Read(DataFiles.Find("labels/breakfast_lengths.csv")).GroupBy(video => video.Task)];
            double[] ratios = [.. tasks.Select(task => task.Max(video => video.Frames) / (double)task.Min(video => video.Frames))];
            return ClaimFinding.Of(
                new ClaimEffect(ratios.Average(), ratios.Min(), ratios.Max(), "times", $"{tasks.Length} tasks"), null, "Longest over shortest video of a task: mean, least and most over tasks; real lengths of 1,460 Breakfast videos.", sign: 1);
        }),
        new("appendix-c", ClaimKind.Claim, "App. C", "In percent, a model errs more on videos much shorter or longer than most.", "09 length-error", [Record], records =>
        {
            VideoRecord[] all = [.. records.Of<VideoRecord>(Record).Where(record => record.Configuration is { Arm: VideoArm.Reg, Target: ProgressTarget.Fraction })];
            PairedComparison comparison = PairedComparison.Compare(all
                .Where(record => double.IsFinite(record.ShortRmse + record.MiddleRmse + record.LongRmse))
                .Select(record => new PairedObservation(VideoStudy.TaskNumber(record.Configuration), 100 * record.Configuration.Split + record.Configuration.Seed, (record.ShortRmse + record.LongRmse) / 2, record.MiddleRmse)));
            return ClaimFinding.Of(
                ClaimEffect.Of(comparison, "pp", "tasks", all.Average(record => record.MiddleRmse), 100), null, Skeletons + "reg's error on the shortest and longest third of the test videos minus its error on the middle third.", sign: 1);
        }),
        OneDimensionalClaims.Definition("breakfast", ClaimKind.Table, "Tab. 5", "The numbers on Breakfast.", "09 tab5a; 09 tab5b", "The features are not on this machine. Reader and networks are here, and notebook 09 runs live on the features where they are on disk. The simulated features of its live run are no evidence about the paper."),
    ];

    private static Claim Helps(string id, string place, string text, ProgressTarget target) => new(id, ClaimKind.Table, place, text, "09 persons-differences", [Record], records => ClaimFinding.Of(
        Effect(records, target, VideoArm.RegCls, VideoArm.Reg), Effect(records, target, VideoArm.RegCls, VideoArm.ScaledReg), Skeletons + "100 classes."));

    private static ClaimEffect Effect(ClaimRecords records, ProgressTarget target, VideoArm first, VideoArm second)
    {
        IReadOnlyList<VideoRecord> all = records.Of<VideoRecord>(Record);
        return ClaimEffect.Of(
            VideoComparison.Of(all, target, first, second).Statistics,
            target == ProgressTarget.Fraction ? "pp" : "frames",
            "tasks",
            target.Scale() * all.Where(record => record.Configuration.Arm == second && record.Configuration.Target == target).Average(record => record.Rmse));
    }
}
