using RegCls.Data;
using RegCls.Data.Video;
using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Studies.Video;

namespace RegCls.Tests.Studies.Video;

/// <summary>That the records of the video studies are what the code and notebook 09 take them for.</summary>
public class RecordedVideoTests
{
    [Theory]
    [InlineData("video-lambda", VideoData.Simulated)]
    [InlineData("video-msr-lambda", VideoData.MsrAction3D)]
    public void The_lambda_of_each_arm_is_the_one_that_the_recorded_search_chose(string name, VideoData data)
    {
        IReadOnlyList<VideoRecord> records = Read(name);
        Assert.Empty(StudyCoverage.Of(StudyCatalogue.Find(name)!.Create(Profile.Full), records).Missing);
        IReadOnlyList<ChosenVideoLambda> chosen = ChosenVideoLambda.Of(records);
        Assert.Equal(6, chosen.Count);
        Assert.All(chosen, choice => Assert.Equal(choice.Lambda, VideoLambda.For(data, choice.Target, choice.Arm)));
    }

    [Fact]
    public void No_lambda_below_the_grid_of_the_built_in_search_is_better_for_any_arm()
    {
        IReadOnlyList<VideoRecord> below = Read("video-lambda-below");
        Assert.Empty(StudyCoverage.Of(VideoStudy.CreateSearchBelow(Profile.Full), below).Missing);
        VideoRecord[] all = [.. Read("video-lambda").Concat(below).DistinctBy(record => record.Configuration.Hash)];
        Assert.All(ChosenVideoLambda.Of(all), choice => Assert.Equal(choice.Lambda, VideoLambda.For(VideoData.Simulated, choice.Target, choice.Arm)));
        Assert.Equal(1e-8, all.Min(record => record.Configuration.Lambda));
        Assert.Contains("none is better for any arm", NotebookProse.Cell("09-video-progress.ipynb", "lambda-read"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_lambda_of_each_split_of_MSR_Action3D_is_the_one_that_held_out_persons_chose()
    {
        IReadOnlyList<VideoRecord> records = Read("video-msr-persons-lambda");
        Study<VideoRun> study = VideoStudy.CreateMsrPersonsSearch(Profile.Full);
        Assert.Empty(StudyCoverage.Of(study, records).Missing);
        Assert.Equal(study.Configurations.Count, records.Count);
        foreach (int split in VideoSplit.Of(VideoData.MsrAction3D))
        {
            IReadOnlyList<ChosenVideoLambda> chosen = ChosenVideoLambda.Of(records.Where(record => record.Configuration.Split == split));
            Assert.Equal(6, chosen.Count);
            Assert.All(chosen, choice => Assert.Equal(choice.Lambda, VideoLambda.OfPersons(choice.Target, choice.Arm, split)));
        }
    }

    [Theory]
    [InlineData("video-msr", 3564)]
    [InlineData("video-msr-persons", 3564)]
    [InlineData("video-sparse", 480)]
    [InlineData("video", 240)]
    public void A_record_is_its_whole_study_and_nothing_else(string name, int models)
    {
        string? path = DataFiles.TryFind($"recorded/{name}.csv");
        Assert.SkipWhen(path is null, $"{name} is not recorded yet");
        IReadOnlyList<VideoRecord> records = Read(name);
        Study study = StudyCatalogue.Find(name)!.Create(Profile.Full);
        Assert.Empty(StudyCoverage.Of(study, records).Missing);
        Assert.Equal((models, models), (study.Runs.Count, records.Count));
        Assert.Equal(models, records.Select(record => record.Configuration.Hash).Distinct().Count());
        Assert.All(records, record => Assert.InRange(record.Rmse, 1e-3, record.Configuration.Target == ProgressTarget.Fraction ? 3 : 1e4));
    }

    [Fact]
    public void The_search_refuses_test_videos_and_a_lambda_with_fewer_models()
    {
        IReadOnlyList<VideoRecord> records = Read("video-lambda");
        Assert.Contains("validation videos", Assert.Throws<ArgumentException>(() => ChosenVideoLambda.Of([records[0] with { Configuration = records[0].Configuration with { Part = VideoPart.Test } }])).Message, StringComparison.Ordinal);
        Assert.Contains("each λ must be tried on as many models", Assert.Throws<ArgumentException>(() => ChosenVideoLambda.Of(records.Skip(1))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_notebook_09_says_of_held_out_persons_is_in_the_record()
    {
        IReadOnlyList<VideoRecord> records = Read("video-msr-persons-lambda");
        string prose = NotebookProse.Cell("09-video-progress.ipynb", "persons-read");
        Assert.Contains(FormattableString.Invariant($"scaled reg {100 * Best(ProgressTarget.Fraction, VideoArm.ScaledReg):F1} %, reg+cls balanced {100 * Best(ProgressTarget.Fraction, VideoArm.RegClsBalanced):F1} %, reg+cls {100 * Best(ProgressTarget.Fraction, VideoArm.RegCls):F1} %"), prose, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"reg+cls reaches {Best(ProgressTarget.Frames, VideoArm.RegCls):F2} and scaled reg {Best(ProgressTarget.Frames, VideoArm.ScaledReg):F2}, always the mean {records.Where(record => record.Configuration.Target == ProgressTarget.Frames).Average(record => record.ConstantRmse):F2}"), prose, StringComparison.Ordinal);
        Assert.All(
            records.Where(record => record.Configuration.Target == ProgressTarget.Fraction && record.Configuration.Lambda >= 1).GroupBy(record => (record.Configuration.Arm, record.Configuration.Lambda)),
            group => Assert.InRange(group.Average(record => record.Rmse), 0.405, 0.425));

        int Lowest(ProgressTarget target, VideoArm arm) => VideoSplit.Of(VideoData.MsrAction3D).Count(split => VideoLambda.OfPersons(target, arm, split) == VideoStudy.LambdasOfPersons[0]);
        Assert.Equal((2, 1, 2), (Lowest(ProgressTarget.Fraction, VideoArm.RegCls), Lowest(ProgressTarget.Fraction, VideoArm.RegClsBalanced), Lowest(ProgressTarget.Frames, VideoArm.ScaledReg)));

        double Best(ProgressTarget target, VideoArm arm) => records.Where(record => record.Configuration.Target == target && record.Configuration.Arm == arm).GroupBy(record => record.Configuration.Lambda).Min(lambda => lambda.Average(record => record.Rmse));
    }

    [Fact]
    public void What_notebook_09_says_of_the_real_data_is_in_the_record()
    {
        IReadOnlyList<VideoRecord> records = Read("video-msr");
        double constant = records.Where(record => record.Configuration.Target == ProgressTarget.Fraction).Average(record => record.ConstantRmse);
        Assert.All(new[] { VideoArm.Reg, VideoArm.ScaledReg, VideoArm.RegCls, VideoArm.RegClsBalanced }, arm => Assert.True(Mean(ProgressTarget.Fraction, arm) > constant));
        Assert.True(Mean(ProgressTarget.Fraction, VideoArm.Cte) < constant);
        Assert.True(Mean(ProgressTarget.Fraction, VideoArm.RegCls) > Mean(ProgressTarget.Fraction, VideoArm.Reg) - 0.002);
        Assert.True(Mean(ProgressTarget.Fraction, VideoArm.ScaledReg) < Mean(ProgressTarget.Fraction, VideoArm.Reg) - 0.05);
        Assert.Contains(FormattableString.Invariant($"on new persons {100 * Mean(ProgressTarget.Fraction, VideoArm.Reg):F0} %"), NotebookProse.Cell("09-video-progress.ipynb", "persons-text"), StringComparison.Ordinal);
        Assert.InRange(Read("video-msr-lambda").Where(record => record.Configuration is { Arm: VideoArm.ScaledReg, Lambda: 1, Target: ProgressTarget.Fraction }).Average(record => record.Rmse), 0.29, 0.31);

        double[] frames = [.. new[] { VideoArm.Reg, VideoArm.ScaledReg, VideoArm.RegCls }.Select(arm => Mean(ProgressTarget.Frames, arm))];
        Assert.True(frames.Max() - frames.Min() < 0.5);
        Assert.True(frames.Min() > records.Where(record => record.Configuration.Target == ProgressTarget.Frames).Average(record => record.ConstantRmse));
        double Mean(ProgressTarget target, VideoArm arm) => records.Where(record => record.Configuration.Target == target && record.Configuration.Arm == arm).Average(record => record.Rmse);
    }

    [Fact]
    public void The_verdict_of_notebook_09_is_that_of_the_test_persons()
    {
        IReadOnlyList<VideoRecord> records = Read("video-msr-persons");
        string prose = NotebookProse.Cell("09-video-progress.ipynb", "verdict");
        Assert.Contains(FormattableString.Invariant($"reg has an RMSE of {Percent(VideoArm.Reg):F1} %; always saying \"half-way\" has {100 * Of(ProgressTarget.Fraction, VideoArm.Reg).Average(record => record.ConstantRmse):F1} %"), prose, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"below the constant ({Percent(VideoArm.Cte):F1} %)"), prose, StringComparison.Ordinal);
        Assert.All(new[] { VideoArm.Reg, VideoArm.ScaledReg, VideoArm.RegCls, VideoArm.RegClsBalanced }, arm => Assert.True(Percent(arm) > 28.9));

        Dictionary<string, Verdict> verdicts = Families.Video(records).ToDictionary(verdict => verdict.Question.Text);
        (double classes, Outcome classesHelp) = Scaled(VideoArm.RegCls, VideoArm.Reg);
        (double control, Outcome controlHelps) = Scaled(VideoArm.ScaledReg, VideoArm.Reg);
        (double against, Outcome againstControl) = Scaled(VideoArm.RegCls, VideoArm.ScaledReg);
        (double balanced, Outcome balancedHelps) = Scaled(VideoArm.RegClsBalanced, VideoArm.RegCls);
        Assert.Equal((Outcome.Holds, Outcome.Holds, Outcome.Opposite, Outcome.Holds), (classesHelp, controlHelps, againstControl, balancedHelps));
        Assert.Contains(FormattableString.Invariant($"reg+cls is {-classes:F1} percentage points better than reg and the control, without any class, {-control:F1}: both hold. reg+cls is {against:F1} points *worse* than the control; balanced classes win back {-balanced:F1} of that"), prose, StringComparison.Ordinal);

        double[] frames = [.. new[] { VideoArm.Reg, VideoArm.ScaledReg, VideoArm.RegCls }.Select(arm => Of(ProgressTarget.Frames, arm).Average(record => record.Rmse))];
        Assert.True(frames.Max() - frames.Min() < 0.3 && frames.Min() > 13.35);
        Assert.All(verdicts.Where(pair => pair.Key.StartsWith("frames", StringComparison.Ordinal)), pair => Assert.Equal(Outcome.Equivalent, pair.Value.Outcome));
        Assert.Equal(10, VideoLambda.For(VideoData.MsrAction3D, ProgressTarget.Fraction, VideoArm.RegCls));

        IEnumerable<VideoRecord> Of(ProgressTarget target, VideoArm arm) => records.Where(record => record.Configuration.Target == target && record.Configuration.Arm == arm);
        double Percent(VideoArm arm) => 100 * Of(ProgressTarget.Fraction, arm).Average(record => record.Rmse);
        (double, Outcome) Scaled(VideoArm first, VideoArm second) => (Percents(first, second).Question.Effect.Value, Percents(first, second).Outcome);
        Verdict Percents(VideoArm first, VideoArm second) => verdicts[$"percent: {first.DisplayName()} − {second.DisplayName()}"];
    }

    [Fact]
    public void The_shares_of_frames_are_those_that_notebook_09_names()
    {
        IReadOnlyList<VideoLength> lengths = BreakfastLengths.WithDrawn(BreakfastLengths.Read(DataFiles.Find("labels/breakfast_lengths.csv")));
        double[][] thirds = [.. lengths.GroupBy(video => video.Task).Select(task => task.Select(video => (double)video.Frames).Order().ToArray()).Select(frames => new[] { frames[..(frames.Length / 3)].Sum() / frames.Sum(), frames[^(frames.Length / 3)..].Sum() / frames.Sum() })];
        Assert.Contains(
            FormattableString.Invariant($"gives {100 * thirds.Min(share => share[1]):F0} to {100 * thirds.Max(share => share[1]):F0} % of the frames, the shortest {100 * thirds.Min(share => share[0]):F0} to {100 * thirds.Max(share => share[0]):F0} %"),
            NotebookProse.Cell("09-video-progress.ipynb", "share-read"),
            StringComparison.Ordinal);
    }

    private static IReadOnlyList<VideoRecord> Read(string name) => new RecordFile<VideoRecord>(DataFiles.Find($"recorded/{name}.csv")).Read();
}
