namespace RegCls.Data.Depth.Rooms;

/// <summary>How long rooms are, and how many of them are so long.</summary>
/// <param name="Shortest">Least length in metres.</param>
/// <param name="Longest">Greatest length in metres.</param>
/// <param name="Share">The share of rooms, in (0, 1); the shares of all scales sum to 1.</param>
internal sealed record RoomScale(float Shortest, float Longest, double Share)
{
    /// <summary>The scales of the built-in rooms. Their shares were fitted to NYUD2-DIR's depth histogram alone, before any model was trained on them.</summary>
    public static IReadOnlyList<RoomScale> All { get; } =
    [
        new(2.2f, 3.0f, 0.12),
        new(3.0f, 4.0f, 0.10),
        new(4.0f, 5.2f, 0.33),
        new(5.2f, 6.8f, 0.21),
        new(6.8f, 8.4f, 0.06),
        new(8.4f, 11.0f, 0.18),
    ];

    /// <summary>Draws a scale by the shares.</summary>
    public static RoomScale Draw(RandomStream stream)
    {
        double at = stream.NextDouble();
        foreach (RoomScale scale in All)
        {
            at -= scale.Share;
            if (at < 0)
            {
                return scale;
            }
        }

        return All[^1];
    }
}
