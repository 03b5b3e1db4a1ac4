using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Losses;

/// <summary>The label histograms of R replicas as tensors <c>[R, 1, K]</c>, for <see cref="BniLoss"/>.</summary>
public sealed class BinnedPrior : IDisposable
{
    /// <summary>Takes one histogram a replica.</summary>
    /// <param name="bins">Histograms with one number of bins K.</param>
    /// <param name="type">Element type, that of the predictions.</param>
    /// <exception cref="ArgumentException">There is no histogram, they differ in K, or masses do not add up to 1 (to 1e-9).</exception>
    public BinnedPrior(IReadOnlyList<LabelBins> bins, ScalarType type = ScalarType.Float64)
    {
        if (bins.Count == 0 || bins.Any(histogram => histogram.Centres.Count != bins[0].Centres.Count || histogram.Masses.Count != bins[0].Centres.Count))
        {
            throw new ArgumentException($"BNI needs one histogram a replica, all with as many bins and one mass a bin, got {string.Join(", ", bins.Select(histogram => histogram.Masses.Count))}.", nameof(bins));
        }

        if (bins.FirstOrDefault(histogram => histogram.Masses.Any(mass => !(mass >= 0)) || Math.Abs(histogram.Masses.Sum() - 1) > 1e-9) is { } wrong)
        {
            throw new ArgumentException($"The masses of a label histogram must be 0 or positive with sum 1, got sum {wrong.Masses.Sum()}.", nameof(bins));
        }

        LogMasses = Rows(histogram => histogram.Masses.Select(mass => Math.Log(mass)));
        Centres = Rows(histogram => histogram.Centres);

        Tensor Rows(Func<LabelBins, IEnumerable<double>> values) =>
            tensor([.. bins.SelectMany(values)], [bins.Count, 1, bins[0].Centres.Count], type).DetachFromDisposeScope();
    }

    /// <summary>log P(bin), minus infinity for an empty bin.</summary>
    public Tensor LogMasses { get; }

    /// <summary>c.</summary>
    public Tensor Centres { get; }

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        LogMasses.Dispose();
        Centres.Dispose();
    }
}
