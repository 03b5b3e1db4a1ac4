using System.Globalization;
using System.Text.RegularExpressions;

namespace RegCls.Data.Video;

/// <summary>
/// Reads the skeleton sequences of MSR-Action3D (Li et al., 2010): files such as <c>a01_s02_e03_skeleton3D.txt</c> (action, subject, take), 20 lines a frame, one a joint, each x, y, z in
/// metres and a confidence.
/// </summary>
/// <remarks>The features of a frame are the 60 coordinates of its joints relative to their mean, in metres, so that they do not tell where in the room the person stands. The confidence is left out. So are sequences
/// in which the sensor lost the person: all joints of a frame at the origin.</remarks>
public static partial class SkeletonReader
{
    /// <summary>Joints of a skeleton.</summary>
    public const int Joints = 20;

    private const int Columns = 4;

    /// <summary>The actions, a01 to a20: the tasks.</summary>
    public static IReadOnlyList<string> Actions { get; } =
    [
        "high arm wave", "horizontal arm wave", "hammer", "hand catch", "forward punch", "high throw", "draw x", "draw tick", "draw circle", "hand clap",
        "two hand wave", "side boxing", "bend", "forward kick", "side kick", "jogging", "tennis swing", "tennis serve", "golf swing", "pick up and throw",
    ];

    /// <summary>Number of subjects, and of splits: subjects 1 and 2 are the test set of split 1, 3 and 4 of split 2, and so on.</summary>
    public const int Subjects = 10, Splits = 5;

    /// <summary>The split whose test set a subject is in.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such subject.</exception>
    public static int TestSplit(int subject)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(subject, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(subject, Subjects);
        return (subject + 1) / 2;
    }

    /// <summary>The sequences of a folder and its sub-folders, in the order of their names.</summary>
    /// <exception cref="InvalidDataException">The folder or a file is not as expected; the message names the file and, where there is one, the line.</exception>
    public static VideoSet Read(string folder)
    {
        string[] files = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*skeleton3D.txt", SearchOption.AllDirectories)] : [];
        if (files.Length == 0)
        {
            throw new InvalidDataException($"{folder} holds no skeleton sequences, expected files such as a01_s02_e03_skeleton3D.txt: name the folder that MSRAction3D-skeleton.tar.gz was unpacked to.");
        }

        Array.Sort(files, StringComparer.Ordinal);
        List<VideoClip> clips = [];
        List<float> values = [];
        int lost = 0;
        foreach (string file in files)
        {
            VideoFrames frames = ReadFile(file);
            if (IsLost(frames.Values))
            {
                lost++;
                continue;
            }

            clips.Add(new VideoClip(frames.Task, frames.Person, frames.Camera, values.Count / (Joints * 3), frames.Values.Length / (Joints * 3)));
            values.AddRange(frames.Values);
        }

        return new VideoSet(FeatureTable.Of([.. values], Joints * 3), clips, lost == 0 ? [] : [$"{lost} of {files.Length} sequences have frames without a skeleton and are left out."]);
    }

    // Where the sensor lost the person all joints are at the origin, so the features are zeros.
    private static bool IsLost(float[] values) => values.Chunk(Joints * 3).Any(frame => Array.TrueForAll(frame, value => value == 0));

    /// <summary>One file.</summary>
    /// <exception cref="InvalidDataException">The file is not as expected.</exception>
    internal static VideoFrames ReadFile(string path)
    {
        Match match = Form().Match(Path.GetFileName(path));
        int action = match.Success ? Number(match, "action") : 0, subject = match.Success ? Number(match, "subject") : 0;
        if (action < 1 || action > Actions.Count || subject < 1 || subject > Subjects)
        {
            throw new InvalidDataException($"{path}: not the name of a sequence, expected a01 to a{Actions.Count}, s01 to s{Subjects} and a take, such as a01_s02_e03_skeleton3D.txt: rename the file or move it away.");
        }

        (float[] values, int _) = FeatureText.Read(File.ReadAllBytes(path), path, CheckColumns);
        int lines = values.Length / Columns;
        if (lines % Joints != 0)
        {
            throw new InvalidDataException($"{path}, line {lines}: the last frame is torn, it has {lines % Joints} of {Joints} joints: copy the file again.");
        }

        return lines > Joints
            ? new VideoFrames(Actions[action - 1], subject, "take " + Number(match, "take").ToString(CultureInfo.InvariantCulture), Relative(values))
            : throw new InvalidDataException($"{path}, line {lines}: the sequence has one frame, expected at least two: progress is not defined for it, move the file away.");
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static void CheckColumns(int columns, string place)
    {
        if (columns != Columns)
        {
            throw new InvalidDataException($"{place}: a row of {columns} numbers, expected {Columns}: x, y, z and a confidence: this is not a skeleton sequence.");
        }
    }

    private static float[] Relative(float[] values)
    {
        int frames = values.Length / (Joints * Columns);
        float[] relative = new float[frames * Joints * 3];
        for (int frame = 0; frame < frames; frame++)
        {
            for (int axis = 0; axis < 3; axis++)
            {
                double mean = 0;
                for (int joint = 0; joint < Joints; joint++)
                {
                    mean += values[(frame * Joints + joint) * Columns + axis] / (double)Joints;
                }

                for (int joint = 0; joint < Joints; joint++)
                {
                    relative[(frame * Joints + joint) * 3 + axis] = (float)(values[(frame * Joints + joint) * Columns + axis] - mean);
                }
            }
        }

        return relative;
    }

    [GeneratedRegex(@"^a(?<action>\d\d)_s(?<subject>\d\d)_e(?<take>\d\d)_skeleton3D\.txt$")]
    private static partial Regex Form();
}
