using RegCls.Data.Video;

namespace RegCls.Studies.Video;

/// <summary>What a model says of each frame of one video.</summary>
/// <param name="Run">The model.</param>
/// <param name="Clip">The video.</param>
/// <param name="True">The targets, in the unit of the run.</param>
/// <param name="Predicted">The predictions, in the same unit.</param>
public sealed record VideoPrediction(VideoRun Run, VideoClip Clip, double[] True, double[] Predicted)
{
    /// <summary>Root mean squared error over the frames of this video.</summary>
    public double Rmse => Evaluation.RootMeanSquaredError.Of(Predicted, True);

    /// <summary>Cuts the predictions of all videos of a split into those of each.</summary>
    internal static IEnumerable<VideoPrediction> Of(VideoRun run, IReadOnlyList<VideoClip> clips, double[] predictions)
    {
        int first = 0;
        foreach (VideoClip clip in clips)
        {
            yield return new VideoPrediction(run, clip, [.. Enumerable.Range(0, clip.Rows).Select(row => clip.Target(row, run.Target))], predictions[first..(first + clip.Rows)]);
            first += clip.Rows;
        }
    }
}
