using RegCls.Platform;

namespace RegCls.Studies;

/// <summary>One trained model: its configuration and what it reached.</summary>
public interface IRunRecord
{
    /// <summary>What was run.</summary>
    IRunConfiguration Configuration { get; }

    /// <summary>Which kernels computed its convolutions; null for a model without any.</summary>
    KernelPath? Kernels => null;

    /// <summary>Wall-clock seconds of the training on one core.</summary>
    double Seconds { get; }

    /// <summary>Sixteen hexadecimal digits that name the data it was trained on, by their names, sizes and contents; empty for data made by code, and in records from before there were fingerprints.</summary>
    string DataHash => "";

    /// <summary>The numbers the model reached, in a fixed order: two records of one model agree if these agree to the bit.</summary>
    IReadOnlyList<double> Results { get; }

    /// <summary>The error a person who watches the run wants to see, and what it is, as in "test MSE"; an empty name and NaN where the record has no error.</summary>
    (string Name, double Value) ShownError => ("", double.NaN);
}

/// <summary>A record that can be written to a file of records.</summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
public interface IRunRecord<TSelf> : IRunRecord
    where TSelf : class, IRunRecord<TSelf>
{
    /// <summary>Names each column of a file once, in order, for writing and for reading.</summary>
    /// <param name="cells">The line.</param>
    /// <param name="record">The record that is written; null where one is read.</param>
    /// <returns>The record of the line.</returns>
    static abstract TSelf Columns(RecordCells cells, TSelf? record);
}
