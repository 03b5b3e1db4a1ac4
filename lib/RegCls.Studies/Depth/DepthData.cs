namespace RegCls.Studies.Depth;

/// <summary>Which frames a depth model is trained on.</summary>
public enum DepthData
{
    /// <summary>Rooms rendered by code: a stand-in.</summary>
    BuiltIn,

    /// <summary>An RGB-D recording of real rooms, 250 frames (research only, not in the repository), split by time.</summary>
    Recording,

    /// <summary>NYUD2-DIR, the data of the paper's Tab. 2, where it is on disk: one of 20 training pictures (all, as published), all test pictures.</summary>
    Nyud2,

    /// <summary>NYUv2's labelled part, where it is on disk: split by scenes.</summary>
    NyuLabelled,
}
