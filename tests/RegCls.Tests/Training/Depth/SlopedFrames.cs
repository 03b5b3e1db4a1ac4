using RegCls.Data;
using RegCls.Data.Depth;
using RegCls.Data.Labels;

namespace RegCls.Tests.Training.Depth;

/// <summary>Frames whose colour tells the depth: slopes in many directions, red is near, blue is far; some pixels are not known.</summary>
internal sealed class SlopedFrames : IDepthFrames
{
    private readonly byte[][] colours;
    private readonly ushort[][] depths;
    private readonly byte[][] masks;

    public SlopedFrames(int count, int width, int height, double unknown = 0.1, bool masked = false, double farther = 0)
    {
        (Width, Height, Count) = (width, height, count);
        (colours, depths, masks) = (new byte[count][], new ushort[count][], new byte[count][]);
        for (int frame = 0; frame < count; frame++)
        {
            RandomStream stream = RandomStream.Named("sloped frames", frame);
            double across = stream.NextUniform(-1, 1), down = stream.NextUniform(-1, 1), middle = stream.NextUniform(1, 3) + (frame % 5 == 0 ? 2 : 0) + farther;
            colours[frame] = new byte[3 * width * height];
            depths[frame] = new ushort[width * height];
            masks[frame] = masked ? new byte[width * height] : [];
            for (int i = 0; i < width * height; i++)
            {
                double depth = Math.Max(0.5, middle + across * (i % width - width / 2.0) / width + down * (i / width - height / 2.0) / height);
                colours[frame][i] = (byte)Math.Clamp(255 - 45 * depth, 0, 255);
                colours[frame][width * height + i] = 128;
                colours[frame][2 * width * height + i] = (byte)Math.Clamp(45 * depth, 0, 255);
                depths[frame][i] = stream.NextDouble() < unknown ? (ushort)0 : (ushort)(1000 * depth);
                if (masked)
                {
                    masks[frame][i] = (byte)(i % width < width / 2 ? 1 : 0);
                }
            }
        }
    }

    public int Width { get; }

    public int Height { get; }

    public int Count { get; }

    /// <summary>The first half trains, then a quarter each validates and tests.</summary>
    public Subset?[] Subsets => [.. Enumerable.Range(0, Count).Select(i => (Subset?)(i < Count / 2 ? Subset.Train : i < 3 * Count / 4 ? Subset.Validation : Subset.Test))];

    public ReadOnlySpan<byte> Colour(int index) => colours[index];

    public ReadOnlySpan<ushort> Depth(int index) => depths[index];

    public ReadOnlySpan<byte> Mask(int index) => masks[index];
}
