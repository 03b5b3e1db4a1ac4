namespace RegCls.Studies.Depth;

/// <summary>Which frames a depth model is trained on.</summary>
public enum DepthData
{
    /// <summary>Rooms rendered by code: a stand-in.</summary>
    BuiltIn,

    /// <summary>An RGB-D recording of real rooms, 250 frames (research only, not in the repository), split by time.</summary>
    Recording,
}
