namespace RegCls.Data.Depth;

/// <summary>Frames of one size: a colour image and the depth of each of its pixels.</summary>
public interface IDepthFrames
{
    /// <summary>Width in pixels, even.</summary>
    int Width { get; }

    /// <summary>Height in pixels, even.</summary>
    int Height { get; }

    /// <summary>Number of frames.</summary>
    int Count { get; }

    /// <summary>Colours of a frame, plane by plane: <c>[3 · Height · Width]</c>, red first.</summary>
    /// <param name="index">0…<see cref="Count"/> - 1.</param>
    ReadOnlySpan<byte> Colour(int index);

    /// <summary>Depths of a frame in millimetres, <c>[Height · Width]</c>, 0 where not known.</summary>
    /// <param name="index">0…<see cref="Count"/> - 1.</param>
    ReadOnlySpan<ushort> Depth(int index);

    /// <summary>Which pixels a test counts, <c>[Height · Width]</c>, 0 for those it leaves out; empty where it counts all that are known.</summary>
    /// <param name="index">0…<see cref="Count"/> - 1.</param>
    ReadOnlySpan<byte> Mask(int index);
}
