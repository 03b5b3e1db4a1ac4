using RegCls.Binning;
using RegCls.Data;
using RegCls.Data.Depth;
using RegCls.Data.Labels;
using RegCls.Losses;
using RegCls.Models.Depth;
using RegCls.Training;
using RegCls.Training.Depth;
using RegCls.Training.Images;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Tests.Training.Depth;

public class DepthStepTests
{
    private const int Width = 32, Height = 24;

    private static readonly SlopedFrames Frames = new(16, Width, Height);
    private static readonly DepthTask Task = new() { Frames = Frames, Subsets = Frames.Subsets, ClassRange = new Interval(0, 6) };
    private static readonly DepthCounts Counts = DepthCounts.Of(Frames, Task.Indices(Subset.Train));

    private static (DepthBatch Batch, DepthPlan Plan) Filled(ImageMethod method, params int[] frames)
    {
        DepthPlan plan = new(method, Task, Counts, 5);
        DepthBatch batch = new(Frames, plan, frames.Length);
        batch.Fill(frames, null, new DepthTrainingOptions());
        return (batch, plan);
    }

    private static double Value(ImageMethod method, DepthNetwork network, DepthBatch batch, FeatureSmoothing? smoothing = null)
    {
        using SampleCriterion criterion = new(method.Loss, method.Focal);
        using DepthStep step = new(network, method, criterion, smoothing, Width, Height, 1);
        return step.Take(batch);
    }

    // Predictions and classes of the network in its present mode, as the step sees them.
    private static (float[] Depths, float[,,,] Logits) Seen(DepthNetwork network, DepthBatch batch)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable guard = no_grad();
        Tensor maps = network.Maps(tensor(batch.Pixels, [batch.Count, 3, Height, Width]));
        float[] depths = network.Regression(network.Features(maps)).data<float>().ToArray();
        float[,,,] logits = new float[batch.Count, Math.Max(network.Classes, 1), Height, Width];
        if (network.Classes > 0)
        {
            Buffer.BlockCopy(TransposedConvolution.Pixels(network.Logits(maps), batch.Count, Height, Width).data<float>().ToArray(), 0, logits, 0, sizeof(float) * logits.Length);
        }

