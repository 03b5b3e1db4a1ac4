using RegCls.Data.Video;

namespace RegCls.Tables.Running;

/// <summary>
/// Gradient-boosted regression trees for the squared error (Friedman, 2001): each tree is fitted to what the trees before it leave, and grown by splitting the leaf that gains most, over histograms of 64 ranges of each input. How
/// many trees count is chosen on the validation rows. Nothing is drawn.
/// </summary>
/// <remarks>
/// Written out instead of ML.NET's FastTree, the one trainer of trees among the packages: that brings 6.5 MB and a dozen assemblies into every notebook's bundle, has native code for x64 only, and keeps thread
/// and buffer pools for the whole process, so that only one could be trained at a time.
/// </remarks>
internal sealed class BoostedTrees
{
    private const int Ranges = 64;

    private readonly FeatureTable table;
    private readonly int[] rows;
    private readonly float[][] cuts;
    private readonly byte[][] codes;
    private readonly int leaves;
    private readonly int fewest;
    private readonly int[] order;

    /// <summary>Readies the histograms.</summary>
    /// <param name="table">Inputs of all rows.</param>
    /// <param name="rows">Training rows.</param>
    /// <param name="leaves">Most leaves of a tree, at least 2.</param>
    /// <param name="fewest">Fewest training rows in a leaf.</param>
    public BoostedTrees(FeatureTable table, int[] rows, int leaves, int fewest)
    {
        (this.table, this.rows, this.leaves, this.fewest) = (table, rows, leaves, fewest);
        cuts = [.. Enumerable.Range(0, table.Width).Select(Cuts)];
        codes = [.. cuts.Select((cut, feature) => rows.Select(row => Code(cut, table.Row(row)[feature])).ToArray())];
        order = new int[rows.Length];
    }

    /// <summary>Fits trees and keeps as many as are best on the validation rows.</summary>
    /// <param name="targets">Of the training rows; their mean is 0.</param>
    /// <param name="validation">Rows that choose the number of trees, and their targets.</param>
    /// <param name="test">Rows to predict.</param>
    /// <param name="trees">Most trees.</param>
    /// <param name="rate">What of each tree's prediction is added.</param>
    /// <returns>The lowest validation MSE and the test predictions there.</returns>
    public (double Validation, double[] Predictions) Fit(double[] targets, (int[] Rows, double[] Targets) validation, int[] test, int trees, double rate)
    {
        double[] left = [.. targets], judged = new double[validation.Rows.Length], predicted = new double[test.Length];
        (double Error, double[] Predictions) best = (validation.Targets.Average(target => target * target), [.. predicted]);
        for (int tree = 0; tree < trees; tree++)
        {
            List<Node> nodes = Grow(left);
            for (int i = 0; i < rows.Length; i++)
            {
                left[i] -= rate * Predict(nodes, rows[i]);
            }

            double error = 0;
            for (int i = 0; i < judged.Length; i++)
            {
                judged[i] += rate * Predict(nodes, validation.Rows[i]);
                error += Math.Pow(judged[i] - validation.Targets[i], 2) / judged.Length;
            }

            for (int i = 0; i < test.Length; i++)
            {
                predicted[i] += rate * Predict(nodes, test[i]);
            }

            best = error < best.Error ? (error, [.. predicted]) : best;
        }

        return best;
    }

    // Cuts lie half-way between neighbouring values, at most 63 of them, about as many training rows between each two.
    private float[] Cuts(int feature)
    {
        float[] values = [.. rows.Select(row => table.Row(row)[feature]).Order()];
        List<float> found = [];
        double step = (double)values.Length / Ranges;
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] > values[i - 1] && (found.Count == 0 ? i >= step : i >= (found.Count + 1) * step || values.Length <= Ranges) && found.Count < Ranges - 1)
            {
                found.Add((values[i] + values[i - 1]) / 2);
            }
        }

        // A feature of few values, such as a category, may have its only change before the first step.
        int change = Array.FindIndex(values, value => value > values[0]);
        return found.Count > 0 || change < 0 ? [.. found] : [(values[change] + values[change - 1]) / 2];
    }

    private static byte Code(float[] cut, float value)
    {
        int index = Array.BinarySearch(cut, value);
        return (byte)(index < 0 ? ~index : index);
    }

    private List<Node> Grow(double[] targets)
    {
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        List<Node> nodes = [new Node { Value = targets.Average() }];
        PriorityQueue<(int Node, int First, int Count, Split Split), double> open = new();
        Offer(0, 0, order.Length);
        for (int count = 1; count < leaves && open.TryDequeue(out (int Node, int First, int Count, Split Split) leaf, out _); count++)
        {
            int middle = Partition(leaf.First, leaf.Count, leaf.Split);
            Node parent = nodes[leaf.Node] with { Feature = leaf.Split.Feature, Cut = cuts[leaf.Split.Feature][leaf.Split.Range], Left = nodes.Count };
            nodes[leaf.Node] = parent;
            foreach ((int first, int size) in new[] { (leaf.First, middle - leaf.First), (middle, leaf.First + leaf.Count - middle) })
            {
                nodes.Add(new Node { Value = order.AsSpan(first, size).ToArray().Average(i => targets[i]) });
                Offer(nodes.Count - 1, first, size);
            }
        }

        return nodes;

        void Offer(int node, int first, int size)
        {
            if (Best(targets, first, size) is { } split)
            {
                open.Enqueue((node, first, size, split), -split.Gain);
            }
        }
    }

    // The split that lowers the sum of squares most; null where none does.
    private Split? Best(double[] targets, int first, int size)
    {
        Split? best = null;
        Span<double> sums = stackalloc double[Ranges];
        Span<int> counts = stackalloc int[Ranges];
        double total = 0;
        foreach (int i in order.AsSpan(first, size))
        {
            total += targets[i];
        }

        for (int feature = 0; feature < cuts.Length; feature++)
        {
            sums.Clear();
            counts.Clear();
            foreach (int i in order.AsSpan(first, size))
            {
                sums[codes[feature][i]] += targets[i];
                counts[codes[feature][i]]++;
            }

            (double sum, int count) = (0, 0);
            for (int range = 0; range < cuts[feature].Length; range++)
            {
                (sum, count) = (sum + sums[range], count + counts[range]);
                if (count >= fewest && size - count >= fewest)
                {
                    double gain = sum * sum / count + (total - sum) * (total - sum) / (size - count) - total * total / size;
                    best = gain > 1e-12 && (best is null || gain > best.Value.Gain) ? new Split(feature, range, gain) : best;
                }
            }
        }

        return best;
    }

    // Rows up to the cut to the front; where the others begin.
    private int Partition(int first, int size, Split split)
    {
        int[] moved = [.. order.AsSpan(first, size).ToArray().OrderBy(i => codes[split.Feature][i] > split.Range)];
        moved.CopyTo(order.AsSpan(first));
        return first + moved.Count(i => codes[split.Feature][i] <= split.Range);
    }

    private double Predict(List<Node> nodes, int row)
    {
        ReadOnlySpan<float> inputs = table.Row(row);
        Node node = nodes[0];
        while (node.Left > 0)
        {
            node = nodes[inputs[node.Feature] <= node.Cut ? node.Left : node.Left + 1];
        }

        return node.Value;
    }

    // The right child stands after the left one; a leaf has none.
    private readonly record struct Node(int Feature, float Cut, int Left, double Value);

    private readonly record struct Split(int Feature, int Range, double Gain);
}
