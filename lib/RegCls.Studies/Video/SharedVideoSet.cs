using RegCls.Data.Video;

namespace RegCls.Studies.Video;

/// <summary>A task's videos, made when the first batch needs them and let go after the last: the features of all tasks at once would be a gigabyte.</summary>
/// <param name="open">Makes or finds them.</param>
/// <param name="users">How many batches will use them.</param>
internal sealed class SharedVideoSet(Func<VideoSet> open, int users)
{
    private Lazy<VideoSet>? set = new(open);
    private int left = users;

    /// <summary>The videos; a second caller waits for the first one's.</summary>
    public VideoSet Value => set?.Value ?? throw new InvalidOperationException("These videos were released by all their users.");

    /// <summary>Says that one of the users is done.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref left) == 0)
        {
            set = null;
        }
    }
}
