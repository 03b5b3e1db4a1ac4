namespace RegCls.Figures;

/// <summary>Evenly spaced inputs for curves.</summary>
internal static class Grid
{
    /// <summary>Count points from -1 to 1, both included.</summary>
    public static double[] Inputs(int count) => [.. Enumerable.Range(0, count).Select(i => -1 + 2.0 * i / (count - 1))];
}
