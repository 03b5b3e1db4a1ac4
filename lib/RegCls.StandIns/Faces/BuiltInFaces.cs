using System.Globalization;
using RegCls.Data.Images;
using RegCls.Data.Labels;
using RegCls.Data.Sets;

namespace RegCls.Data.Faces;

/// <summary>
/// Faces drawn by code with the ages and the split of AgeDB-DIR, so that the age study runs for everyone. They are a stand-in: the label counts are real, the faces are not, and
/// every chart and table made from them says so.
/// </summary>
public sealed class BuiltInFaces : IImageSource
{
    // To be raised with every change of a drawn pixel, so that no cache of an older drawing is used.
    private const int Drawing = 1;

    private readonly double share;
    private readonly int seed;

    /// <summary>Plans a set; faces are drawn when it is read.</summary>
    /// <param name="share">Share of AgeDB-DIR's images of each age and part, in (0, 1]; of an age that is there, at least one is kept. A smaller set is part of a larger one.</param>
    /// <param name="seed">Names the random streams.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not in (0, 1].</exception>
    public BuiltInFaces(double share = 1, int seed = 0)
    {
        if (share is not (> 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "The share of AgeDB-DIR's images must be above 0 and at most 1.");
        }

        this.share = share;
        this.seed = seed;
    }

    /// <inheritdoc/>
    public string Description => string.Create(CultureInfo.InvariantCulture, $"Drawn faces (a stand-in) with {(share == 1 ? "the" : $"{share:0.###} of the")} label counts of AgeDB-DIR");

    /// <inheritdoc/>
    public string Identity => string.Create(CultureInfo.InvariantCulture, $"built-in faces, drawing {Drawing}, share {share:R}, seed {seed}");

    /// <summary>The shot thresholds that belong to the share.</summary>
    public ShotRule Shots => new ShotRule().Scaled(share);

    /// <summary>How many faces of each age a part holds.</summary>
    public LabelCounts Counts(Subset subset)
    {
        LabelCounts real = AgeDistributions.AgeDb(subset);
        return LabelCounts.FromCounts(real.First, [.. real.Counts.ToArray().Select(Kept)]);
    }

    /// <inheritdoc/>
    public IEnumerable<ImageEntry> Read(ProblemLog problems)
    {
        foreach (Subset subset in Enum.GetValues<Subset>())
        {
            LabelCounts counts = Counts(subset);
            for (int age = counts.First; age <= counts.Last; age++)
            {
                for (int number = 0; number < counts.InBin(age); number++)
                {
                    (int own, int index) = (age, number);
                    problems.Find("drawn faces");
                    yield return new ImageEntry(
                        string.Create(CultureInfo.InvariantCulture, $"{own:000}-{subset}-{index:0000}"), own, subset,
                        size => new DecodedImage(DrawnFace.Pixels(own, RandomStream.Named("built-in face", seed, subset, own, index), size)));
                }
            }
        }
    }

    private int Kept(int count) => count == 0 ? 0 : Math.Max(1, (int)Math.Round(count * share, MidpointRounding.AwayFromZero));
}
