using Plotly.NET;
using RegCls.Data.Video;

namespace RegCls.Figures;

/// <summary>Fig. 9: how long the videos of each task are.</summary>
public static class VideoLengthsFigure
{
    /// <summary>One panel a task: the share of videos that are not longer than so many frames, of the real lengths and, apart, of the drawn ones.</summary>
    /// <param name="lengths">Lengths of the videos of any number of tasks.</param>
    /// <exception cref="ArgumentException">There are no lengths.</exception>
    public static GenericChart Create(IReadOnlyList<VideoLength> lengths)
    {
        string[] tasks = [.. lengths.Select(video => video.Task).Distinct().Order(StringComparer.Ordinal)];
        if (tasks.Length == 0)
        {
            throw new ArgumentException("Fig. 9 needs lengths of videos, got none.", nameof(lengths));
        }

        const int columns = 5;
        int drawn = lengths.Count(video => video.IsDrawn);
        PanelFigure figure = new((tasks.Length + columns - 1) / columns, columns, panelHeight: 220)
        {
            Title = "Fig. 9: video lengths of the ten tasks",
            Note = FormattableString.Invariant($"share of videos not longer than so many frames; {lengths.Count - drawn:N0} real lengths (P16–P54), {drawn:N0} drawn from them for P03–P15, the test set of S1"),
        };
        for (int i = 0; i < tasks.Length; i++)
        {
            figure.Panel(i / columns, i % columns, tasks[i], "frames", i % columns == 0 ? "share of videos" : "share", yRange: (0, 1.02));
            Draw(figure, i, "real", Palette.Samples, "solid", lengths.Where(video => video.Task == tasks[i] && !video.IsDrawn));
            Draw(figure, i, "drawn", Palette.Accent, "dot", lengths.Where(video => video.Task == tasks[i] && video.IsDrawn));
        }

        return figure.Build();

        static void Draw(PanelFigure figure, int panel, string name, string color, string dash, IEnumerable<VideoLength> videos)
        {
            double[] frames = [.. videos.Select(video => (double)video.Frames).Order()];
            if (frames.Length > 0)
            {
                figure.Line(panel / columns, panel % columns, frames, frames.Select((_, rank) => (rank + 1.0) / frames.Length), name, color, dash: dash);
            }
        }
    }
}
