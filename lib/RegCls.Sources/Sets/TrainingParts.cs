using RegCls.Data.Labels;

namespace RegCls.Data.Sets;

/// <summary>The rule for parts: a study trains on one, chooses by a second and reports on a third, so none of them may be empty.</summary>
public static class TrainingParts
{
    /// <summary>What keeps a split from being trained on, in a sentence; null where nothing does.</summary>
    /// <param name="subsets">[N] the part of each sample, null for one that is left out; null where the samples are too few for a rule to make parts.</param>
    public static string? Missing(IReadOnlyCollection<Subset?>? subsets)
    {
        if (subsets is null)
        {
            return "there are too few samples to make parts for training, validation and test";
        }

        string[] empty = [.. Enum.GetValues<Subset>().Where(part => !subsets.Contains(part)).Select(part => part.ToString().ToLowerInvariant())];
        return empty.Length == 0
            ? null
            : $"no sample is in the part for {string.Join(" and ", empty)}, of {subsets.Count} samples; a study trains on one part, chooses by validation and reports on test, and needs at least one sample in each";
    }

    /// <summary>The same parts, if they can be trained on.</summary>
    /// <param name="subsets">As in <see cref="Missing"/>.</param>
    /// <param name="source">The data set, for the message.</param>
    /// <exception cref="InvalidDataException">A part is empty.</exception>
    public static Subset?[] Required(Subset?[]? subsets, string source)
        => Missing(subsets) is { } missing ? throw new InvalidDataException($"{source}: {missing}.") : subsets!;
}
