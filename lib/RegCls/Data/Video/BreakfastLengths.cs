using System.Globalization;

namespace RegCls.Data.Video;

/// <summary>
/// The lengths of Breakfast's videos: 1,460 real ones (<c>data/labels/breakfast_lengths.csv</c>), and drawn ones for the persons P03 to P15, of whom no list is at hand. They are the test set of split S1 and in the
/// training set of the others.
/// </summary>
public static class BreakfastLengths
{
    private const string Header = "task,person,camera,frames";

    // 1,712 videos in all, 1,460 known: 252 for 13 persons and 10 tasks, so nearly two each.
    private const int MissingVideos = 252;

    /// <summary>The real lengths.</summary>
    /// <param name="path">A CSV file with the columns task, person, camera, frames.</param>
    /// <exception cref="InvalidDataException">The file is not that; the message names the line.</exception>
    public static IReadOnlyList<VideoLength> Read(string path)
    {
        List<VideoLength> lengths = [];
        int line = 0;
        foreach (string text in File.ReadLines(path))
        {
            line++;
            string[] parts = text.Split(',');
            if (line == 1 ? text != Header : parts.Length != 4 || !int.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out int frames) || frames < 2)
            {
                throw new InvalidDataException($"{path}, line {line}: '{Shown(text)}' is no length of a video, expected {Header} with at least 2 frames: take the file of the repository.");
            }

            if (line > 1)
            {
                // The name is checked as that of a feature file is.
                try
                {
                    (string task, int person, string camera) = BreakfastName.Parse($"{parts[1]}_{parts[2]}_{parts[1]}_{parts[0]}");
                    lengths.Add(new VideoLength(task, person, camera, int.Parse(parts[3], CultureInfo.InvariantCulture)));
                }
                catch (InvalidDataException exception)
                {
                    throw new InvalidDataException($"{path}, line {line}: '{Shown(text)}' names no video of Breakfast, expected {Header}: take the file of the repository.", exception);
                }
            }
        }

        return lengths;
    }

    /// <summary>
    /// The real lengths and 252 drawn ones. A missing person takes, for each task, the length of the first camera of a person drawn from those known for that task; a second camera, where there is one, filmed the same take and has the same length.
    /// </summary>
    /// <param name="known">The real lengths.</param>
    public static IReadOnlyList<VideoLength> WithDrawn(IReadOnlyList<VideoLength> known)
    {
        RandomStream stream = RandomStream.Named("video", "simulated", "lengths");
        List<VideoLength> drawn = [];
        for (int camera = 0; camera < 2; camera++)
        {
            foreach (string task in BreakfastName.Tasks)
            {
                IGrouping<int, VideoLength>[] donors = [.. known.Where(video => video.Task == task).GroupBy(video => video.Person).OrderBy(person => person.Key)];
                for (int person = BreakfastName.FirstPerson; BreakfastName.TestSplit(person) == 1; person++)
                {
                    if (drawn.Count == MissingVideos)
                    {
                        break;
                    }

                    int frames = drawn.FirstOrDefault(video => video.Task == task && video.Person == person)?.Frames
                        ?? donors[stream.NextInt32(donors.Length)].MinBy(video => video.Camera, StringComparer.Ordinal)!.Frames;
                    drawn.Add(new VideoLength(task, person, camera == 0 ? "cam01" : "cam02", frames, IsDrawn: true));
                }
            }
        }

        return [.. drawn, .. known];
    }

    private static string Shown(string text) => text.Length <= 80 ? text : $"{text[..80]}…";
}
