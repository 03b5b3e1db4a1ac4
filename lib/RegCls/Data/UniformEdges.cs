namespace RegCls.Data;

/// <summary>Equally spaced bin edges and the bin of a value, which agree with each other to the last bit.</summary>
internal static class UniformEdges
{
    /// <summary>count + 1 edges; the first is low and the last is exactly high.</summary>
    public static double[] Between(double low, double high, int count)
    {
        var step = (high - low) / count;
        var edges = new double[count + 1];
        for (var i = 0; i < count; i++)
        {
            edges[i] = low + (i * step);
        }

        edges[count] = high;
        return edges;
    }

    /// <summary>The half-open bin [edge, next edge) of a value within the edges; the last bin is closed.</summary>
    public static int Find(double[] edges, double value)
    {
        var last = edges.Length - 2;
        var guess = (int)((value - edges[0]) / (edges[^1] - edges[0]) * (last + 1));
        guess = Math.Clamp(guess, 0, last);

        // The division may round across an edge: the edges decide.
        while (guess > 0 && value < edges[guess])
        {
            guess--;
        }

        while (guess < last && value >= edges[guess + 1])
        {
            guess++;
        }

        return guess;
    }
}
