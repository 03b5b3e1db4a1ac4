using System.Globalization;
using CsvHelper;
using RegCls.Data;
using RegCls.Data.Labels;

namespace RegCls.Theory;

/// <summary>The label priors of notebook 06: three by formula and two as real data sets have them.</summary>
public static class LabelPriors
{
    /// <summary>All targets equally likely on [0, 1].</summary>
    public static LabelPrior Uniform { get; } = HistogramPrior.Uniform(0, 1);

    /// <summary>Two peaks on [0, 1]: 0.7 · N(0.3, 0.06²) + 0.3 · N(0.75, 0.12²).</summary>
    public static LabelPrior Mixture { get; } = new GaussianMixturePrior("two Gaussians", "", 0, 1, [(0.7, 0.3, 0.06), (0.3, 0.75, 0.12)]);

    /// <summary>A tail on [0, 1] that falls to 1/e in 0.15.</summary>
    public static LabelPrior Tail { get; } = new ExponentialPrior("exponential tail", "", 0, 1, 0.15);

    /// <summary>Ages of the 12,208 training images of AgeDB-DIR, in years: [0, 102), an age a is the year [a, a + 1).</summary>
    public static LabelPrior AgeDb()
    {
        LabelCounts counts = AgeDistributions.AgeDb(Subset.Train);
        return new HistogramPrior("AgeDB-DIR ages", "years", [.. Enumerable.Range(0, 103).Select(age => (double)age)], [.. Enumerable.Range(0, 102).Select(age => age < counts.First || age > counts.Last ? 0L : counts.Counts[age - counts.First])]);
    }

    /// <summary>Depths of the training pixels of NYUD2-DIR, in metres: 100 bins of 0.1 m.</summary>
    /// <exception cref="InvalidDataException">The file of counts is not readable.</exception>
    public static LabelPrior Nyud2() => new HistogramPrior(
        "NYUD2-DIR depths",
        "m",
        [.. Enumerable.Range(0, 101).Select(edge => edge / 10.0)],
        ReadCounts("labels/nyud2_depth_counts.csv"));

    /// <summary>All five.</summary>
    public static IReadOnlyList<LabelPrior> All() => [Uniform, Mixture, Tail, AgeDb(), Nyud2()];

    private static List<long> ReadCounts(string file)
    {
        string path = DataFiles.Find(file);
        using StreamReader reader = new(path);
        using CsvReader csv = new(reader, CultureInfo.InvariantCulture);
        try
        {
            csv.Read();
            csv.ReadHeader();
            List<long> counts = [];
            while (csv.Read())
            {
                counts.Add(csv.GetField<long>("count"));
            }

            return counts;
        }
        catch (CsvHelperException error)
        {
            throw new InvalidDataException($"{path}, line {csv.Parser?.RawRow}: not a row of label counts; expected the columns bin, depth_lo_m, depth_hi_m, count.", error);
        }
    }
}
