using RegCls.Data.Depth;
using RegCls.Data.Labels;
using RegCls.Evaluation;
using RegCls.Training.Depth;

namespace RegCls.Studies.Depth;

/// <summary>Takes from models while they live what pictures and charts need: predictions of a few test frames, errors by depth, and what they make of a real frame that none was trained on. One model an arm, of the first seed and split.</summary>
/// <param name="frames">The frames of the study.</param>
/// <param name="count">How many test frames are shown.</param>
public sealed class DepthExamples(DepthFrames frames, int count = 4)
{
    private readonly Lock gate = new();
    private readonly PictureFrames real = new([KinectFrame.Load()], DepthRun.SmallWidth, DepthRun.SmallWidth * 3 / 4);
    private readonly SortedDictionary<(DepthMethod, int), Seen> seen = [];
    private int[] shown = [];
    private DepthCounts? training;

    /// <summary>A few test frames, evenly spread over the test part.</summary>
    /// <exception cref="InvalidOperationException">No model was seen yet.</exception>
    public IReadOnlyList<DepthExample> Test => [.. Enumerable.Range(0, Any().Test.Length).Select(i => Example(frames.Cache, shown[i], frames.Cache.Names[shown[i]], model => model.Test[i]))];

    /// <summary>The real frame.</summary>
    /// <exception cref="InvalidOperationException">No model was seen yet.</exception>
    public DepthExample Real => Example(real, 0, "bookcase, Kinect", model => model.Real);

    /// <summary>Errors by depth on all test frames, arm by arm, at the epoch that is best on validation.</summary>
    public IReadOnlyList<(DepthRun Run, DepthErrorSums Sums)> Errors => [.. seen.Values.Select(model => (model.Run, model.Sums))];

    /// <summary>Errors on the real frame, arm by arm; first what always predicting the mean training depth gives.</summary>
    /// <exception cref="InvalidOperationException">No model was seen yet.</exception>
    public IReadOnlyList<(string Arm, DepthErrors Errors)> RealErrors
    {
        get
        {
            _ = Any();
            ushort[] truth = DepthPixels.Counted(real, 0);
            LabelCounts buckets = training!.Buckets();
            float mean = (float)(Enumerable.Range(0, DepthDistribution.Buckets).Sum(bucket => (0.1 * bucket + 0.05) * buckets.InBin(bucket)) / buckets.Total);
            float[] constant = new float[truth.Length];
            Array.Fill(constant, mean);
            return [("mean training depth", Of(constant)), .. seen.Values.Select(model => (model.Run.DisplayName, Of(model.Real)))];

            DepthErrors Of(float[] prediction)
            {
                DepthErrorSums sums = new();
                sums.Add(prediction, truth);
                return DepthErrors.Of(sums, Enumerable.Range(0, DepthDistribution.Buckets));
            }
        }
    }

    /// <summary>Training pixels of each bucket of 0.1 m.</summary>
    /// <exception cref="InvalidOperationException">No model was seen yet.</exception>
    public LabelCounts Training => Any() is not null ? training!.Buckets() : throw new InvalidOperationException();

    /// <summary>Looks at a model; only those of seed 0 and split 0 are kept. May be called from several threads.</summary>
    internal void Add(DepthRun run, TrainedDepthModel model, CancellationToken cancellation)
    {
        if (run.Seed != 0 || run.Fold != 0)
        {
            return;
        }

        int[] test = frames.Task(run).Indices(Subset.Test);
        int[] chosen = [.. Enumerable.Range(0, Math.Min(count, test.Length)).Select(i => test[(2 * i + 1) * test.Length / (2 * Math.Min(count, test.Length))])];
        model.Use(DepthSelection.BestOnValidation);
        Seen one = new(run, [.. chosen.Select(frame => Flat(model.Predict(frames.Cache, frame)))], Flat(model.Predict(real, 0)), model.Errors(frames.Cache, test, cancellation));
        DepthCounts counts = frames.Training(run);
        lock (gate)
        {
            seen[(run.Method, run.Classes)] = one;
            (shown, training) = (chosen, counts);
        }
    }

    private static float[] Flat(float[,] depth)
    {
        float[] flat = new float[depth.Length];
        Buffer.BlockCopy(depth, 0, flat, 0, flat.Length * sizeof(float));
        return flat;
    }

    private Seen Any() => seen.Values.FirstOrDefault() ?? throw new InvalidOperationException("No model of the first seed and split was trained yet; run the study first.");

    private DepthExample Example(IDepthFrames from, int frame, string name, Func<Seen, float[]> prediction)
    {
        ushort[] truth = new ushort[from.Width * from.Height / 4];
        DepthPixels.Halve(from.Depth(frame), from.Width, truth);
        return new DepthExample(name, from.Width, from.Height, from.Colour(frame).ToArray(), truth, [.. seen.Values.Select(model => (model.Run.DisplayName, prediction(model)))]);
    }

    private sealed record Seen(DepthRun Run, float[][] Test, float[] Real, DepthErrorSums Sums);
}
