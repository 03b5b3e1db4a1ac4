using RegCls.Data;
using RegCls.Data.Video;
using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Studies.Video;

namespace RegCls.Tests.Studies.Video;

public class VideoStudyTests
{
    [Fact]
    public void Grids_have_their_sizes_and_quick_ones_are_parts_of_the_full_ones()
    {
        Assert.Equal((240, 480, 3564), (VideoStudy.CreateDense(Profile.Full).Configurations.Count, VideoStudy.CreateSparse(Profile.Full).Configurations.Count, VideoStudy.CreateMsr(Profile.Full).Configurations.Count));
        foreach (Func<Profile, Study<VideoRun>> study in new Func<Profile, Study<VideoRun>>[] { VideoStudy.CreateDense, VideoStudy.CreateSparse, VideoStudy.CreateMsr, VideoStudy.CreateBreakfast, VideoStudy.CreateSearch, VideoStudy.CreateSearchBelow, VideoStudy.CreateMsrSearch, VideoStudy.CreateMsrPersons, VideoStudy.CreateMsrPersonsSearch, VideoStudy.CreateMsrEveryPersonSearch })
        {
            HashSet<string> full = [.. study(Profile.Full).Configurations.Select(run => run.Hash)];
            Assert.Equal(full.Count, study(Profile.Full).Configurations.Count);
            Assert.All(study(Profile.Quick).Configurations, run => Assert.Contains(run.Hash, full));
        }
    }

    [Fact]
    public void A_hash_changes_with_every_field()
    {
        VideoRun run = VideoStudy.CreateMsr(Profile.Full).Configurations[^1];
        VideoRun[] others =
        [
            run with { Data = VideoData.Simulated }, run with { Task = "tea" }, run with { Split = 9 }, run with { Part = VideoPart.Validation }, run with { Target = ProgressTarget.Fraction },
            run with { FrameStep = 3 }, run with { Seed = 7 }, run with { Arm = VideoArm.Cte }, run with { Classes = 3 }, run with { Lambda = 7 }, run with { LearningRate = 1 },
            run with { WeightDecay = 1 }, run with { Epochs = 3 }, run with { BatchSize = 3 },
        ];
        Assert.Equal(others.Length + 1, others.Append(run).Select(other => other.Hash).Distinct().Count());
        Assert.Equal(others.Length, typeof(VideoRun).GetProperties().Count(property => property.CanWrite));
    }

    [Fact]
    public void Every_arm_of_a_task_and_split_gets_the_same_budget_and_lambda_of_its_own()
    {
        foreach (IGrouping<object, VideoRun> group in VideoStudy.CreateSparse(Profile.Full).Configurations.GroupBy(object (run) => (run.Task, run.Split, run.Target)))
        {
            Assert.Equal(6, group.Count());
            Assert.Single(group.Select(run => (run.Epochs, run.BatchSize, run.LearningRate, run.WeightDecay, run.Seed, run.FrameStep)).Distinct());
            Assert.All(group.Where(run => !run.Arm.HasLambda()), run => Assert.Equal(1, run.Lambda));
        }

        foreach (IGrouping<object, VideoRun> group in VideoStudy.CreateMsrSearch(Profile.Full).Configurations.GroupBy(object (run) => (run.Task, run.Split, run.Target)))
        {
            Assert.All(group.GroupBy(run => run.Arm), arm => Assert.Equal(VideoStudy.Lambdas(arm.First().Target), arm.Select(run => run.Lambda)));
        }

        Study<VideoRun> persons = VideoStudy.CreateMsrEveryPersonSearch(Profile.Full);
        Assert.Equal((5292, 21168), (VideoStudy.CreateMsrPersonsSearch(Profile.Full).Configurations.Count, persons.Configurations.Count));
        foreach (IGrouping<object, VideoRun> group in persons.Configurations.GroupBy(object (run) => (run.Task, run.Split, run.Target, run.Part)))
        {
            Assert.Equal([VideoArm.ScaledReg, VideoArm.RegCls, VideoArm.RegClsBalanced], group.Select(run => run.Arm).Distinct());
            Assert.All(group.GroupBy(run => run.Arm), arm => Assert.Equal(VideoStudy.LambdasOfPersons, arm.Select(run => run.Lambda)));
        }
    }

    [Fact]
    public void Test_persons_and_validation_videos_are_never_trained_on()
    {
        IReadOnlyList<VideoClip> clips = [.. BreakfastLengths.WithDrawn(BreakfastLengths.Read(DataFiles.Find("labels/breakfast_lengths.csv"))).Select(video => new VideoClip(video.Task, video.Person, video.Camera, 0, video.Frames))];
        VideoRun run = new() { Data = VideoData.Simulated, Task = "tea", Split = 2, Target = ProgressTarget.Fraction, Arm = VideoArm.Reg };
        VideoSplit test = VideoSplit.Of(run, clips), validation = VideoSplit.Of(run with { Part = VideoPart.Validation }, clips);
        Assert.All(test.Evaluation, clip => Assert.InRange(clip.Person, 16, 28));
        Assert.DoesNotContain(test.Train, clip => clip.Person is >= 16 and <= 28);
        Assert.Equal(test.Train.Count / 3, validation.Evaluation.Count);
        Assert.Equal(test.Train.OrderBy(clip => clip.ToString()), validation.Train.Concat(validation.Evaluation).OrderBy(clip => clip.ToString()));
        Assert.Throws<InvalidDataException>(() => VideoSplit.Of(run, clips.Take(0)));
    }

