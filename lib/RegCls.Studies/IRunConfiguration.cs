using System.Security.Cryptography;
using System.Text;

namespace RegCls.Studies;

/// <summary>Everything that determines one trained model, of whatever kind of study.</summary>
public interface IRunConfiguration
{
    /// <summary>Sixteen hexadecimal digits that name the run; equal for equal runs only, also between kinds of studies.</summary>
    string Hash { get; }

    /// <summary>What names the data of the run: models with equal keys are trained on the same samples, one after the other, and stay in one part of a study. Each model is a piece of work of its own where this is not said.</summary>
    object DataSet => Hash;

    /// <summary>Models of one data set with equal networks may be trained together, as replicas of one batched network; each is trained alone where this is not said.</summary>
    object Network => Hash;

    /// <summary>How many models are trained together at most.</summary>
    int Replicas => 1;

    /// <summary>The relative cost of the model, in a unit of its study's own: what a kind that was never measured is shared out by.</summary>
    long Cost { get; }

    /// <summary>Models with equal kinds take about the same time.</summary>
    object Kind { get; }

    /// <summary>What the time of a model is made of where none of its kind was timed: so many pieces, such as pictures, of a kind of theirs; null where that says nothing.</summary>
    (string Kind, long Count)? Pieces => null;

    /// <summary>Bytes on disk of the decoded data it is trained on; 0 where they are small.</summary>
    long DiskBytes => 0;

    /// <summary>A <see cref="Hash"/> of all settings as they stand in a record file, joined by semicolons behind the kind of study; an empty last one is left out.</summary>
    internal static string HashOf<TRun>(string kind, Func<RecordCells, TRun?, TRun> columns, TRun run)
        where TRun : class
        => HashOf($"{kind};{string.Join(';', RecordCells.Write(columns, run))}".TrimEnd(';'));

    /// <summary>Sixteen hexadecimal digits, the start of the SHA-256 of a text in UTF-8 that tells everything.</summary>
    internal static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
