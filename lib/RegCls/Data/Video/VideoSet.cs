namespace RegCls.Data.Video;

/// <summary>Videos and the table of their frames.</summary>
/// <param name="Features">The table.</param>
/// <param name="Clips">The videos, each with its rows.</param>
/// <param name="Notes">What the reader found and did, in sentences; empty where there is nothing to say.</param>
public sealed record VideoSet(FeatureTable Features, IReadOnlyList<VideoClip> Clips, IReadOnlyList<string> Notes) : IDisposable
{
    /// <summary>Frees the table.</summary>
    public void Dispose() => Features.Dispose();
}
