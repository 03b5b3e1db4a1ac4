namespace RegCls.Data.Images;

/// <summary>Images of one size, each with its target: what a network of pictures is trained on, whoever read or drew them.</summary>
public interface IImages
{
    /// <summary>Width and height of each image in pixels.</summary>
    int Size { get; }

    /// <summary>How many images.</summary>
    int Count { get; }

    /// <summary>Targets, <c>[N]</c>.</summary>
    ReadOnlySpan<double> Labels { get; }

    /// <summary>The pixels of one image, planar RGB, <c>[3, size, size]</c>. May be read from any thread.</summary>
    /// <param name="index">0…<see cref="Count"/> - 1.</param>
    ReadOnlySpan<byte> Pixels(int index);
}
