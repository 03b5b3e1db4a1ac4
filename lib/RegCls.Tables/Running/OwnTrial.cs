using RegCls.Data;
using RegCls.Studies;

namespace RegCls.Tables.Running;

/// <summary>The settings of one trial of the random search. All arms are tried with the same draws, so that none has better luck; each uses those that it has.</summary>
/// <param name="LearningRate">Adam's step size, from 10^-3.5 to 10^-1.5.</param>
/// <param name="WeightDecay">From 10^-6 to 1 (coupled), or 10^-4 to 10 (decoupled).</param>
/// <param name="Decoupled">True for AdamW: the decay does not depend on the loss's scale.</param>
/// <param name="Lambda">λ, from 10^-2 to 10^3; not used by reg.</param>
/// <param name="Classes">C; used by reg+cls only.</param>
public sealed record OwnTrial(double LearningRate, double WeightDecay, bool Decoupled, double Lambda, int Classes)
{
    /// <summary>The settings of a trial. The first is no draw: usual values, so that a small search is no gamble.</summary>
    /// <param name="options">Seed and numbers of classes.</param>
    /// <param name="split">Which split, from 0.</param>
    /// <param name="trial">Which trial, from 0.</param>
    public static OwnTrial Draw(OwnStudyOptions options, int split, int trial)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (trial == 0)
        {
            return new OwnTrial(3e-3, 1e-4, Decoupled: false, 1, options.Classes[options.Classes.Count / 2]);
        }

        RandomStream stream = RandomStream.Named("own table", "trial", options.Seed, split, trial);
        double rate = Power(-3.5, -1.5), strength = stream.NextDouble();
        bool decoupled = stream.NextDouble() < 0.5;
        return new OwnTrial(rate, decoupled ? Math.Pow(10, -4 + 5 * strength) : Math.Pow(10, -6 + 6 * strength), decoupled, Power(-2, 3), options.Classes[stream.NextInt32(options.Classes.Count)]);

        double Power(double low, double high) => Math.Pow(10, stream.NextUniform(low, high));
    }

    /// <summary>The columns of a record file, all empty for a baseline.</summary>
    internal static OwnTrial? Columns(RecordCells cells, OwnTrial? trial)
    {
        double? rate = cells.NumberOrNull("learning_rate", trial?.LearningRate), decay = cells.NumberOrNull("weight_decay", trial?.WeightDecay);
        string decoupled = cells.Text("decoupled", trial is null ? null : trial.Decoupled ? "yes" : "no");
        double? lambda = cells.NumberOrNull("lambda", trial?.Lambda), classes = cells.NumberOrNull("classes", trial?.Classes);
        return rate is null ? null : new OwnTrial(rate.Value, decay ?? double.NaN, decoupled == "yes", lambda ?? double.NaN, (int)(classes ?? 0));
    }
}
