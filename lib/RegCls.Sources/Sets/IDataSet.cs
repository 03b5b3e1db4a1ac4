namespace RegCls.Data.Sets;

/// <summary>A public data set that people have on disk; the project carries none of their samples.</summary>
public interface IDataSet
{
    /// <summary>The name it goes by on the command line and as a folder below <c>data/</c>: lower case, no spaces.</summary>
    string Name { get; }

    /// <summary>What it is, in a line.</summary>
    string Title { get; }

    /// <summary>What is expected on disk.</summary>
    string Layout { get; }

    /// <summary>Whether a folder that does not have the data set's name holds it, as where <see cref="DataLocation.Variable"/> names the folder of one data set itself. Most are known by their name only.</summary>
    /// <param name="folder">A folder.</param>
    bool Holds(string folder) => false;

    /// <summary>Reads it whole, as a training would, and keeps nothing.</summary>
    /// <param name="path">File or folder, in the expected layout.</param>
    /// <param name="depthScale">How many stored units of depth are a metre; null for what the data set's format says. Data sets without depth take none.</param>
    /// <param name="progress">Told now and then how many samples were read.</param>
    /// <param name="cancellation">Stops between samples.</param>
    /// <returns>What is there. Where a training would refuse it, <see cref="DataReport.Refusals"/> says why.</returns>
    /// <exception cref="ArgumentException">A scale is given for a data set without depth, or it is not above 0.</exception>
    /// <exception cref="InvalidDataException">There is nothing usable; the message says what was found and expected.</exception>
    /// <exception cref="IOException">The path cannot be read.</exception>
    DataReport Check(string path, double? depthScale = null, IProgress<int>? progress = null, CancellationToken cancellation = default);
}
