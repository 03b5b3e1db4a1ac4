using RegCls.Platform;

namespace RegCls.Studies;

/// <summary>Keeps records of wrong kernels from being compared with right ones.</summary>
internal static class RecordedKernels
{
    /// <summary>Throws where records were made in the usual layout and that is wrong on this machine. Files of other machines are not told apart: what they hold may be right, and is trained again all the same.</summary>
    /// <param name="records">What a file holds.</param>
    /// <param name="path">The file's name.</param>
    /// <param name="isUsualLayoutRight">Whether the usual layout is right here; asked only where it matters.</param>
    /// <exception cref="InvalidDataException">It is not.</exception>
    public static void Require(IEnumerable<IRunRecord> records, string path, Func<bool> isUsualLayoutRight)
    {
        int old = records.Count(record => record.Kernels == KernelPath.Default);
        if (old > 0 && !isUsualLayoutRight())
        {
            throw new InvalidDataException(
                $"{path}: {old} of its models were trained with libtorch's kernels for the usual layout (no name in the column kernels), which compute wrong gradients on this machine: move the file away to train them again.");
        }
    }
}
