using Plotly.NET;
using RegCls.Data.Video;
using RegCls.Studies.Video;

namespace RegCls.Figures;

/// <summary>Predicted against true progress over the time of a short, a typical and a long video.</summary>
public static class VideoPredictionsFigure
{
    /// <summary>Three panels; one line an arm, and the truth.</summary>
    /// <param name="predictions">Predictions of one task and split in one unit, of any number of arms on the same videos.</param>
    /// <param name="source">What they are: "quick run, live".</param>
    /// <exception cref="ArgumentException">There are no predictions.</exception>
    public static GenericChart Create(IReadOnlyList<VideoPrediction> predictions, string source)
    {
        if (predictions.Count == 0)
        {
            throw new ArgumentException("The chart needs predictions, got none.", nameof(predictions));
        }

        VideoRun run = predictions[0].Run;
        VideoClip[] clips = [.. predictions.Select(prediction => prediction.Clip).Distinct().OrderBy(clip => clip.Frames)];
        (string Name, VideoClip Clip)[] shown = [("short", clips[0]), ("typical", clips[clips.Length / 2]), ("long", clips[^1])];
        string unit = run.Target == ProgressTarget.Fraction ? "percent of the video" : "frames";
        PanelFigure figure = new(1, shown.Length, panelHeight: 320)
        {
            Title = $"Progress in {unit}: {run.Task}, split {run.Split}",
            Note = $"{source}; test videos; grey: the truth",
        };
        for (int column = 0; column < shown.Length; column++)
        {
            VideoClip clip = shown[column].Clip;
            figure.Panel(0, column, $"{shown[column].Name}: {clip.Frames:N0} frames", "frame", column == 0 ? $"progress, {unit}" : unit);
            foreach (VideoPrediction prediction in predictions.Where(prediction => prediction.Clip == clip))
            {
                double[] frames = [.. Enumerable.Range(0, clip.Rows).Select(row => (double)row * clip.FrameStep)];
                if (prediction.Run.Arm == predictions[0].Run.Arm)
                {
                    figure.Line(0, column, frames, prediction.True.Select(value => value * run.Target.Scale()), "truth", Palette.Curve, width: 3);
                }

                figure.Line(0, column, frames, prediction.Predicted.Select(value => value * run.Target.Scale()), prediction.Run.Arm.DisplayName(), Palette.Of(prediction.Run.Arm), width: 1.4);
            }
        }

        return figure.Build();
    }
}
