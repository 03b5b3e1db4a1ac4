using System.Globalization;
using System.Text.RegularExpressions;
using RegCls.Data.Sets;

namespace RegCls.Data.Video;

/// <summary>
/// Reads the skeleton sequences of MSR-Action3D (Li et al., 2010): files such as <c>a01_s02_e03_skeleton3D.txt</c> (action, subject, take), 20 lines a frame, one a joint, each x, y, z in
/// metres and a confidence.
/// </summary>
/// <remarks>The features of a frame are the 60 coordinates of its joints relative to their mean, in metres, so that they do not tell where in the room the person stands. The confidence is left out. So are sequences
/// in which the sensor lost the person, or a part of it: joints of a frame at the origin.</remarks>
public static partial class SkeletonReader
{
    /// <summary>Joints of a skeleton.</summary>
    public const int Joints = 20;

    private const int Columns = 4, Width = Joints * 3;

    private static IReadOnlyList<string> Actions => VideoTasks.MsrAction3D.Tasks;

    /// <summary>The sequences of a folder and its sub-folders, in the order of their names, each once.</summary>
    /// <exception cref="InvalidDataException">There is no usable sequence, or a file is not as expected; the message names the file and, where there is one, the line.</exception>
    public static VideoSet Read(string folder)
    {
        ProblemLog problems = new();
        string[] files = Files(folder, problems);
        List<VideoClip> clips = [];
        List<float> values = [];
        foreach (VideoFrames frames in files.Length == 0 ? [] : VideoFiles.Read(folder, files, Name, ReadFile, problems))
        {
            if (frames.Lost > 0)
            {
                problems.Add(ProblemKind.NoSkeleton, $"{frames.Task}, person {frames.Person}, {frames.Camera}: {frames.Lost} of {frames.Values.Length / Width} frames have joints at the origin");
                continue;
            }

            clips.Add(new VideoClip(frames.Task, frames.Person, frames.Camera, values.Count / Width, frames.Values.Length / Width));
            values.AddRange(frames.Values);
        }

        return clips.Count > 0
            ? new VideoSet(FeatureTable.Of([.. values], Width), clips, []) { Accounting = problems.Account(clips.Count) }
            : throw VideoFiles.Nothing(folder, "expected skeleton sequences, files such as a01_s02_e03_skeleton3D.txt in the folder that MSRAction3D-skeleton.tar.gz was unpacked to", problems);
    }

    /// <summary>Whether a folder looks like this data set's: some file below it has the name of a sequence.</summary>
    public static bool IsSkeletons(string folder) => Files(folder, new ProblemLog()).Length > 0;

    /// <summary>One file.</summary>
    /// <exception cref="InvalidDataException">The file is not as expected.</exception>
    internal static VideoFrames ReadFile(string path)
    {
        (string task, int person, string take) = Name(path);
        (float[] values, int _) = FeatureText.Read(File.ReadAllBytes(path), path, CheckColumns);
        int lines = values.Length / Columns;
        if (lines % Joints != 0)
        {
            throw new InvalidDataException($"{path}, line {lines}: the last frame is torn, it has {lines % Joints} of {Joints} joints: copy the file again.");
        }

        return lines > Joints
            ? new VideoFrames(task, person, take, Relative(values)) { Lost = Lost(values) }
            : throw new InvalidDataException($"{path}, line {lines}: the sequence has one frame, expected at least two: progress is not defined for it, move the file away.");
    }

    private static string[] Files(string folder, ProblemLog problems)
        => Directory.Exists(folder) ? VideoFiles.Find(folder, ["skeleton3D.txt"], name => Beginning().IsMatch(name), file => Name(file), problems) : [];

    // A joint is never exactly where the sensor is: zeros say that it was not seen.
    private static int Lost(float[] values) => values.Chunk(Joints * Columns).Count(frame => frame.Chunk(Columns).Any(joint => joint is [0, 0, 0, ..]));

    private static (string Task, int Person, string Camera) Name(string path)
    {
        Match match = Form().Match(Path.GetFileName(path));
        int action = match.Success ? Number(match, "action") : 0, subject = match.Success ? Number(match, "subject") : 0;
        return action >= 1 && action <= Actions.Count && subject >= 1 && subject <= VideoTasks.Subjects
            ? (Actions[action - 1], subject, "take " + Number(match, "take").ToString(CultureInfo.InvariantCulture))
            : throw new InvalidDataException($"{path}: not the name of a sequence, expected a01 to a{Actions.Count}, s01 to s{VideoTasks.Subjects} and a take, such as a01_s02_e03_skeleton3D.txt: rename the file or move it away.");
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

    [GeneratedRegex(@"^a(?<action>[0-9]{2})_s(?<subject>[0-9]{2})_e(?<take>[0-9]{2})_skeleton3D\.txt$", RegexOptions.IgnoreCase)]
    private static partial Regex Form();

    [GeneratedRegex(@"^a[0-9]{2}_", RegexOptions.IgnoreCase)]
    private static partial Regex Beginning();
}