        return (depths, logits);
    }

    private static ushort[] Half(int frame)
    {
        ushort[] half = new ushort[Width * Height / 4];
        DepthPixels.Halve(Frames.Depth(frame), Width, half);
        return half;
    }

    [Fact]
    public void Reg_is_the_mean_squared_error_over_pixels_of_known_depth()
    {
        using SmallDepthNetwork network = new(1, width: 4);
        network.eval();
        (DepthBatch batch, _) = Filled(DepthMethods.Reg, 0, 5, 7);
        (float[] predicted, _) = Seen(network, batch);
        double[] squares = [.. new[] { 0, 5, 7 }.SelectMany(Half).Select((depth, i) => (depth, i)).Where(pixel => pixel.depth > 0).Select(pixel => Math.Pow(predicted[pixel.i] - pixel.depth / 1000.0, 2))];
        Assert.Equal(squares.Average(), Value(DepthMethods.Reg, network, batch), 1e-4 * squares.Average());
        Assert.Equal(7 * squares.Average(), Value(DepthMethods.ScaledReg(7), network, batch), 7e-4 * squares.Average());
        Assert.Equal(squares.Average(), Value(DepthMethods.ScaledReg(0.5), network, batch), 1e-4 * squares.Average());
    }

    [Fact]
    public void Reg_cls_adds_the_cross_entropy_of_full_resolution_classes()
    {
        ImageMethod method = DepthMethods.RegCls(10, 3);
        (DepthBatch batch, DepthPlan plan) = Filled(method, 1, 2);
        using SmallDepthNetwork network = new(1, plan.Classes!.Ranges.Count, width: 4);
        network.eval();
        (_, float[,,,] logits) = Seen(network, batch);
        List<double> losses = [];
        for (int frame = 0; frame < 2; frame++)
        {
            for (int i = 0; i < Width * Height; i++)
            {
                ushort depth = Frames.Depth(frame + 1)[i];
                if (depth > 0)
                {
                    double[] own = [.. Enumerable.Range(0, 10).Select(c => (double)logits[frame, c, i / Width, i % Width])];
                    losses.Add(Math.Log(own.Sum(Math.Exp)) - own[Math.Min((int)(depth / 600.0), 9)]);
                }
            }
        }

        using SmallDepthNetwork plain = new(1, width: 4);
        plain.eval();
        Assert.Equal(3 * Value(DepthMethods.Reg, plain, batch) + losses.Average(), Value(method, network, batch), 1e-3);

        // Below λ = 1 the factor is on the classes.
        Assert.Equal(Value(DepthMethods.Reg, plain, batch) + losses.Average() / 0.25, Value(DepthMethods.RegCls(10, 0.25), network, batch), 4e-3);
    }

    [Fact]
    public void Lds_weighs_pixels_by_the_smoothed_root_of_their_buckets_and_has_mean_one()
    {
        (DepthBatch batch, _) = Filled(DepthMethods.Lds, [.. Task.Indices(Subset.Train)]);
        LabelCounts buckets = Counts.Buckets();
        double[] roots = [.. buckets.Counts.ToArray().Select(count => Math.Sqrt(count))];
        // The kernel of Yang et al.'s release, as LabelWeightsTests computes it by brute force.
        double[] kernel = [0.8582852377730946, 0.9458276490853567, 1, 0.9458276490853567, 0.8582852377730946];
        double Smoothed(int bucket) => Enumerable.Range(-2, 5).Sum(k => kernel[k + 2] * roots[bucket + k < 0 ? -(bucket + k) - 1 : Math.Min(bucket + k, 199 - (bucket + k))]);
        double sum = Enumerable.Range(0, 100).Where(bucket => roots[bucket] > 0).Sum(bucket => roots[bucket] * roots[bucket] / Smoothed(bucket));
        for (int i = 0; i < batch.Rows.Count; i += 17)
        {
            Assert.Equal(Counts.Total / sum / Smoothed((int)(batch.Targets[i] * 10 + 1e-9)), batch.Weights[i], 1e-4);
        }

        Assert.Equal(1, Enumerable.Range(0, 100).Where(bucket => roots[bucket] > 0).Sum(bucket => roots[bucket] * roots[bucket] * (Counts.Total / sum / Smoothed(bucket))) / Counts.Total, 1e-9);
        using SmallDepthNetwork network = new(1, width: 4);
        network.eval();
        (float[] predicted, _) = Seen(network, batch);
        double expected = batch.Rows.Select((row, i) => batch.Weights[i] * Math.Pow(predicted[row] - batch.Targets[i], 2)).Average();
        Assert.Equal(expected, Value(DepthMethods.Lds, network, batch), 1e-3 * expected);
    }

    [Fact]
    public void Lds_reflects_at_the_edge()
    {
        // As many pixels at 5, 15 and 25 cm: the kernel at the first bucket sees it and the second twice, at the third nothing above.
        LevelFrames level = new([50, 150, 250]);
        DepthTask task = new() { Frames = level, Subsets = [Subset.Train, Subset.Train, Subset.Train] };
        float[] weights = new DepthPlan(DepthMethods.Lds, task, DepthCounts.Of(level, [0, 1, 2]), 0).Weights!;
        const double near = 0.9458276490853567, far = 0.8582852377730946;
        Assert.Equal((1 + near + far) / (1 + 2 * near + 2 * far), weights[50] / weights[250], 1e-5);
        Assert.Equal(3, weights[50] + weights[150] + weights[250], 1e-5);
    }

    [Fact]
    public void Balanced_classes_keep_each_pixel_with_the_probability_of_its_class()
    {
        ImageMethod method = DepthMethods.RegCls(10, 1, ClassDefinition.Balanced);
        DepthPlan plan = new(method, Task, Counts, 5);
        DepthBatch batch = new(Frames, plan, 8);
        long[] kept = new long[plan.Classes!.Ranges.Count], seen = new long[kept.Length];
        for (int visit = 0; visit < 40; visit++)
        {
            batch.Fill(Task.Indices(Subset.Train), null, new DepthTrainingOptions());
            for (int i = 0; i < 8 * Width * Height; i++)
            {
                ushort depth = Frames.Depth(i / (Width * Height))[i % (Width * Height)];
                if (depth > 0)
                {
                    long label = plan.Classes.Ranges.Label(depth / 1000.0);
                    seen[label]++;
                    kept[label] += batch.Labels[i] == label ? 1 : 0;
                    Assert.True(batch.Labels[i] == label || batch.Labels[i] == -1);
                }
                else
                {
                    Assert.Equal(-1, batch.Labels[i]);
                }
            }
        }

        Assert.All(Enumerable.Range(0, kept.Length), c => Assert.Equal(plan.Classes.Keep![c], (double)kept[c] / seen[c], 4 * Math.Sqrt(0.25 / seen[c])));

        // Every pixel of known depth stays in the regression loss.
        Assert.Equal(Task.Indices(Subset.Train).Sum(frame => Half(frame).Count(depth => depth > 0)), batch.Rows.Count);
    }

    [Fact]
    public void Balanced_samples_leave_both_losses_with_the_same_places()
    {
        ImageMethod method = DepthMethods.RegCls(100, 1) with { BalancedSamples = true };
        (DepthBatch batch, DepthPlan plan) = Filled(method, 0, 1);
        HashSet<long> rows = [.. batch.Rows];
        int all = Half(0).Concat(Half(1)).Count(depth => depth > 0);
        Assert.InRange(rows.Count, 1, all - 1);
        for (int i = 0; i < 2 * Width * Height; i++)
        {
            int frame = i / (Width * Height), y = i % (Width * Height) / Width, x = i % Width;
            bool kept = rows.Contains(frame * Width * Height / 4 + y / 2 * (Width / 2) + x / 2) && Frames.Depth(frame)[y * Width + x] > 0;
            Assert.Equal(kept, batch.Labels[i] >= 0);
        }

        // Over many visits each place is kept with the probability of its equalised class.
        long[] sampleClasses = plan.SampleClasses!;
        long[] counts = new long[sampleClasses.Max() + 1];
        for (int visit = 0; visit < 300; visit++)
        {
            batch.Fill([0, 1], null, new DepthTrainingOptions());
            batch.Targets.ForEach(target => counts[sampleClasses[(int)Math.Round(1000 * target)]]++);
        }

        long[] seen = new long[counts.Length];
        foreach (ushort depth in Half(0).Concat(Half(1)).Where(depth => depth > 0))
        {
            seen[sampleClasses[depth]] += 300;
        }

        TrainingClasses classes = TrainingClasses.FromCounts(
            ClassRanges.Uniform(0, 6, 100), ranges => Counts.Histogram([.. Enumerable.Range(0, 65536).Select(depth => ranges.Label(depth / 1000.0))], ranges.Count), ClassDefinition.Balanced);
        Assert.Equal(classes.Ranges.Count, counts.Length);
        for (int c = 0; c < counts.Length; c++)
        {
            Assert.Equal(classes.Keep![c], seen[c] == 0 ? classes.Keep[c] : (double)counts[c] / seen[c], 5 * Math.Sqrt(0.25 / Math.Max(seen[c], 1)));
        }
    }

    [Fact]
    public void Class_tables_by_millimetre_are_those_of_listed_pixels()
    {
        double[] targets = [.. Task.Indices(Subset.Train).SelectMany(frame => Frames.Depth(frame).ToArray()).Where(depth => depth > 0).Select(depth => depth / 1000.0)];
        foreach (ClassDefinition definition in Enum.GetValues<ClassDefinition>())
        {
            foreach (int count in (int[])[2, 10, 100])
            {
                TrainingClasses listed = TrainingClasses.FromRanges(ClassRanges.Uniform(0, 6, count), targets, definition);
                TrainingClasses counted = new DepthPlan(DepthMethods.RegCls(count, 1, definition), Task, Counts, 0).Classes!;
                Assert.Equal(listed.Ranges.Edges.ToArray(), counted.Ranges.Edges.ToArray());
                Assert.Equal(listed.Counts, counted.Counts);
                Assert.Equal(listed.Keep, counted.Keep);
                Assert.Equal(listed.FellBack, counted.FellBack);
            }
        }
    }

    [Fact]
    public void Gradients_accumulated_over_passes_are_those_of_one_large_batch()
    {
        // All depths known and no normalisation over the batch, so that means of halves average to the mean of the whole.
        SlopedFrames known = new(8, Width, Height, unknown: 0);
        DepthTask task = new() { Frames = known, Subsets = known.Subsets, ClassRange = new Interval(0, 6) };
        ImageMethod method = DepthMethods.RegCls(10, 2);
        DepthPlan plan = new(method, task, DepthCounts.Of(known, [0, 1, 2, 3]), 0);
        float[] whole = Gradient([[0, 1, 2, 3]]), parts = Gradient([[0, 1], [2, 3]]);
        float largest = whole.Max(MathF.Abs);
        Assert.All(whole.Zip(parts), pair => Assert.Equal(pair.First, pair.Second, 1e-4f * largest));

        float[] Gradient(int[][] passes)
        {
            using SmallDepthNetwork network = new(2, 10, width: 4);
            network.eval();
            using SampleCriterion criterion = new(RegressionLoss.Squared);
            using DepthStep step = new(network, method, criterion, null, Width, Height, passes.Length);
            foreach (int[] pass in passes)
            {
                DepthBatch batch = new(known, plan, pass.Length);
                batch.Fill(pass, null, new DepthTrainingOptions());
                step.Take(batch);
            }

            return [.. network.parameters().SelectMany(parameter => parameter.grad!.data<float>().ToArray())];
        }
    }

    [Fact]
    public void Feature_smoothing_moves_the_features_of_known_pixels_only()
    {
        using DisposeScope scope = NewDisposeScope();
        (DepthBatch batch, DepthPlan plan) = Filled(DepthMethods.Fds, 0, 1);
        using SmallDepthNetwork network = new(1, width: 4);
        network.eval();
        using FeatureSmoothing smoothing = new(plan.Training, network.FeatureCount, DepthMethods.Fds.FeatureSmoothing);
        Tensor features = network.Features(network.Maps(tensor(batch.Pixels, [2, 3, Height, Width]))).detach();
        double before = Value(DepthMethods.Fds, network, batch, smoothing);
        Tensor flat = DepthStep.Flat(features), rows = tensor(batch.Rows.ToArray());
        for (int epoch = 0; epoch < 2; epoch++)
        {
            smoothing.Collect(flat.index_select(0, rows), batch.Targets.ToArray());
            smoothing.EndEpoch();
        }

        // By hand, pixel by pixel.
        Tensor calibrated = features.clone();
        for (int i = 0; i < batch.Rows.Count; i++)
        {
            long frame = batch.Rows[i] / (Width * Height / 4), place = batch.Rows[i] % (Width * Height / 4);
            Tensor one = features[frame, TensorIndex.Colon, place / (Width / 2), place % (Width / 2)].unsqueeze(0);
            calibrated[frame, TensorIndex.Colon, place / (Width / 2), place % (Width / 2)] = smoothing.Calibrate(one, [batch.Targets[i]])[0];
        }

        float[] predicted = network.Regression(calibrated).data<float>().ToArray();
        double expected = batch.Rows.Select((row, i) => Math.Pow(predicted[row] - batch.Targets[i], 2)).Average();
        double after = Value(DepthMethods.Fds, network, batch, smoothing);
        Assert.Equal(expected, after, 1e-3 * expected);
        Assert.NotEqual(before, after, 1e-6);
    }

    // One depth a frame.
    private sealed class LevelFrames(ushort[] depths) : IDepthFrames
    {
        public int Width => 16;

        public int Height => 16;

        public int Count => depths.Length;

        public ReadOnlySpan<byte> Colour(int index) => new byte[3 * 256];

        public ReadOnlySpan<ushort> Depth(int index) => Enumerable.Repeat(depths[index], 256).ToArray();

        public ReadOnlySpan<byte> Mask(int index) => [];
    }
}
