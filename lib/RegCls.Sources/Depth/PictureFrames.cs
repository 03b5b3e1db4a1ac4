namespace RegCls.Data.Depth;

/// <summary>A few pictures of one size in memory, such as one real frame, to be predicted or scored as those of a cache are.</summary>
public sealed class PictureFrames : IDepthFrames
{
    private readonly DepthPicture[] pictures;

    /// <summary>Scales pictures to a size.</summary>
    /// <param name="pictures">At least one.</param>
    /// <param name="width">Pixels a row.</param>
    /// <param name="height">Rows.</param>
    /// <exception cref="ArgumentException">There is no picture.</exception>
    public PictureFrames(IEnumerable<DepthPicture> pictures, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        this.pictures = [.. pictures.Select(picture => picture.Resized(width, height))];
        (Width, Height) = (width, height);
        if (this.pictures.Length == 0)
        {
            throw new ArgumentException("Frames of pictures need at least one picture, got none.", nameof(pictures));
        }
    }

    /// <inheritdoc/>
    public int Width { get; }

    /// <inheritdoc/>
    public int Height { get; }

    /// <inheritdoc/>
    public int Count => pictures.Length;

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Colour(int index) => pictures[index].Colour;

    /// <inheritdoc/>
    public ReadOnlySpan<ushort> Depth(int index) => pictures[index].Depth;

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Mask(int index) => pictures[index].Mask;
}
