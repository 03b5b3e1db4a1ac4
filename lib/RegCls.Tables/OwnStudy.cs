using Deedle;
using RegCls.Studies;
using RegCls.Tables.Answers;
using RegCls.Tables.Reading;
using RegCls.Tables.Running;

namespace RegCls.Tables;

/// <summary>
/// Does adding classes help on a table of one's own, or is it the loss scale? reg, the control and reg+cls are searched with one budget on the same splits, beside the mean, a straight line and boosted trees.
/// </summary>
public static class OwnStudy
{
    /// <summary>Compares on arrays.</summary>
    /// <param name="inputs">Inputs <c>[N, width]</c>, in any units; N ≥ 50.</param>
    /// <param name="targets">Targets <c>[N]</c>, in the unit that errors are wanted in.</param>
    /// <param name="options">Budget, splits, progress, cancellation; the defaults take about a minute.</param>
    /// <exception cref="InvalidDataException">The numbers cannot be compared on: not finite, constant, too few; the message says which and what to do.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; what is recorded is gone on with.</exception>
    public static OwnResult Compare(double[,] inputs, double[] targets, OwnStudyOptions? options = null) => Compare(OwnData.From(inputs, targets), options);

    /// <summary>Compares on a Deedle frame.</summary>
    /// <typeparam name="TRow">Type of the row keys, which are not used.</typeparam>
    /// <param name="frame">A column a variable.</param>
    /// <param name="target">Name of the target's column.</param>
    /// <param name="options">As for arrays.</param>
    /// <exception cref="InvalidDataException">As for arrays.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static OwnResult Compare<TRow>(Frame<TRow, string> frame, string target, OwnStudyOptions? options = null) =>
        Compare(OwnData.From(OwnTable.Of(frame), new OwnDataOptions { Target = target }), options);

    /// <summary>Compares on a file: CSV, TSV, either packed with gzip, or Parquet.</summary>
    /// <param name="path">The file.</param>
    /// <param name="target">Name of the target's column.</param>
    /// <param name="options">As for arrays.</param>
    /// <exception cref="InvalidDataException">As for arrays, or the file is not what its name says.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static OwnResult Compare(string path, string target, OwnStudyOptions? options = null) =>
        Compare(OwnData.From(OwnTable.Read(path), new OwnDataOptions { Target = target }), options);

    /// <summary>Compares on a table that was made ready: with chosen columns, groups or times.</summary>
    /// <param name="data">The table.</param>
    /// <param name="options">As for arrays.</param>
    /// <exception cref="InvalidDataException">As for arrays.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static OwnResult Compare(OwnData data, OwnStudyOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        options ??= new OwnStudyOptions();
        if (options.Shard is not null)
        {
            throw new InvalidDataException("A part of a comparison has no answer of its own: train the parts with Train, then compare with their records.");
        }

        NativeLibraries.EnsureLoaded();
        OwnWork work = new(data, options);
        return new OwnResult(data, options, work, work.Run());
    }

    /// <summary>Trains what is not recorded yet, of all or of a part, without an answer.</summary>
    /// <param name="data">The table.</param>
    /// <param name="options">As for <see cref="Compare(OwnData, OwnStudyOptions?)"/>.</param>
    /// <returns>Number of models that are there.</returns>
    /// <exception cref="InvalidDataException">As for arrays.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static int Train(OwnData data, OwnStudyOptions options)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        NativeLibraries.EnsureLoaded();
        return new OwnWork(data, options).Run().Count;
    }

    /// <summary>Number of models of a comparison, or of its part, and what the mean and a straight line reach on the first split, as a sentence.</summary>
    /// <param name="data">The table.</param>
    /// <param name="options">Budget and splits.</param>
    /// <exception cref="InvalidDataException">As for arrays.</exception>
    public static (int Models, string FirstNumbers) Preview(OwnData data, OwnStudyOptions options)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        OwnWork work = new(data, options);
        return ((options.Shard is { } shard ? shard.Of(work.Study) : work.Study).Configurations.Count, work.FirstNumbers());
    }
}
