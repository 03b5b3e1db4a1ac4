using System.Globalization;
using RegCls.Binning;
using RegCls.Data;
using RegCls.Losses;

namespace RegCls.Training.Images;

/// <summary>A row of Tab. 3 or 4: objective, classes, weights, and what else a method does to the training of an image model. Parts combine freely.</summary>
public sealed record ImageMethod
{
    /// <summary>What is minimised.</summary>
    public ImageObjective Objective { get; init; }

    /// <summary>The regression term: the loss of a residual, L1 for ages in the paper, or a form of Balanced MSE.</summary>
    public RegressionLoss Loss { get; init; } = RegressionLoss.Absolute;

    /// <summary>λ, positive; not used by <see cref="ImageObjective.Regression"/> and <see cref="ImageObjective.Classes"/>.</summary>
    public double Lambda { get; init; } = 1;

    /// <summary>Number of classes C before any merging; 0 without classes.</summary>
    public int Classes { get; init; }

    /// <summary>How classes are made from C equal ranges.</summary>
    public ClassDefinition ClassDefinition { get; init; }

    /// <summary>What the equal ranges cover; ages 0 to 100 in the paper.</summary>
    public Interval ClassRange { get; init; } = new(0, 100);

    /// <summary>Weights of the regression loss by label.</summary>
    public Reweighting Reweighting { get; init; }

    /// <summary>The kernel of LDS; null for none.</summary>
    public SmoothingKernel? LabelSmoothing { get; init; }

    /// <summary>FDS; null for none.</summary>
    public FeatureSmoothingOptions? FeatureSmoothing { get; init; }

    /// <summary>β and γ of Focal-R; null for none.</summary>
    public (double Beta, double Gamma)? Focal { get; init; }

    /// <summary>Tab. 4: both losses see only the samples that are kept with the probabilities of 100 equalised classes, drawn anew at each visit.</summary>
    public bool BalancedSamples { get; init; }

    /// <summary>After the training, the regression head is trained again with this loss while the features stay: Balanced MSE as Ren et al. use it for ages. Null for no such stage.</summary>
    public RegressionLoss? LastLayer { get; init; }

    /// <summary>Which published form of LDS, FDS, Focal-R, Balanced MSE and equalising, where paper and release differ.</summary>
    public PublishedVariant Variant { get; init; }

    /// <summary>The paper's baseline.</summary>
    public static ImageMethod Reg { get; } = new();

    /// <summary>Focal-R with β = 0.2 and γ = 1.</summary>
    public static ImageMethod FocalR { get; } = new() { Focal = (0.2, 1) };

    /// <summary>LDS on square-root-inverse weights, with the kernel of the release of Yang et al.</summary>
    public static ImageMethod Lds { get; } = new() { Reweighting = Reweighting.SquareRootInverse, LabelSmoothing = SmoothingKernel.ReflectedGaussian() };

    /// <summary>FDS alone.</summary>
    public static ImageMethod Fds { get; } = new() { FeatureSmoothing = new FeatureSmoothingOptions() };

    /// <summary>LDS and FDS: the row "Kernel" of Tab. 3.</summary>
    public static ImageMethod Kernel { get; } = Lds with { FeatureSmoothing = new FeatureSmoothingOptions() };

    /// <summary>The control.</summary>
    public static ImageMethod ScaledReg(double lambda) => new() { Objective = ImageObjective.ScaledRegression, Lambda = lambda };

    /// <summary>reg+cls.</summary>
    public static ImageMethod RegCls(int classes, double lambda, ClassDefinition definition = ClassDefinition.Uniform)
        => new() { Objective = ImageObjective.RegressionAndClasses, Classes = classes, Lambda = lambda, ClassDefinition = definition };

    /// <summary>Classification with the expected value as prediction.</summary>
    public static ImageMethod ExpectedClass(int classes) => new() { Objective = ImageObjective.Classes, Classes = classes };

