namespace RegCls.Data.Video;

/// <summary>
/// Simulated features, a stand-in for Breakfast's: 64 numbers a frame that drift through the stages of a task while the video goes on. Stages last differently long in each video, persons and cameras have offsets of their
/// own, slow and fast noise is heavier than the signal, and some stretches tell nothing.
/// </summary>
/// <remarks>
/// <para>Feature vector of frame t of a video: <c>stage(t) + person + camera + slow(t) + white(t)</c>. <c>stage</c> goes linearly from the vector of one stage to that of the next; in an uninformative stretch it is 0.
/// <c>slow</c> goes linearly between independent Gaussian vectors, which cut a video into <see cref="SimulationOptions.SlowStretches"/> stretches.</para>
/// <para>Each video has a random stream of its own, so a video is the same whatever others are made. Gaussian numbers use the system's logarithm and may differ in the last bit elsewhere.</para>
/// </remarks>
public static class SimulatedVideos
{
    /// <summary>Features a frame.</summary>
    public const int Width = BreakfastReader.Width;

    private const int Stages = 6;

    /// <summary>Makes the features of videos of one task.</summary>
    /// <param name="lengths">Its videos.</param>
    /// <param name="frameStep">Every how many frames one is made; 1 for all. A shorter study sees fewer frames of the same videos.</param>
    /// <param name="options">What the features are made of; the defaults when null.</param>
    /// <exception cref="ArgumentException">There are no videos, or of several tasks.</exception>
    public static VideoSet Create(IReadOnlyList<VideoLength> lengths, int frameStep = 1, SimulationOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(frameStep);
        string[] tasks = [.. lengths.Select(video => video.Task).Distinct()];
        if (tasks.Length != 1)
        {
            throw new ArgumentException($"The lengths are of {tasks.Length} tasks; expected those of one, as each task has stages of its own.", nameof(lengths));
        }

        options ??= new SimulationOptions();
        float[] values = new float[lengths.Sum(video => Rows(video.Frames, frameStep)) * Width];
        float[][] stages = [.. Enumerable.Range(0, Stages + 1).Select(stage => Direction(RandomStream.Named("video", "simulated", tasks[0], "stage", stage), options.Signal))];
        List<VideoClip> clips = [];
        int row = 0;
        foreach (VideoLength video in lengths)
        {
            int rows = Rows(video.Frames, frameStep);
            Fill(video, stages, options, values.AsSpan(row * Width, rows * Width));
            clips.Add(new VideoClip(video.Task, video.Person, video.Camera, row, rows, frameStep));
            row += rows;
        }

        return new VideoSet(FeatureTable.Of(values, Width), clips, []);
    }

    private static int Rows(int frames, int step) => Math.Max((frames + step - 1) / step, 2);

    private static void Fill(VideoLength video, float[][] stages, SimulationOptions options, Span<float> rows)
    {
        float[] offset = Gaussian(RandomStream.Named("video", "simulated", video.Task, "person", video.Person), options.Person);
        Add(offset, Gaussian(RandomStream.Named("video", "simulated", "camera", video.Camera), options.Camera));
        RandomStream stream = RandomStream.Named("video", "simulated", video.Task, video.Person, video.Camera);
        double[] ends = StageEnds(stream, options.Durations);
        bool[] tells = Informative(stream, options.Uninformative);
        float[] before = Gaussian(stream, options.Slow), after = Gaussian(stream, options.Slow);
        int knot = 0, count = rows.Length / Width;
        for (int i = 0; i < count; i++)
        {
            double progress = (double)i / count, stretch = progress * options.SlowStretches;
            for (; (int)stretch > knot; knot++)
            {
                (before, after) = (after, Gaussian(stream, options.Slow));
            }

            int stage = Array.FindIndex(ends, end => progress < end);
            double start = stage == 0 ? 0 : ends[stage - 1];
            float along = (float)((progress - start) / (ends[stage] - start)), slow = (float)(stretch - knot);
            float signal = tells[(int)(progress * tells.Length)] ? 1 : 0;
            Span<float> row = rows.Slice(i * Width, Width);
            for (int feature = 0; feature < Width; feature++)
            {
                row[feature] = signal * ((1 - along) * stages[stage][feature] + along * stages[stage + 1][feature])
                    + offset[feature] + (1 - slow) * before[feature] + slow * after[feature]
                    + (float)(options.White * stream.NextGaussian());
            }
        }
    }

    // Cumulated shares of the stages' durations; the last is 1.
    private static double[] StageEnds(RandomStream stream, double deviation)
    {
        double[] durations = [.. Enumerable.Range(0, Stages).Select(_ => Math.Exp(deviation * stream.NextGaussian()))];
        double sum = durations.Sum(), cumulated = 0;
        double[] ends = [.. durations.Select(duration => cumulated += duration / sum)];
        ends[^1] = 1;
        return ends;
    }

    // Twenty stretches of equal length, each of which tells something or not.
    private static bool[] Informative(RandomStream stream, double share) => [.. Enumerable.Range(0, 20).Select(_ => stream.NextDouble() >= share)];

    private static float[] Direction(RandomStream stream, double length)
    {
        float[] vector = Gaussian(stream, 1);
        double norm = Math.Sqrt(vector.Sum(value => (double)value * value));
        return [.. vector.Select(value => (float)(value * length / norm))];
    }

    private static float[] Gaussian(RandomStream stream, double deviation)
    {
        float[] vector = new float[Width];
        foreach (ref float value in vector.AsSpan())
        {
            value = (float)(deviation * stream.NextGaussian());
        }

        return vector;
    }

    private static void Add(float[] target, float[] other)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] += other[i];
        }
    }
}
