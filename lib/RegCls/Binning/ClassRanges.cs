using RegCls.Data;

namespace RegCls.Binning;

/// <summary>
/// The ranges of targets that make the C classes. Class i is the half-open range [edge i, edge i + 1); the last class is closed
/// and takes everything above the last edge; below the first edge <see cref="Below"/> decides.
/// </summary>
public sealed class ClassRanges
{
    /// <summary>The label of a target that no class takes: -1.</summary>
    public const long Ignored = -1;

    private readonly double[] _edges;

    /// <summary>Class ranges with given edges.</summary>
    /// <param name="edges">C + 1 finite, strictly increasing values; copied.</param>
    /// <param name="below">What happens to a target below the first edge.</param>
    /// <exception cref="ArgumentException">Fewer than two edges, or an edge that is not finite or not above the one before.</exception>
    public ClassRanges(ReadOnlySpan<double> edges, BelowRange below = BelowRange.FirstClass)
    {
        if (edges.Length < 2)
        {
            throw new ArgumentException($"Class ranges got {edges.Length} edges; expected at least 2, one more than there are classes.", nameof(edges));
        }

        for (var i = 0; i < edges.Length; i++)
        {
            if (!double.IsFinite(edges[i]) || (i > 0 && edges[i] <= edges[i - 1]))
            {
                throw new ArgumentException($"Edge {i} of the class ranges is {edges[i]:R}{(i > 0 ? $" after {edges[i - 1]:R}" : string.Empty)}; expected finite edges, each above the one before.", nameof(edges));
            }
        }

        if (!Enum.IsDefined(below))
        {
            throw new ArgumentOutOfRangeException(nameof(below), below, "Expected FirstClass or Ignore.");
        }

        _edges = edges.ToArray();
        Below = below;
    }

    /// <summary>The C + 1 edges, strictly increasing, in units of the target.</summary>
    public ReadOnlySpan<double> Edges => _edges;

    /// <summary>The number of classes C.</summary>
    public int Count => _edges.Length - 1;

    /// <summary>What happens to a target below the first edge.</summary>
    public BelowRange Below { get; }

    /// <summary>Classes of equal width; the outer edges are exactly the two ends.</summary>
    /// <param name="minimum">The first edge.</param>
    /// <param name="maximum">The last edge, above <paramref name="minimum"/>.</param>
    /// <param name="classes">C ≥ 1.</param>
    /// <param name="below">What happens to a target below <paramref name="minimum"/>.</param>
    /// <exception cref="ArgumentException">C &lt; 1, the ends are not finite and increasing, or so close that C classes do not fit between them.</exception>
    public static ClassRanges Uniform(double minimum, double maximum, int classes, BelowRange below = BelowRange.FirstClass)
    {
        CheckClasses(classes);
        if (!(minimum < maximum) || !double.IsFinite(maximum - minimum))
        {
            throw new ArgumentException($"Class ranges were asked for from {minimum:R} to {maximum:R}; expected finite ends, the second above the first.", nameof(maximum));
        }

        return new ClassRanges(UniformEdges.Between(minimum, maximum, classes), below);
    }

    /// <summary>Classes of equal width between the smallest and the largest training target: the ranges of the 1D study.</summary>
    /// <param name="targets">The training targets, [N].</param>
    /// <param name="classes">C, from 1 to N.</param>
    /// <param name="below">What happens to a later target below the smallest training target.</param>
    /// <exception cref="ArgumentException">No targets, C outside 1…N, a target that is not finite, or targets that are all the same.</exception>
    public static ClassRanges FromTargets(ReadOnlySpan<double> targets, int classes, BelowRange below = BelowRange.FirstClass)
    {
        if (targets.IsEmpty)
        {
            throw new ArgumentException("Class ranges need training targets, but got none; pass the targets of the training set.", nameof(targets));
        }

        CheckClasses(classes);
        if (classes > targets.Length)
        {
            throw new ArgumentException($"There are more classes (C={classes}) than samples (N={targets.Length}); use at most {targets.Length} classes or more samples.", nameof(classes));
        }

        var (minimum, maximum) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var i = 0; i < targets.Length; i++)
        {
            if (!double.IsFinite(targets[i]))
            {
                throw new ArgumentException($"Target {i} is {targets[i]}; expected finite training targets: remove or repair that sample.", nameof(targets));
            }

            minimum = Math.Min(minimum, targets[i]);
            maximum = Math.Max(maximum, targets[i]);
        }

        if (minimum == maximum)
        {
            throw new ArgumentException($"All {targets.Length} training targets are {minimum:R}; expected at least two different values to make class ranges from.", nameof(targets));
        }

        return Uniform(minimum, maximum, classes, below);
    }

    /// <summary>The class of one target, 0…C-1, or <see cref="Ignored"/>.</summary>
    /// <exception cref="ArgumentException">The target is NaN.</exception>
    public long Label(double target)
    {
        if (double.IsNaN(target))
        {
            throw new ArgumentException("The target is NaN; expected a number to find the class of.", nameof(target));
        }

        return LabelOf(target);
    }

    /// <summary>The class of each target, as labels of type int64 for a cross-entropy.</summary>
    /// <param name="targets">[N].</param>
    /// <returns>[N] labels, 0…C-1 or <see cref="Ignored"/>.</returns>
    /// <exception cref="ArgumentException">A target is NaN.</exception>
    public long[] Labels(ReadOnlySpan<double> targets)
    {
        var labels = new long[targets.Length];
        for (var i = 0; i < targets.Length; i++)
        {
            if (double.IsNaN(targets[i]))
            {
                throw new ArgumentException($"Target {i} is NaN; expected a number to find the class of: remove or repair that sample.", nameof(targets));
            }

            labels[i] = LabelOf(targets[i]);
        }

        return labels;
    }

    /// <summary>How many labels fall in each class.</summary>
    /// <param name="labels">[N] labels, 0…C-1; <see cref="Ignored"/> ones are not counted.</param>
    /// <returns>[C] counts.</returns>
    /// <exception cref="ArgumentException">A label is neither a class nor <see cref="Ignored"/>.</exception>
    public int[] Histogram(ReadOnlySpan<long> labels)
    {
        var counts = new int[Count];
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] < Ignored || labels[i] >= Count)
            {
                throw new ArgumentException($"Label {i} is {labels[i]}; expected a class from 0 to {Count - 1}, or {Ignored} for an ignored sample.", nameof(labels));
            }

            if (labels[i] != Ignored)
            {
                counts[labels[i]]++;
            }
        }

        return counts;
    }

    private static void CheckClasses(int classes)
    {
        if (classes < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(classes), classes, "The number of classes must be at least 1.");
        }
    }

    // A binary search on the edges themselves: a division by the class width would round across an edge now and then.
    private long LabelOf(double target)
    {
        if (target < _edges[0])
        {
            return Below == BelowRange.FirstClass ? 0 : Ignored;
        }

        var (low, high) = (0, Count);
        while (high - low > 1)
        {
            var middle = (low + high) >>> 1;
            if (target >= _edges[middle])
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
