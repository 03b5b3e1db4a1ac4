using RegCls.Data.Sets;

namespace RegCls.Data.Images;

/// <summary>A set of labelled images: a folder, an archive, a table of paths, or faces drawn by code.</summary>
public interface IImageSource
{
    /// <summary>What it is and where it comes from, in a line.</summary>
    string Description { get; }

    /// <summary>A text that is equal only for equal images and labels: the cache is keyed by it. For files it holds names, lengths and times of change.</summary>
    string Identity { get; }

    /// <summary>Goes through the images in a fixed order, noting what it skips. An archive is read as a stream, nothing of it is unpacked to disk.</summary>
    /// <param name="problems">Takes what is wrong.</param>
    /// <exception cref="InvalidDataException">The source is not what it was said to be, such as a table without the needed columns.</exception>
    IEnumerable<ImageEntry> Read(ProblemLog problems);
}
