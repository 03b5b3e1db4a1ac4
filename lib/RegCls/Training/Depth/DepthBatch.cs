using RegCls.Data;
using RegCls.Data.Depth;
using RegCls.Losses;

namespace RegCls.Training.Depth;

/// <summary>Frames and targets of one forward pass, as plain arrays that are used again.</summary>
internal sealed class DepthBatch
{
    private readonly IDepthFrames frames;
    private readonly DepthPlan plan;
    private readonly ushort[] depths, halves;
    private readonly bool[] keptHalves;
    private readonly int area, half;

    public DepthBatch(IDepthFrames frames, DepthPlan plan, int capacity)
    {
        (this.frames, this.plan) = (frames, plan);
        area = frames.Width * frames.Height;
        half = area / 4;
        Pixels = new float[capacity * 3 * area];
        (depths, halves, keptHalves) = (new ushort[area], new ushort[half], new bool[half]);
        Labels = plan.Labels is null ? [] : new long[capacity * area];
    }

    public int Count { get; private set; }

    /// <summary><c>[count, 3, H, W]</c>, from -1 to 1.</summary>
    public float[] Pixels { get; }

    /// <summary>Class of each pixel, <c>[count, H, W]</c>, -1 where it does not enter the classification loss; empty without classes.</summary>
    public long[] Labels { get; }

    /// <summary>Places in <c>[count · H / 2 · W / 2]</c> of the pixels that enter the regression loss.</summary>
    public List<long> Rows { get; } = [];

    /// <summary>Depth in metres of each of <see cref="Rows"/>.</summary>
    public List<double> Targets { get; } = [];

    /// <summary>Weight of each of <see cref="Rows"/>; empty for 1.</summary>
    public List<float> Weights { get; } = [];

    /// <summary>Fills the batch.</summary>
    /// <param name="indices">The frames, at most the capacity.</param>
    /// <param name="views">Source of the views; null for the frames as they are.</param>
    /// <param name="options">How far views go.</param>
    public void Fill(ReadOnlySpan<int> indices, RandomStream? views, DepthTrainingOptions options)
    {
        Count = indices.Length;
        Rows.Clear();
        Targets.Clear();
        Weights.Clear();
        for (int i = 0; i < indices.Length; i++)
        {
            DepthView view = views is null ? DepthView.Plain : DepthView.Draw(views, options);
            view.Copy(frames.Colour(indices[i]), frames.Depth(indices[i]), frames.Width, Pixels.AsSpan(i * 3 * area, 3 * area), depths);
            DepthPixels.Halve(depths, frames.Width, halves);
            AddRows(i);
            if (plan.Labels is not null)
            {
                AddLabels(Labels.AsSpan(i * area, area));
            }
        }
    }

    private void AddRows(int frame)
    {
        for (int place = 0; place < half; place++)
        {
            ushort depth = halves[place];
            bool kept = depth > 0 && (plan.SampleSelection is null || plan.SampleSelection.Visit(plan.SampleClasses![depth]) >= 0);
            keptHalves[place] = kept;
            if (kept)
            {
                Rows.Add((long)frame * half + place);
                Targets.Add(depth / 1000.0);
                if (plan.Weights is { } weights)
                {
                    Weights.Add(weights[depth]);
                }
            }
        }
    }

    // Tab. 4's selection is made at the resolution of the regression and holds for the 2×2 pixels of each of its places.
    private void AddLabels(Span<long> labels)
    {
        int width = frames.Width;
        for (int place = 0; place < area; place++)
        {
            long label = depths[place] == 0 ? PixelCrossEntropy.Dropped : plan.Labels![depths[place]];
            label = plan.Selection is null || label < 0 ? label : plan.Selection.Visit(label);
            bool kept = plan.SampleSelection is null || keptHalves[place / width / 2 * (width / 2) + place % width / 2];
            labels[place] = kept ? label : PixelCrossEntropy.Dropped;
        }
    }
}
