using System.Globalization;
using System.Reflection;

namespace RegCls.Data.Labels;

/// <summary>The label counts of the age data sets, which are part of this assembly (<c>data/labels</c> of the repository); their images are not.</summary>
public static class AgeDistributions
{
    /// <summary>AgeDB-DIR, exact: 12,208 training, 2,140 validation and 2,140 test images, ages 1-101.</summary>
    /// <param name="subset">Which part.</param>
    public static LabelCounts AgeDb(Subset subset)
    {
        string name = subset switch { Subset.Train => "train", Subset.Validation => "val", _ => "test" };
        return Dense(Rows("agedb_age_counts.csv").Where(row => row[1] == name).Select(row => (Number(row[0]), Number(row[2]))));
    }

    /// <summary>IMDB-WIKI, approximate: read off a published figure, ±21 for each age, tails under about 20 lost. Its sum, 210,880, says it is the whole set of 213,553 images, not the training part.</summary>
    public static LabelCounts ImdbWiki() => Dense(Rows("imdb_wiki_age_digitised.csv").Select(row => (Number(row[0]), Number(row[1]))));

    /// <summary>UTKFace, exact: 23,707 aligned and cropped faces, ages 1-116, or the 23,317 that are different pictures: what is trained and tested on.</summary>
    /// <param name="different">Whether a picture that is there twice counts once, under the age of the first name.</param>
    public static LabelCounts UtkFace(bool different = false) => Dense(Rows("utkface_age_counts.csv").Select(row => (Number(row[0]), Number(row[different ? 2 : 1]))));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static LabelCounts Dense(IEnumerable<(int Age, int Count)> rows)
    {
        Dictionary<int, int> counts = rows.Where(row => row.Count > 0).ToDictionary(row => row.Age, row => row.Count);
        int first = counts.Keys.Min();
        return LabelCounts.FromCounts(first, [.. Enumerable.Range(first, counts.Keys.Max() - first + 1).Select(age => counts.GetValueOrDefault(age))]);
    }

    private static IEnumerable<string[]> Rows(string file)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"labels/{file}")!;
        using StreamReader reader = new(stream);
        _ = reader.ReadLine();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            yield return line.Split(',');
        }
    }
}