    /// <summary>Another regression term alone: MSE, Huber, or Balanced MSE (GAI, BMC, BNI).</summary>
    public static ImageMethod Of(RegressionLoss loss) => new() { Loss = loss };

    /// <summary>Weights without smoothing.</summary>
    public static ImageMethod Weighted(Reweighting reweighting) => new() { Reweighting = reweighting };

    /// <summary>Whether the network has a classification head.</summary>
    public bool HasClasses => Objective is ImageObjective.RegressionAndClasses or ImageObjective.Classes;

    /// <summary>Factors of the regression and the classification term.</summary>
    public (double Regression, double Classification) Factors => Objective switch
    {
        ImageObjective.Regression => (1, 0),
        ImageObjective.ScaledRegression => (Math.Max(Lambda, 1), 0),
        ImageObjective.RegressionAndClasses => (Math.Max(Lambda, 1), 1 / Math.Min(Lambda, 1)),
        _ => (0, 1),
    };

    /// <summary>Name in tables, such as <c>reg+cls bal. (100 cls)</c>.</summary>
    public string DisplayName
    {
        get
        {
            string classes = string.Create(CultureInfo.InvariantCulture, $"({Classes} cls)");
            string name = Objective switch
            {
                ImageObjective.ScaledRegression => "scaled reg",
                ImageObjective.RegressionAndClasses => ClassDefinition switch
                {
                    ClassDefinition.Balanced => $"reg+cls bal. {classes}",
                    ClassDefinition.KeepOnly => $"reg+cls keep only {classes}",
                    _ => $"reg+cls {classes}",
                },
                ImageObjective.Classes => $"expected class {classes}",
                _ => Loss.IsBalanced() ? Loss.ToString().ToUpperInvariant() : "reg",
            };
            string weights = (Reweighting, LabelSmoothing) switch
            {
                (Reweighting.None, _) => "",
                (Reweighting.Inverse, not null) => " + LDS (inverse)",
                (_, not null) => " + LDS",
                (Reweighting.Inverse, _) => " + inverse weights",
                _ => " + sqrt-inverse weights",
            };
            return $"{name}{weights}{(FeatureSmoothing is null ? "" : " + FDS")}{(Focal is null ? "" : " + Focal-R")}{(BalancedSamples ? ", balanced samples" : "")}{(LastLayer is { } last ? $", last layer {last.ToString().ToUpperInvariant()}" : "")}{Variant switch { PublishedVariant.AsInPaper => ", as in its paper", PublishedVariant.AsReleased => ", as released", _ => "" }}";
        }
    }

    /// <summary>The regression term; the caller disposes it.</summary>
    /// <param name="labels">Training labels, or quantiles of them, from which Balanced MSE takes its prior.</param>
    internal IRegressionCriterion Criterion(double[] labels)
        => Loss.IsBalanced() ? new BalancedMseCriterion(Loss, labels, learnable: Variant != PublishedVariant.AsReleased) : new SampleCriterion(Loss, Focal, Variant);

    /// <summary>Throws unless the parts fit together.</summary>
    /// <exception cref="ArgumentException">λ is not positive, or classes are missing or not used; the message says which.</exception>
    public void Validate()
    {
        if (!(Lambda > 0) || !double.IsFinite(Lambda))
        {
            throw new ArgumentException($"λ must be a positive number, got {Lambda}.");
        }

        if (HasClasses ? Classes < 2 : Classes != 0)
        {
            throw new ArgumentException($"The objective {Objective} needs {(HasClasses ? "at least 2 classes" : "no classes")}, got C = {Classes}.");
        }

        if (LastLayer is not null && Objective == ImageObjective.Classes)
        {
            throw new ArgumentException("A method without regression has no regression head to train again; leave out the last layer's loss.");
        }

        if (Loss.IsBalanced() && (Focal is not null || Reweighting != Reweighting.None))
        {
            throw new ArgumentException($"Balanced MSE ({Loss}) corrects for the label counts itself; leave out Focal-R and weights.");
        }
    }
}
