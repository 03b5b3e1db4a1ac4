namespace RegCls.Studies.Video;

/// <summary>Which videos a study is about.</summary>
public enum VideoData
{
    /// <summary>Simulated features for videos with Breakfast's lengths: the built-in stand-in.</summary>
    Simulated,

    /// <summary>Breakfast's own features, from a folder.</summary>
    Breakfast,

    /// <summary>The skeletons of MSR-Action3D, from a folder: the real small set.</summary>
    MsrAction3D,
}
