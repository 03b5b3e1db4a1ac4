using RegCls.Data;

namespace RegCls.Theory;

/// <summary>
/// The out-of-distribution case: the training data never show some readings. A target is drawn first, as p(y) says, and its reading is repeated
/// until one is shown, so p(x|y) is another one than in the balanced world.
/// </summary>
/// <param name="whole">The reading of the balanced world.</param>
/// <param name="isSeen">Which readings occur in training; every target must have one.</param>
public sealed class PartlySeenReading(IReading whole, Func<int, bool> isSeen) : IReading
{
    /// <inheritdoc/>
    public int Count => whole.Count;

    /// <inheritdoc/>
    public double Probability(int x, double y) =>
        isSeen(x) ? whole.Probability(x, y) / Enumerable.Range(0, Count).Where(isSeen).Sum(seen => whole.Probability(seen, y)) : 0;

    /// <inheritdoc/>
    public int Sample(double y, RandomStream stream)
    {
        while (true)
        {
            int x = whole.Sample(y, stream);
            if (isSeen(x))
            {
                return x;
            }
        }
    }
}
