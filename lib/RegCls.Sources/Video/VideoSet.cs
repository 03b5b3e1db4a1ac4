using System.Runtime.InteropServices;
using RegCls.Data.Sets;

namespace RegCls.Data.Video;

/// <summary>Videos and the table of their frames.</summary>
/// <param name="Features">The table.</param>
/// <param name="Clips">The videos, each with its rows.</param>
/// <param name="Notes">What the reader found and did, in sentences; empty where there is nothing to say.</param>
public sealed record VideoSet(FeatureTable Features, IReadOnlyList<VideoClip> Clips, IReadOnlyList<string> Notes) : IDisposable
{
    /// <summary>What became of all files.</summary>
    public Accounting Accounting { get; init; } = new("videos", 0, 0, []);

    /// <summary>What was left out.</summary>
    public IReadOnlyList<ProblemSummary> Problems => Accounting.Problems;

    /// <summary>Sixteen hexadecimal digits that name these videos: task, person, camera, length and numbers of each.</summary>
    public string Fingerprint()
    {
        using Fingerprint print = new();
        foreach (VideoClip clip in Clips)
        {
            print.Add($"{clip.Task}|{clip.Person}|{clip.Camera}|{clip.Rows}|{clip.FrameStep}|{Features.Width}");
            foreach (int row in clip.TableRows)
            {
                print.Add(MemoryMarshal.AsBytes(Features.Row(row)));
            }
        }

        return print.ToString();
    }

    /// <summary>Frees the table.</summary>
    public void Dispose() => Features.Dispose();
}
