using RegCls.Data.Labels;
using RegCls.Data.Sets;

namespace RegCls.Data.Depth;

/// <summary>A set of colour pictures with a depth for each pixel: a folder, an archive, a table of paths, or rooms rendered by code.</summary>
public interface IDepthSource
{
    /// <summary>What it is and where it comes from, in a line.</summary>
    string Description { get; }

    /// <summary>A text that is equal only for equal frames: the cache is keyed by it. For files it holds names, lengths and times of change.</summary>
    string Identity { get; }

    /// <summary>Whether frames of the test part say which of their pixels count, as NYUD2-DIR's balanced mask does.</summary>
    bool HasMasks { get; }

    /// <summary>Whether the unit of depth is beyond doubt, because a person said it or code made it.</summary>
    bool UnitIsSaid => false;

    /// <summary>Whether the test part is stored in another way than the frames that are trained on, so that their units are compared with each other.</summary>
    bool TestIsStoredApart => false;

    /// <summary>How many stored units of depth are taken for a metre.</summary>
    /// <param name="part">The part; null for frames that have none.</param>
    double PerMetre(Subset? part) => 1000;

    /// <summary>Goes through the frames in a fixed order, those of one group in the order of time, noting what it skips.</summary>
    /// <param name="problems">Takes what is wrong.</param>
    /// <exception cref="InvalidDataException">The source is not what it was said to be.</exception>
    IEnumerable<DepthEntry> Read(ProblemLog problems);
}
