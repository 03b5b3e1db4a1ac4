using RegCls.Data;
using RegCls.Data.Video;
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
    public void The_search_refuses_test_videos_and_a_lambda_with_fewer_models()
    {
        IReadOnlyList<VideoRecord> records = Read("video-lambda");
        Assert.Contains("validation videos", Assert.Throws<ArgumentException>(() => ChosenVideoLambda.Of([records[0] with { Configuration = records[0].Configuration with { Part = VideoPart.Test } }])).Message, StringComparison.Ordinal);
        Assert.Contains("each λ must be tried on as many models", Assert.Throws<ArgumentException>(() => ChosenVideoLambda.Of(records.Skip(1))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_record_of_MSR_Action3D_is_the_whole_study_all_arms_and_three_seeds()
    {
        IReadOnlyList<VideoRecord> records = Read("video-msr");
        Study<VideoRun> full = VideoStudy.CreateMsr(Profile.Full);
        Assert.Empty(StudyCoverage.Of(full, records).Missing);
        Assert.Equal(3564, records.Count);
        Assert.All(records.GroupBy(record => (record.Configuration.Arm, record.Configuration.Seed)), group => Assert.Equal(2 * 99, group.Count()));
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
        Assert.Contains(FormattableString.Invariant($"on new persons {100 * Mean(ProgressTarget.Fraction, VideoArm.Reg):F0} %"), NotebookProse.Cell("09-video-progress.ipynb", "verdict"), StringComparison.Ordinal);
        Assert.InRange(Read("video-msr-lambda").Where(record => record.Configuration is { Arm: VideoArm.ScaledReg, Lambda: 1, Target: ProgressTarget.Fraction }).Average(record => record.Rmse), 0.29, 0.31);

        double[] frames = [.. new[] { VideoArm.Reg, VideoArm.ScaledReg, VideoArm.RegCls }.Select(arm => Mean(ProgressTarget.Frames, arm))];
        Assert.True(frames.Max() - frames.Min() < 0.5);
        Assert.True(frames.Min() > records.Where(record => record.Configuration.Target == ProgressTarget.Frames).Average(record => record.ConstantRmse));
        Assert.Contains("to within half a frame", NotebookProse.Cell("09-video-progress.ipynb", "verdict"), StringComparison.Ordinal);

        double Mean(ProgressTarget target, VideoArm arm) => records.Where(record => record.Configuration.Target == target && record.Configuration.Arm == arm).Average(record => record.Rmse);
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
