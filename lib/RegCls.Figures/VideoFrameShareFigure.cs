using Plotly.NET;
using RegCls.Data.Video;

namespace RegCls.Figures;

/// <summary>Why progress is imbalanced even in percent: long videos send more frames into the training than short ones.</summary>
public static class VideoFrameShareFigure
{
    /// <summary>For each task, which share of all frames comes from the shortest and from the longest third of its videos.</summary>
    /// <param name="lengths">Lengths of the videos.</param>
    /// <exception cref="ArgumentException">There are no lengths.</exception>
    public static GenericChart Create(IReadOnlyList<VideoLength> lengths)
    {
        string[] tasks = [.. lengths.Select(video => video.Task).Distinct().Order(StringComparer.Ordinal)];
        if (tasks.Length == 0)
        {
            throw new ArgumentException("The shares of frames need lengths of videos, got none.", nameof(lengths));
        }

        PanelFigure figure = new(1, 1, panelHeight: 300)
        {
            Title = "Who the frames come from",
            Note = "share of a task's frames from the shortest and the longest third of its videos; dotted: one third",
        };
        figure.Panel(0, 0, "a third of the videos is not a third of the frames", "task", "share of frames", ticks: [.. Enumerable.Range(0, tasks.Length).Select(i => (double)i)], tickTexts: tasks, yFromZero: true);
        figure.Bars(0, 0, tasks.Select((_, i) => i - 0.2), tasks.Select(task => Share(task, longest: false)), "shortest third", Palette.ScaledReg, tasks.Select(_ => 0.38));
        figure.Bars(0, 0, tasks.Select((_, i) => i + 0.2), tasks.Select(task => Share(task, longest: true)), "longest third", Palette.Accent, tasks.Select(_ => 0.38));
        figure.Line(0, 0, [-0.5, tasks.Length - 0.5], [1 / 3.0, 1 / 3.0], "one third", Palette.Curve, dash: "dot");
        return figure.Build();

        double Share(string task, bool longest)
        {
            int[] frames = [.. lengths.Where(video => video.Task == task).Select(video => video.Frames).Order()];
            int third = frames.Length / 3;
            return (longest ? frames[^third..] : frames[..third]).Sum() / (double)frames.Sum();
        }
    }
}
