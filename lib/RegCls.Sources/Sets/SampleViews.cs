namespace RegCls.Data.Sets;

/// <summary>Keeps a few of a stream of samples, spread over all of it, without knowing how many will come.</summary>
/// <param name="most">How many are handed out.</param>
internal sealed class SampleViews(int most)
{
    private readonly List<(int Index, SampleView View)> views = [];
    private int step = 1;

    /// <summary>Offers a sample, which is made only if it is kept.</summary>
    /// <param name="index">Its place in the stream, rising.</param>
    /// <param name="view">Makes it.</param>
    public void Offer(int index, Func<SampleView> view)
    {
        if (index % step != 0)
        {
            return;
        }

        views.Add((index, view()));
        if (views.Count >= 4 * most)
        {
            step *= 2;
            views.RemoveAll(entry => entry.Index % step != 0);
        }
    }

    /// <summary>Those that are kept, at equal distances.</summary>
    /// <param name="used">[N] which samples of the stream count.</param>
    public IReadOnlyList<SampleView> Chosen(IReadOnlyList<bool> used)
    {
        SampleView[] left = [.. views.Where(entry => used[entry.Index]).Select(entry => entry.View)];
        int count = Math.Min(most, left.Length);
        return [.. Enumerable.Range(0, count).Select(i => left[(int)((long)i * left.Length / count)])];
    }
}
