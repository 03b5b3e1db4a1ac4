using RegCls.Data.Video;

namespace RegCls.Studies.Video;

/// <summary>
/// The study of Tab. 5: how far a video has come, from one frame's features; one model a task and split. Arms are the paper's and the control it lacks: the same factor λ and the same weight decay, without classes.
/// </summary>
public static class VideoStudy
{
    /// <summary>Number of classes C.</summary>
    public const int Classes = 100;

    /// <summary>Every how many frames one is used in the studies that are quick enough for a notebook.</summary>
    public const int SparseStep = 40;

    /// <summary>Values of λ that are searched, the same for every arm that has one.</summary>
    public static IReadOnlyList<double> Lambdas(ProgressTarget target) =>
        target == ProgressTarget.Fraction ? [1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1, 1e1, 1e2] : [1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1];

    /// <summary>Values of λ that are searched on held-out persons, the same for every arm that has one and for both units.</summary>
    public static IReadOnlyList<double> LambdasOfPersons { get; } = [1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1, 1e1];

    /// <summary>The tasks of a data set; Breakfast's in the order of their total number of frames, so that a part of a study has whole tasks.</summary>
    public static IReadOnlyList<string> Tasks(VideoData data) => data == VideoData.MsrAction3D
        ? VideoTasks.MsrAction3D.Tasks
        : ["coffee", "cereals", "tea", "milk", "sandwich", "juice", "friedegg", "scrambledegg", "salat", "pancake"];

    /// <summary>The number of a run's task in the order of <see cref="Tasks"/>: what names it as a unit of the statistics, whose intervals depend on the order of units.</summary>
    /// <exception cref="ArgumentException">Its data have no such task.</exception>
    public static int TaskNumber(VideoRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        int number = Tasks(run.Data).ToList().IndexOf(run.Task);
        return number >= 0 ? number : throw new ArgumentException($"{run.Data} has no task '{run.Task}'; expected one of {string.Join(", ", Tasks(run.Data))}.", nameof(run));
    }

    /// <summary>Every frame of the built-in data, in percent. Full: 10 tasks, 4 splits, 6 arms (240 models). Quick: coffee and cereals. Smoke: coffee, one split, one epoch, every 40th frame.</summary>
    public static Study<VideoRun> CreateDense(Profile profile) => Test(
        "video", "Tab. 5 (a) on the built-in stand-in, every frame", profile, VideoData.Simulated, [ProgressTarget.Fraction], tasks: profile == Profile.Quick ? 2 : 10, seeds: 1, frameStep: 1);

    /// <summary>Every 40th frame of the built-in data, in percent and in frames. Full: 10 tasks, 4 splits, 6 arms (480 models). Quick: the part of it with the four shortest tasks. Smoke: two tasks, one split, one epoch.</summary>
    public static Study<VideoRun> CreateSparse(Profile profile) => Test(
        "video-sparse", "Tab. 5 on the built-in stand-in, every 40th frame", profile, VideoData.Simulated, Targets, tasks: profile == Profile.Quick ? 4 : 10, seeds: 1, SparseStep);

    /// <summary>Breakfast's own features, where they are at hand; as <see cref="CreateSparse"/> in the quick profile, every frame in the full one.</summary>
    public static Study<VideoRun> CreateBreakfast(Profile profile) => Test(
        "video-breakfast", "Tab. 5 on Breakfast's own features", profile, VideoData.Breakfast, Targets, tasks: profile == Profile.Quick ? 4 : 10, seeds: 1, frameStep: 1);

    /// <summary>MSR-Action3D. Full: 20 actions, 5 splits, 3 seeds, both targets, 6 arms; subjects 3 and 4 have no side kick (3,564 models). Quick: the part of it with 6 actions and 1 seed. Smoke: two actions, one split, one epoch.</summary>
    public static Study<VideoRun> CreateMsr(Profile profile) => Test(
        "video-msr", "Tab. 5 on real data: MSR-Action3D's skeletons", profile, VideoData.MsrAction3D, Targets, tasks: profile == Profile.Quick ? 6 : 20, seeds: profile == Profile.Quick ? 1 : 3, frameStep: 1);

    /// <summary>The same grid as <see cref="CreateMsr"/> with the λ that each arm chose, for each split, on held-out persons. Models that the two share are those of arms without λ, and where both searches chose one λ.</summary>
    public static Study<VideoRun> CreateMsrPersons(Profile profile) => new(
        "video-msr-persons", "MSR-Action3D with λ chosen on held-out persons", profile,
        [.. CreateMsr(profile).Configurations.Select(run => run.Arm.HasLambda() ? run with { Lambda = VideoLambda.OfPersons(run.Target, run.Arm, run.Split) } : run)]);

    /// <summary>The search for λ on the built-in data: validation videos of split 2, the four shortest tasks (180 models in the full profile).</summary>
    public static Study<VideoRun> CreateSearch(Profile profile) => Search(
        "video-lambda", "The search for λ on the built-in stand-in, every 40th frame, split 2", profile, VideoData.Simulated, tasks: 4, [2], SparseStep);

