using RegCls.Data;
using RegCls.Data.Video;
using RegCls.Studies;

namespace RegCls.Tests.Data.Video;

public class SimulatedVideosTests
{
    private static readonly IReadOnlyList<VideoLength> Known = BreakfastLengths.Read(DataFiles.Find("labels/breakfast_lengths.csv"));

    [Fact]
    public void There_are_as_many_videos_as_in_Breakfast_and_the_real_lengths_are_untouched()
    {
        IReadOnlyList<VideoLength> all = BreakfastLengths.WithDrawn(Known);
        Assert.Equal((1460, 1712), (Known.Count, all.Count));
        Assert.Equal(Known, all.Where(video => !video.IsDrawn));
        Assert.All(all, video => Assert.Equal(video.IsDrawn, BreakfastName.TestSplit(video.Person) == 1));
        Assert.Equal(all.Count, all.Select(video => (video.Task, video.Person, video.Camera)).Distinct().Count());
        Assert.All(all.Where(video => video.IsDrawn), video => Assert.Contains(Known, known => known.Task == video.Task && known.Frames == video.Frames));
    }

    [Fact]
    public void A_video_is_the_same_whatever_others_are_made()
    {
        VideoLength[] tea = [.. Known.Where(video => video.Task == "tea").Take(5)];
        VideoSet many = SimulatedVideos.Create(tea, frameStep: 7), one = SimulatedVideos.Create([tea[3]], frameStep: 7);
        Assert.Equal(one.Features.Row(11).ToArray(), many.Features.Row(many.Clips[3].FirstRow + 11).ToArray());
        Assert.Equal((tea[3].Frames + 6) / 7, many.Clips[3].Rows);
        Assert.NotEqual(many.Features.Row(0).ToArray(), many.Features.Row(many.Clips[1].FirstRow).ToArray());
    }

    [Fact]
    public void Targets_are_frame_numbers_from_0_and_their_share_of_the_video()
    {
        VideoClip clip = new("tea", 3, "cam01", 10, 25, 4);
        Assert.Equal(100, clip.Frames);
        Assert.Equal([0, 4, 96], new[] { 0, 1, 24 }.Select(row => clip.Target(row, ProgressTarget.Frames)));
        Assert.Equal([0, 0.04, 0.96], new[] { 0, 1, 24 }.Select(row => clip.Target(row, ProgressTarget.Fraction)));
    }
}
