using System.Globalization;
using RegCls.Data;

namespace RegCls.Studies.Searches;

/// <summary>One draw of what an arm can be tuned by. Trial i is the same for all arms, conditions and functions of all searches, so arms share what they have in common.</summary>
/// <param name="LearningRate">Adam's learning rate, log-uniform in [1e-4, 3e-2].</param>
/// <param name="SgdLearningRate">That of SGD, log-uniform in [1e-5, 1e-1].</param>
/// <param name="Lambda">λ, log-uniform in [1e-2, 1e4].</param>
/// <param name="CoupledDecay">Coupled weight decay: 0 in one trial of five on average, else log-uniform in [1e-6, 1e-1].</param>
/// <param name="DecoupledDecay">Decoupled weight decay: 1,000 times that, since at a learning rate of 1e-3 it acts as much weaker.</param>
/// <param name="Classes">Number of classes where the search varies it: 16 or 64.</param>
public sealed record RandomTrial(double LearningRate, double SgdLearningRate, double Lambda, double CoupledDecay, double DecoupledDecay, int Classes)
{
    /// <summary>The trial of a number, from 0.</summary>
    public static RandomTrial Draw(int trial)
    {
        RandomStream stream = RandomStream.Named("1d", "random trial", trial);
        double rate = LogUniform(stream, 1e-4, 3e-2), sgd = LogUniform(stream, 1e-5, 1e-1), lambda = LogUniform(stream, 1e-2, 1e4);
        double decay = stream.NextUniform(0, 1) < 0.2 ? 0 : LogUniform(stream, 1e-6, 1e-1);
        return new(rate, sgd, lambda, decay, Rounded(1e3 * decay), stream.NextUniform(0, 1) < 0.5 ? 16 : 64);
    }

    /// <summary>A number whose logarithm is uniform, with four digits: enough for a search, and one that reads and writes the same everywhere.</summary>
    internal static double LogUniform(RandomStream stream, double low, double high) => Rounded(Math.Exp(stream.NextUniform(Math.Log(low), Math.Log(high))));

    private static double Rounded(double value) => double.Parse(value.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