    /// <summary>Three values of λ below the lowest that the search on the built-in data has in percent, to see whether that edge matters (72 models in the full profile, some of them those of the search).</summary>
    public static Study<VideoRun> CreateSearchBelow(Profile profile) => Search(
        "video-lambda-below", "Smaller λ than those of video-lambda", profile, VideoData.Simulated, tasks: 4, [2], SparseStep, lambdas: [1e-8, 1e-7, 1e-6]);

    /// <summary>The search for λ on MSR-Action3D: validation videos of every split, the first six actions (1,350 models in the full profile).</summary>
    public static Study<VideoRun> CreateMsrSearch(Profile profile) => Search(
        "video-msr-lambda", "The search for λ on MSR-Action3D", profile, VideoData.MsrAction3D, tasks: 6, VideoSplit.Of(VideoData.MsrAction3D), frameStep: 1);

    /// <summary>The search for λ on MSR-Action3D with held-out persons: every action and split, the next split's persons left out (5,292 models in the full profile; subjects 3 and 4 have no side kick).</summary>
    public static Study<VideoRun> CreateMsrPersonsSearch(Profile profile) => PersonsSearch("video-msr-persons-lambda", "The search for λ on MSR-Action3D, on held-out persons", profile, [VideoPart.HeldOutPersons1]);

    /// <summary>The same with each of the other splits' persons left out in turn, so that every training person judges (21,168 models in the full profile).</summary>
    public static Study<VideoRun> CreateMsrEveryPersonSearch(Profile profile) =>
        PersonsSearch("video-msr-every-person-lambda", "The search for λ on MSR-Action3D, on every training person in turn", profile, VideoSplit.HeldOut(VideoData.MsrAction3D));

    private static ProgressTarget[] Targets { get; } = [ProgressTarget.Fraction, ProgressTarget.Frames];

    private static Study<VideoRun> Test(string name, string description, Profile profile, VideoData data, IReadOnlyList<ProgressTarget> targets, int tasks, int seeds, int frameStep) => new(
        name,
        description,
        profile,
        [
            .. from seed in Enumerable.Range(0, profile == Profile.Smoke ? 1 : seeds)
               from task in Tasks(data).Take(profile == Profile.Smoke ? 2 : tasks)
               from target in targets
               from split in VideoSplit.Of(data).Take(profile == Profile.Smoke ? 1 : 5).Where(split => !IsEmpty(data, task, split))
               from arm in Enum.GetValues<VideoArm>()
               select Smaller(profile, new VideoRun
               {
                   Data = data,
                   Task = task,
                   Split = split,
                   Target = target,
                   FrameStep = frameStep,
                   Seed = seed,
                   Arm = arm,
                   Classes = arm.HasClasses() ? Classes : 0,
                   Lambda = arm.HasLambda() ? VideoLambda.For(data, target, arm) : 1,
               }),
        ]);

    private static Study<VideoRun> PersonsSearch(string name, string description, Profile profile, IReadOnlyList<VideoPart> parts) =>
        Search(name, description, profile, VideoData.MsrAction3D, tasks: 20, VideoSplit.Of(VideoData.MsrAction3D), frameStep: 1, parts, LambdasOfPersons);

    private static Study<VideoRun> Search(string name, string description, Profile profile, VideoData data, int tasks, IReadOnlyList<int> splits, int frameStep, IReadOnlyList<VideoPart>? parts = null, IReadOnlyList<double>? lambdas = null) => new(
        name,
        description,
        profile,
        [
            .. from part in (parts ?? [VideoPart.Validation]).Take(profile == Profile.Full ? 4 : 1)
               from task in Tasks(data).Take(profile == Profile.Smoke ? 2 : profile == Profile.Quick ? 3 : tasks)
               from target in Targets
               from split in splits.Take(profile == Profile.Full ? 5 : 1).Where(split => !IsEmpty(data, task, split) && !IsEmpty(data, task, VideoSplit.JudgedBy(data, split, part)))
               from arm in Enum.GetValues<VideoArm>().Where(arm => arm.HasLambda())
               from lambda in (lambdas ?? Lambdas(target)).Take(profile == Profile.Smoke ? 2 : 9)
               select Smaller(profile, new VideoRun
               {
                   Data = data,
                   Task = task,
                   Split = split,
                   Part = part,
                   Target = target,
                   FrameStep = frameStep,
                   Arm = arm,
                   Classes = arm.HasClasses() ? Classes : 0,
                   Lambda = lambda,
               }),
        ]);

    // There is nothing to test on.
    private static bool IsEmpty(VideoData data, string task, int split) => VideoSplit.Set(data).Untested.Contains((task, split));

    // Smoke proves the path: one epoch, few frames of long videos.
    private static VideoRun Smaller(Profile profile, VideoRun run) =>
        profile == Profile.Smoke ? run with { Epochs = 1, FrameStep = run.Data == VideoData.Simulated ? SparseStep : 1 } : run;
}
