namespace RegCls.Data.Labels;

/// <summary>
/// The split of deep imbalanced regression (Yang et al. 2021) for any labelled set: validation and test hold as many samples of each label bin as far as there are enough, the
/// rest is training and keeps the long tail. From a bin with c samples each of the two takes <c>min(most, ⌊share · c⌋)</c>. With the defaults this is
/// exactly the rule that the published AgeDB-DIR split follows.
/// </summary>
public sealed record DirSplit
{
    /// <summary>The most samples that validation, and test, take from one bin.</summary>
    public int MostPerBin { get; init; } = 30;

    /// <summary>The largest share of a bin that validation, and test, take; at most 1/2. With 1/3 a bin of one or two samples goes to training whole.</summary>
    public double LargestShare { get; init; } = 1 / 3d;

    /// <summary>What counts as one label.</summary>
    public LabelGrid Bins { get; init; }

    /// <summary>How many samples validation, and as many test, take from a bin with a number of samples.</summary>
    public int Taken(int samples) => Math.Min(MostPerBin, (int)Math.Floor(samples * LargestShare + 1e-9));

    /// <summary>The counts that are left for training, from those of the whole set.</summary>
    public LabelCounts Training(LabelCounts all)
    {
        ArgumentNullException.ThrowIfNull(all);
        return LabelCounts.FromCounts(all.First, [.. all.Counts.ToArray().Select(count => count - 2 * Taken(count))], all.Bins);
    }

    /// <summary>Splits samples. Which ones go where is drawn for each bin from a stream of its own, so samples added to one bin do not move those of another.</summary>
    /// <param name="labels">[N] labels.</param>
    /// <param name="seed">Names the streams.</param>
    /// <returns>[N] subsets, sample by sample.</returns>
    /// <exception cref="ArgumentException">An option is out of range, there are no labels, one is not finite, or every sample would stay in training.</exception>
    public Subset[] Split(ReadOnlySpan<double> labels, int seed)
    {
        if (MostPerBin < 1)
        {
            throw new ArgumentException($"A DIR split takes at least 1 sample of a bin for validation and test, got {nameof(MostPerBin)} = {MostPerBin}.");
        }

        if (LargestShare is not (> 0 and <= 0.5))
        {
            throw new ArgumentException($"Validation and test each take a share of a bin above 0 and at most 1/2, got {nameof(LargestShare)} = {LargestShare}.");
        }

        LabelCounts counts = LabelCounts.Of(labels, Bins);
        Dictionary<int, List<int>> members = [];
        for (int i = 0; i < labels.Length; i++)
        {
            int bin = Bins.Of(labels[i]);
            (members.TryGetValue(bin, out List<int>? list) ? list : members[bin] = []).Add(i);
        }

        Subset[] subsets = new Subset[labels.Length];
        foreach ((int bin, List<int> list) in members)
        {
            int[] order = [.. list];
            RandomStream.Named("DIR split", seed, bin).Shuffle(order.AsSpan());
            int taken = Taken(counts.InBin(bin));
            for (int i = 0; i < 2 * taken; i++)
            {
                subsets[order[i]] = i < taken ? Subset.Validation : Subset.Test;
            }
        }

        return subsets.Contains(Subset.Test)
            ? subsets
            : throw new ArgumentException($"None of the {labels.Length} labels occurs often enough for validation and test to take one: the fullest bin of width {Bins.Width} holds {counts.Counts.ToArray().Max()}; use wider bins or a larger share.", nameof(labels));
    }

    /// <summary>
    /// As <see cref="Split"/>, but by the names of samples, so that the same set in another order, such as an archive of a folder, is split alike. Where names tell the person (IMDB, Wikipedia, AgeDB, FG-NET, MORPH), all pictures of
    /// one go to one part: persons are drawn in turn and go whole to validation or test while there is a place for each of their labels, so that these parts hold at most what <see cref="Taken"/> says.
    /// </summary>
    /// <param name="names">[N] names, each once.</param>
    /// <param name="labels">[N] labels.</param>
    /// <param name="seed">Names the streams.</param>
    /// <returns>[N] subsets, sample by sample; null where no label occurs often enough.</returns>
    public Subset[]? SplitByName(IReadOnlyList<string> names, IReadOnlyList<double> labels, int seed)
    {
        ArgumentNullException.ThrowIfNull(names);
        int[] order = [.. Enumerable.Range(0, names.Count)];
        string[] keys = [.. names];
        Array.Sort(keys, order, StringComparer.Ordinal);
        double[] sorted = [.. order.Select(i => labels[i])];
        if (sorted.GroupBy(Bins.Of).All(bin => Taken(bin.Count()) == 0))
        {
            return null;
        }

        string[] persons = [.. keys.Select(key => PersonName.Of(key) ?? key)];
        Subset[] subsets = new Subset[names.Count], parts = persons.Distinct(StringComparer.Ordinal).Count() == persons.Length ? Split(sorted, seed) : SplitPersons(persons, sorted, seed);
        for (int i = 0; i < order.Length; i++)
        {
            subsets[order[i]] = parts[i];
        }

        return subsets;
    }

    private Subset[] SplitPersons(string[] persons, double[] labels, int seed)
    {
        int[][] people = [.. Enumerable.Range(0, persons.Length).GroupBy(i => persons[i], StringComparer.Ordinal).OrderBy(person => person.Key, StringComparer.Ordinal).Select(person => person.ToArray())];
        RandomStream.Named("DIR split of persons", seed).Shuffle(people.AsSpan());
        Subset[] parts = [Subset.Test, Subset.Validation], subsets = new Subset[persons.Length];
        Dictionary<(Subset, int), int> places = [];
        foreach (IGrouping<int, double> bin in labels.GroupBy(Bins.Of))
        {
            Array.ForEach(parts, part => places[(part, bin.Key)] = Taken(bin.Count()));
        }

        foreach (int[] person in people)
        {
            IGrouping<int, int>[] bins = [.. person.GroupBy(i => Bins.Of(labels[i]))];
            int at = Array.FindIndex(parts, part => bins.All(bin => bin.Count() <= places[(part, bin.Key)]));
            if (at >= 0)
            {
                Array.ForEach(person, i => subsets[i] = parts[at]);
                Array.ForEach(bins, bin => places[(parts[at], bin.Key)] -= bin.Count());

                // The other part is asked first next time, so that both fill alike.
                Array.Reverse(parts);
            }
        }

        return subsets;
    }
}
