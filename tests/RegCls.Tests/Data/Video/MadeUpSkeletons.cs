using System.Globalization;
using RegCls.Data;

namespace RegCls.Tests.Data.Video;

/// <summary>Skeleton sequences of numbers drawn at random.</summary>
internal static class MadeUpSkeletons
{
    /// <summary>Writes a sequence a subject of the first actions.</summary>
    public static string Write(string folder, int actions, IEnumerable<int> subjects, int frames = 120)
    {
        Directory.CreateDirectory(folder);
        foreach ((int action, int subject) in Enumerable.Range(1, actions).SelectMany(action => subjects.Select(subject => (action, subject))))
        {
            RandomStream stream = RandomStream.Named("test", "skeleton", action, subject);
            File.WriteAllLines(
                Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"a{action:00}_s{subject:00}_e01_skeleton3D.txt")),
                Enumerable.Range(0, 20 * frames).Select(_ => string.Create(CultureInfo.InvariantCulture, $"{stream.NextDouble():F4} {stream.NextDouble():F4} {stream.NextDouble() + 2:F4} 1.0")));
        }

        return folder;
    }
}
