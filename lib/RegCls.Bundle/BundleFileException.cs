namespace RegCls.Bundle;

/// <summary>A file of the bundle is not what a fix expects; the message is one sentence that names the file.</summary>
public sealed class BundleFileException : Exception
{
    /// <summary>Makes the sentence <c>file name: problem</c>.</summary>
    /// <param name="path">The file in question; only its name goes into the message, the whole path is in <see cref="FilePath"/>.</param>
    /// <param name="problem">What was found, what was expected, what to do.</param>
    public BundleFileException(string path, string problem)
        : base($"{Path.GetFileName(path)}: {problem}")
        => FilePath = path;

    /// <summary>Makes the sentence <c>file name: problem</c> and keeps the cause.</summary>
    /// <param name="path">The file in question.</param>
    /// <param name="problem">What was found, what was expected, what to do.</param>
    /// <param name="cause">What made the file unreadable.</param>
    public BundleFileException(string path, string problem, Exception cause)
        : base($"{Path.GetFileName(path)}: {problem}", cause)
        => FilePath = path;

    /// <summary>The file the message is about.</summary>
    public string FilePath { get; }
}
