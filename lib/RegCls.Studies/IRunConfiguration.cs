using System.Security.Cryptography;
using System.Text;

namespace RegCls.Studies;

/// <summary>Everything that determines one trained model, of whatever kind of study.</summary>
public interface IRunConfiguration
{
    /// <summary>Sixteen hexadecimal digits that name the run; equal for equal runs only, also between kinds of studies.</summary>
    string Hash { get; }

    /// <summary>What names the data of the run: models with equal keys are trained on the same samples, one after the other, and stay in one part of a study.</summary>
    object DataSet { get; }

    /// <summary>Models of one data set with equal networks may be trained together, as replicas of one batched network; equal to <see cref="Hash"/> where each is trained alone.</summary>
    object Network { get; }

    /// <summary>How many models are trained together at most.</summary>
    int Replicas { get; }

    /// <summary>The relative cost of the model, in a unit of its study's own: what a kind that was never measured is shared out by.</summary>
    long Cost { get; }

    /// <summary>Models with equal kinds take about the same time.</summary>
    object Kind { get; }

    /// <summary>A <see cref="Hash"/>: sixteen hexadecimal digits, the start of the SHA-256 of a text in UTF-8 that tells everything.</summary>
    internal static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
