using RegCls.Binning;
using RegCls.Models;
using RegCls.Training.Images;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Training.Pictures;

/// <summary>The forward and backward pass of one batch: what both heads see, then the regression and the classification term, each with its factor.</summary>
internal abstract class PictureStep<TBatch> : IDisposable
{
    private readonly bool hasRegression, hasClassification;

    // Held for the whole training; see Numbers.
    private readonly Scalar regressionFactor, classificationFactor;

    /// <param name="method">Factors of the two terms.</param>
    /// <param name="accumulated">Passes a step: each one's loss is divided by it.</param>
    protected PictureStep(ImageMethod method, int accumulated)
    {
        (double regression, double classification) = method.Factors;
        (hasRegression, hasClassification) = (regression > 0, classification > 0);
        IsWeighted = method.Reweighting != Reweighting.None;
        regressionFactor = regression / accumulated;
        classificationFactor = classification / accumulated;
    }

    /// <summary>Whether samples have weights.</summary>
    protected bool IsWeighted { get; }

    /// <summary>Adds the gradients to those of the parameters.</summary>
    /// <returns>What the pass adds to the minimised value of the step; 0 if nothing of the batch was kept.</returns>
    public double Take(TBatch batch)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor seen = Seen(batch);
        Tensor? loss = hasRegression && TeachesRegression(batch) ? Regression(batch, seen).mul(regressionFactor) : null;
        if (hasClassification)
        {
            Tensor classification = Classification(batch, seen).mul(classificationFactor);
            loss = loss is null ? classification : loss.add(classification, alpha: Numbers.One);
        }

        if (loss is null)
        {
            return 0;
        }

        loss.backward();
        return loss.item<float>();
    }

    /// <summary>The regression of a batch, without gradients, to look for what is wrong in it.</summary>
    public abstract void Forward(TBatch batch);

    /// <summary>The numbers of a batch that enter the step.</summary>
    public abstract IEnumerable<double> Values(TBatch batch);

    /// <summary>What both heads see.</summary>
    protected abstract Tensor Seen(TBatch batch);

    /// <summary>Whether anything in the batch enters the regression term.</summary>
    protected abstract bool TeachesRegression(TBatch batch);

    /// <summary>The regression term, <c>[]</c>.</summary>
    protected abstract Tensor Regression(TBatch batch, Tensor seen);

    /// <summary>The classification term, <c>[]</c>.</summary>
    protected abstract Tensor Classification(TBatch batch, Tensor seen);

    public void Dispose()
    {
        regressionFactor.Dispose();
        classificationFactor.Dispose();
    }

    // torch.tensor copies whole arrays, so only the last batch of an epoch needs a shorter one.
    protected static T[] First<T>(T[] array, int length) => array.Length == length ? array : array.AsSpan(0, length).ToArray();
}
