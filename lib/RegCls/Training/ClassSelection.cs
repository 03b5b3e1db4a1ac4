using RegCls.Binning;
using RegCls.Data;

namespace RegCls.Training;

/// <summary>
/// Which samples enter the classification loss at a visit (Eq. 15 and 16): each draws u ~ U[0, 1) and is kept if u &lt; ρ of its class.
/// Both engines ask in the order in which samples are visited, so they keep the same ones.
/// </summary>
/// <param name="keep">Keep probability of each class.</param>
/// <param name="stream">Source of u, used by nobody else; one number a visit, whatever the probability.</param>
public sealed class ClassSelection(IReadOnlyList<double> keep, RandomStream stream)
{
    private readonly double[] probabilities = [.. keep];

    /// <summary>Source of u.</summary>
    internal RandomStream Stream => stream;

    /// <summary>Number of classes.</summary>
    public int Classes => probabilities.Length;

    /// <summary>The label if the sample is kept at this visit, otherwise <see cref="ClassRanges.Ignored"/>.</summary>
    /// <param name="label">The sample's class, or <see cref="ClassRanges.Ignored"/>, which stays so.</param>
    public long Visit(long label)
    {
        double u = stream.NextDouble();
        return label >= 0 && u < probabilities[label] ? label : ClassRanges.Ignored;
    }

    /// <summary>Throws unless there is one probability in (0, 1] a class.</summary>
    /// <exception cref="ArgumentException">Their number is not C, or one is not in (0, 1].</exception>
    internal void Validate(int classes)
    {
        if (probabilities.Length != classes)
        {
            throw new ArgumentException($"There are {probabilities.Length} keep probabilities for C = {classes} classes; expected one a class.");
        }

        int index = Array.FindIndex(probabilities, probability => !(probability > 0 && probability <= 1));
        if (index >= 0)
        {
            throw new ArgumentException($"The keep probability of class {index} is {probabilities[index]}; expected a number in (0, 1].");
        }
    }
}
