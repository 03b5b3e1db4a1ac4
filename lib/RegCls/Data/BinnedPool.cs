namespace RegCls.Data;

/// <summary>A pool bucketed into equal target bins (one counting sort), from which samples are drawn bin by bin.</summary>
internal sealed class BinnedPool
{
    private readonly double[] _inputsByBin;
    private readonly int[] _starts;

    public BinnedPool(TargetPool pool, double low, double high, int bins)
    {
        // A pool of one single target has no range to cut: it is one bin.
        var edges = UniformEdges.Between(low, high, low < high ? bins : 1);
        var bin = new int[pool.Targets.Length];
        _starts = new int[edges.Length];
        for (var i = 0; i < bin.Length; i++)
        {
            var y = pool.Targets[i];
            bin[i] = y >= low && y <= high ? UniformEdges.Find(edges, y) : -1;
            if (bin[i] >= 0)
            {
                _starts[bin[i] + 1]++;
            }
        }

        for (var b = 0; b < _starts.Length - 1; b++)
        {
            NonEmpty += _starts[b + 1] > 0 ? 1 : 0;
            _starts[b + 1] += _starts[b];
        }

        _inputsByBin = new double[_starts[^1]];
        var next = (int[])_starts.Clone();
        for (var i = 0; i < bin.Length; i++)
        {
            if (bin[i] >= 0)
            {
                _inputsByBin[next[bin[i]]++] = pool.Inputs[i];
            }
        }
    }

    /// <summary>How many bins hold at least one candidate.</summary>
    public int NonEmpty { get; }

    /// <summary>Draws the same number of inputs, with replacement, from each bin that is not empty; in bin order.</summary>
    public double[] Draw(int perBin, RandomStream stream)
    {
        var drawn = new double[NonEmpty * perBin];
        var count = 0;
        for (var b = 0; b < _starts.Length - 1; b++)
        {
            var size = _starts[b + 1] - _starts[b];
            for (var k = 0; size > 0 && k < perBin; k++)
            {
                drawn[count++] = _inputsByBin[_starts[b] + stream.NextInt32(size)];
            }
        }

        return drawn;
    }
}