    [Theory]
    [InlineData(VideoData.MsrAction3D, 5, "draw x", 10)]
    [InlineData(VideoData.Simulated, 4, "tea", 52)]
    public void Persons_who_judge_a_lambda_are_neither_trained_on_nor_tested_and_each_training_person_judges_once(VideoData data, int splits, string task, int persons)
    {
        int first = data == VideoData.MsrAction3D ? 1 : 3;
        IReadOnlyList<VideoClip> clips = [.. Enumerable.Range(first, persons).SelectMany(person => new[] { new VideoClip(task, person, "take 1", 0, 9), new VideoClip("other", person, "take 1", 9, 9) })];
        for (int number = 1; number <= splits; number++)
        {
            VideoRun run = new() { Data = data, Task = task, Split = number, Target = ProgressTarget.Fraction, Arm = VideoArm.ScaledReg };
            VideoSplit test = VideoSplit.Of(run, clips);
            VideoSplit[] held = [.. VideoSplit.HeldOut(data).Select(part => VideoSplit.Of(run with { Part = part }, clips))];
            Assert.Equal(splits - 1, held.Length);
            Assert.Equal(test.Train.Select(clip => clip.Person), held.SelectMany(split => split.Evaluation).Select(clip => clip.Person).Order());
            Assert.All(held, split =>
            {
                Assert.Empty(split.Train.Select(clip => clip.Person).Intersect(split.Evaluation.Select(clip => clip.Person)));
                Assert.Equal(test.Train.Select(clip => clip.Person), split.Train.Concat(split.Evaluation).Select(clip => clip.Person).Order());
            });
        }
    }

    [Fact]
    public void A_study_that_was_stopped_ends_with_the_records_of_an_undisturbed_one()
    {
        using TemporaryFolder folder = new();
        Study<VideoRun> smoke = VideoStudy.CreateSparse(Profile.Smoke);
        IReadOnlyList<VideoRecord> undisturbed = VideoRunner.Run(smoke, options: new StudyRunOptions { Workers = 1 });
        RecordFile<VideoRecord> file = new(Path.Combine(folder.FullPath, "video.csv"));
        foreach (VideoRecord record in undisturbed.Where((_, i) => i % 3 == 1))
        {
            file.Append(record);
        }

        VideoRunner.Run(smoke, file, new StudyRunOptions { Workers = 2 });
        Assert.Equal(Sorted(undisturbed), Sorted(file.Read()));
        Assert.All(undisturbed, record => Assert.InRange(record.BatchRmse, 0.5 * record.Rmse, record.Rmse * 1.05));
        Assert.All(undisturbed.Where(record => record.Configuration is { Arm: VideoArm.Untrained, Target: ProgressTarget.Fraction }), record => Assert.InRange(record.Rmse, 0.5, 0.65));
        Assert.All(undisturbed, record => Assert.Equal(record.Configuration.Arm.HasClasses(), !double.IsNaN(record.ClassAccuracy)));

        static IEnumerable<string> Sorted(IEnumerable<VideoRecord> records) => records.Select(record => (record with { Seconds = 0 }).ToString()).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void Without_the_data_a_study_says_where_to_name_them()
    {
        using TemporaryFolder folder = new();
        string message = Assert.ThrowsAny<Exception>(() => VideoRunner.Run(VideoStudy.CreateMsr(Profile.Smoke), options: new StudyRunOptions { DataPath = folder.FullPath })).GetBaseException().Message;
        Assert.Contains("no usable video", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_mean_of_batch_errors_is_below_the_error_of_all_and_equal_for_one_batch()
    {
        RandomStream stream = RandomStream.Named("test", "rmse");
        double[] targets = [.. Enumerable.Range(0, 1000).Select(_ => stream.NextDouble())], zeros = new double[1000];
        double all = Math.Sqrt(targets.Average(target => target * target));
        Assert.Equal(all, RootMeanSquaredError.Of(zeros, targets), 1e-12);
        Assert.Equal(all, RootMeanSquaredError.MeanOverBatches(zeros, targets, 1000, stream), 1e-12);
        Assert.Equal(targets.Average(), RootMeanSquaredError.MeanOverBatches(zeros, targets, 1, stream), 1e-12);
        Assert.InRange(RootMeanSquaredError.MeanOverBatches(zeros, targets, 40, stream), 0.97 * all, all);
    }

    [Fact]
    public void The_published_table_is_whole()
    {
        IReadOnlyList<PublishedTab5> published = PublishedTab5.Load();
        Assert.Equal(4 * (4 + 5), published.Count(entry => entry.Source == "paper"));
        Assert.Equal(8, published.Count(entry => entry.Source == "later"));
        Assert.All(published, entry => Assert.Contains(entry.Arm, Enum.GetValues<VideoArm>().Select(arm => arm.DisplayName())));

        // The untrained model predicts nearly 0 for every frame, whose error is 100 / √3 = 57.7.
        Assert.All(published.Where(entry => entry is { Arm: "untrained", Unit: "percent" }), entry => Assert.InRange(entry.Mean, 57.7, 58.7));
    }
}
