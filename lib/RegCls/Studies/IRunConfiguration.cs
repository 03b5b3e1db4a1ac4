namespace RegCls.Studies;

/// <summary>Everything that determines one trained model, of whatever kind of study.</summary>
public interface IRunConfiguration
{
    /// <summary>Sixteen hexadecimal digits that name the run; equal for equal runs only, also between kinds of studies.</summary>
    string Hash { get; }

    /// <summary>What names the data of the run: models with equal keys are trained on the same samples, one after the other, and stay in one part of a study.</summary>
    object DataSet { get; }

    /// <summary>The expected cost of the model, in a unit of its study's own.</summary>
    long Cost { get; }

    /// <summary>Models with equal kinds take about the same time.</summary>
    object Kind { get; }
}
