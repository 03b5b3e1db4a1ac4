using RegCls.Data;
using RegCls.Data.Images;
using RegCls.Data.Labels;
using RegCls.Data.Sets;

namespace RegCls.Tests.Training.Images;

/// <summary>Noisy pictures whose brightness is their label, with a skewed label distribution: a task that a tiny network learns in seconds. Label 90 has one training image.</summary>
internal sealed class BrightnessImages : IImageSource
{
    public string Description => "Brightness";

    public string Identity => "brightness 1";

    public IEnumerable<ImageEntry> Read(ProblemLog problems)
    {
        foreach (Subset subset in Enum.GetValues<Subset>())
        {
            for (int i = 0; i < (subset == Subset.Train ? 95 : 20); i++)
            {
                double label = i == 0 ? 90 : subset == Subset.Train && i < 50 ? 30 + i % 4 : 5 + 7 * i % 80;
                problems.Find("pictures");
                RandomStream stream = RandomStream.Named("brightness", subset, i);
                yield return new ImageEntry(
                    $"{subset}-{i:000}", label, subset, size => new DecodedImage([.. Enumerable.Range(0, 3 * size * size).Select(_ => (byte)Math.Clamp(30 + 2 * label + 12 * stream.NextGaussian(), 0, 255))]));
            }
        }
    }
}
