using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using RegCls.Data.Labels;

namespace RegCls.Data.Sets;

/// <summary>
/// The rule for samples that are there twice: the same by key or by content counts once. One in the test part counts before one in validation, that before one in training, so that nothing is tested that was
/// trained on; within a part the lower rank counts, then the first by name, so that a folder, its archive and a table in another order keep the same.
/// </summary>
internal static class Duplicates
{
    /// <summary>
    /// The content of a decoded picture: 128 bits that depend on each of its bytes, the same for the same picture in another file or packed in another way without loss. Two different pictures have the same by a
    /// chance of 1 in 10³⁸, unless somebody means them to: this is no cryptographic hash, which would take as long as decoding a small picture.
    /// </summary>
    // Compiled at once: a check of small pictures is over before the runtime would look at this loop a second time.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static UInt128 ContentOf(ReadOnlySpan<byte> pixels)
    {
        // Each step can be undone, for either of its inputs, so no byte is lost; the two halves mix in different ways.
        ulong one = (ulong)pixels.Length, two = ~one;
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(pixels);
        foreach (ulong word in words)
        {
            one = Mixed(one ^ word, 0x9E3779B97F4A7C15);
            two = Mixed(two + word, 0xC2B2AE3D27D4EB4F);
        }

        foreach (byte last in pixels[(words.Length * sizeof(ulong))..])
        {
            one = Mixed(one ^ last, 0x9E3779B97F4A7C15);
            two = Mixed(two + last, 0xC2B2AE3D27D4EB4F);
        }

        return new UInt128(Mixed(one, 0xFF51AFD7ED558CCD), Mixed(two, 0xC4CEB9FE1A85EC53));
    }

    /// <summary>Which samples count; the others are noted.</summary>
    /// <param name="samples">All of them, in the order of the source.</param>
    /// <param name="problems">Takes those that are left out.</param>
    /// <returns>[N] whether a sample counts.</returns>
    public static bool[] Kept(IReadOnlyList<SampleIdentity> samples, ProblemLog problems)
    {
        Dictionary<string, int> keys = new(samples.Count, StringComparer.Ordinal);
        Dictionary<UInt128, int> contents = new(samples.Count);
        int[] first = new int[samples.Count];
        foreach (int i in Enumerable.Range(0, samples.Count).OrderBy(i => Order(samples[i].Subset)).ThenBy(i => samples[i].Rank).ThenBy(i => samples[i].Name, StringComparer.Ordinal))
        {
            SampleIdentity sample = samples[i];
            first[i] = keys.TryGetValue(sample.Key, out int same) || (sample.Content is { } content && contents.TryGetValue(content, out same)) ? same : i;
            if (first[i] == i)
            {
                keys.Add(sample.Key, i);
                if (sample.Content is { } own)
                {
                    contents.Add(own, i);
                }
            }
        }

        for (int i = 0; i < first.Length; i++)
        {
            if (first[i] != i)
            {
                SampleIdentity left = samples[i], kept = samples[first[i]];
                problems.Add(ProblemKind.Duplicate, () => Sentence(left, kept));
            }
        }

        return [.. first.Select((kept, i) => kept == i)];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mixed(ulong value, ulong odd)
    {
        value *= odd;
        return value ^ (value >> 29);
    }

    private static int Order(Subset? part) => part switch
    {
        Subset.Test => 0,
        Subset.Validation => 1,
        _ => 2,
    };

    private static string Sentence(SampleIdentity left, SampleIdentity kept)
    {
        string labels = left.Label is { } one && kept.Label is { } other && one != other ? string.Create(CultureInfo.InvariantCulture, $"; their labels are {one} and {other}") : "";
        return left.ToString() == kept.ToString() ? $"{left} is there more than once{labels}" : $"{left} is the same as {kept}, which is used{labels}";
    }
}
