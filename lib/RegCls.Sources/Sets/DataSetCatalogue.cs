using RegCls.Data.Depth;
using RegCls.Data.Images;
using RegCls.Data.Video;

namespace RegCls.Data.Sets;

/// <summary>The data sets that can be read from disk.</summary>
public static class DataSetCatalogue
{
    /// <summary>All of them, in the order of the notebooks.</summary>
    public static IReadOnlyList<IDataSet> Entries { get; } =
    [
        AgeDataSets.ImdbWiki,
        AgeDataSets.AgeDb,
        AgeDataSets.UtkFace,
        DepthDataSets.Nyud2,
        DepthDataSets.NyuLabelled,
        DepthDataSets.Recording,
        VideoDataSets.Breakfast,
        VideoDataSets.MsrAction3D,
    ];
}
